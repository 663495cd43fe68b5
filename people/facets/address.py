"""What a list page's address says: the parameters in force, the address with some changed, and what was left out."""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from people.facets.base import FacetFilter

PAGE = "page"
FOUND = "found"  # the words that a reader searched for on the way here
ALL = "all"  # names the facets that are shown with all their values
# What other sites append to the links that they share.
_TRACKING = ("utm_", "fbclid", "gclid", "zarsrc")
MOST_NOTICES = 5
_LONGEST_KEPT = 100  # characters of values; what is longer was typed by somebody and is not asked for again


class Filters(OrderedDict[str, Any]):
    """The filters of a class. A filter set has copies of its own, which share what nobody changes: there are many."""

    def __deepcopy__(self, memo: dict[int, Any]) -> OrderedDict[str, Any]:
        return OrderedDict((name, _copied(one)) for name, one in self.items())


class AddressedFilterSet(django_filters.FilterSet):
    """A FilterSet whose whole state is its address. Values that mean nothing are left out, never an error.

    `Meta.other_parameters` names what else the page reads from its address.
    """

    @classmethod
    def get_filters(cls) -> Filters:
        """The filters that the class names."""
        return Filters(super().get_filters())

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_as_query(data), *args, **kwargs)
        self.is_bound = True
        meta = getattr(type(self), "Meta", None)
        self.facet_names: tuple[str, ...] = tuple(getattr(meta, "facets", ()))
        self.other_parameters = {PAGE, ALL, FOUND, *getattr(meta, "other_parameters", ())}

    def get_form_class(self) -> Callable[..., forms.Form]:
        """What makes the form: of the filters' own fields, which need not be copied once more."""

        def form(data: Any, prefix: str | None = None) -> forms.Form:
            made = forms.Form(data, prefix=prefix)
            made.fields = {name: one.field for name, one in self.filters.items()}
            return made

        return form

    @property
    def cleaned(self) -> dict[str, Any]:
        """What the address means, by filter, without values that mean nothing."""
        self.form.errors  # noqa: B018 - validates the form
        return self.form.cleaned_data

    @cached_property
    def parameters(self) -> MultiValueDict[str, str]:
        """The parameters that are in force, without page and without what was ignored."""
        kept: MultiValueDict[str, str] = MultiValueDict()
        for name in self.filters:
            if isinstance(self.filters[name], FacetFilter):
                values = {name: self.cleaned.get(name, [])}
            elif name in self.form.errors or getattr(self.filters[name], "means_nothing", _never)(self.cleaned[name]):
                continue
            else:
                values = {key: self.data.getlist(key)[-1:] for key in self.keys_of(name)}
            for key, given in values.items():
                if given := [v for v in given if v.strip()]:
                    kept.setlist(key, given)
        if self.shown_whole:
            kept.setlist(ALL, sorted(self.shown_whole))
        return kept

    @cached_property
    def shown_whole(self) -> set[str]:
        """The facets that are to be shown with all their values."""
        return set(self.data.getlist(ALL)) & set(self.facet_names)

    def keys_of(self, name: str) -> list[str]:
        """The parameters that carry the filter called `name`: two or more where its widget has parts."""
        widget = self.form.fields[name].widget
        suffixes = getattr(widget, "suffixes", None)
        return [f"{name}_{suffix}" if suffix else name for suffix in suffixes] if suffixes else [name]

    def url(self, **changes: Iterable[str]) -> str:
        """The page's address with some parameters set to other values, or dropped where there are none."""
        parts = [_encoded(key, changes[key]) if key in changes else kept for key, kept in self._written.items()]
        parts += [_encoded(key, values) for key, values in changes.items() if key not in self._written]
        return "?" + "&".join(filter(None, parts))

    @cached_property
    def _written(self) -> dict[str, str]:
        """The parameters in force as they stand in an address: a page has a link for each value of each facet."""
        return {key: _encoded(key, values) for key, values in self.parameters.lists()}

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """What a search form must carry along so that the facets chosen stay: (name, value)."""
        kept = (*self.facet_names, ALL)
        return [(key, value) for key, values in self.parameters.lists() if key in kept for value in values]

    @cached_property
    def notices(self) -> list[str]:
        """What the reader should know of: parameters that were left out, and what filters say (`notices_on`)."""
        found: list[str] = []
        for name in self.filters:
            label = self.filters[name].label or name
            for value in self._refused(name):
                text = _("“%(value)s” makes no sense for “%(filter)s” and was left out.")
                found.append(text % {"value": _short(value), "filter": label})
            if name in self.cleaned:
                found += getattr(self.filters[name], "notices_on", _nothing)(self.cleaned[name])
        for name in self.unknown_parameters():
            if not name.startswith(_TRACKING):
                found.append(_("This page has no filter called “%(name)s”.") % {"name": _short(name)})
        return found[:MOST_NOTICES]

    def refused_values(self) -> list[tuple[str, str]]:
        """Each value that means nothing and was left out, with its parameter: (parameter, value)."""
        return [(self.keys_of(name)[0], value) for name in self.filters for value in self._refused(name)]

    def unknown_parameters(self) -> list[str]:
        """The parameters that are no filter's and nothing else that the page reads."""
        known = {key for name in self.filters for key in self.keys_of(name)} | self.other_parameters
        return [name for name in self.data if name not in known]

    def _refused(self, name: str) -> list[str]:
        if name in self.form.errors:
            return [" ".join(value for key in self.keys_of(name) for value in self.data.getlist(key))]
        return getattr(self.form.fields[name], "rejected", [])


def _copied(one: Any) -> Any:
    copied = copy.copy(one)
    copied.__dict__.update({name: copy.copy(told) for name, told in vars(one).items() if isinstance(told, dict | list)})
    copied.method = one.method  # which it then calls on the filter set that is its own
    return copied


def _encoded(key: str, values: Iterable[str]) -> str:
    told = tuple(values)
    return _query(key, told) if sum(map(len, told)) <= _LONGEST_KEPT else _query.__wrapped__(key, told)


@lru_cache(maxsize=5_000)  # a page has a hundred links, most of which other pages have as well
def _query(key: str, values: tuple[str, ...]) -> str:
    return urlencode([(key, value) for value in values])


def _nothing(value: Any) -> list[str]:
    return []


def _never(value: Any) -> bool:
    return False


def _as_query(data: Mapping[str, Any] | None) -> QueryDict:
    if isinstance(data, QueryDict):
        return data
    query = QueryDict(mutable=True)
    for name, value in (data or {}).items():
        query.setlist(name, [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)])
    return query


def _short(words: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in words)
    return Truncator(printable).chars(60)
