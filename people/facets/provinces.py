"""Provinces as a facet, on the map of the 34 or of the 63: the same records, grouped by either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import django_filters
from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from people.facets.base import FacetFilter
from people.facets.filterset import Active
from people.facets.orders import Choice, OrderedFilterSet
from people.models import Province

TODAY, FORMER = "34", "63"
ERAS = ((TODAY, _("34 provinces")), (FORMER, _("63 provinces")))
MERGED = "-moi"
_Found = TypeVar("_Found")


class ProvinceFacet(FacetFilter):
    """A foreign key to a province. The parameter `era` says which map its values, short names, are of.

    On the map of the 34, a record of a former province counts for the one that it became part of. On that of the 63, a
    record of a province that came out of a merger cannot be given to any one of them and stands by itself, as NAME-moi.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found: dict[Any, Any] = {}  # what is alike for all who ask of the same data

    def known(self, values: Sequence[str]) -> set[str]:
        return self._names.keys() & set(values)

    def stored(self, values: Sequence[str]) -> list[int]:
        wanted = set(values)
        return [pk for pk, value in self._values.items() if value in wanted]

    def key(self, value: Any) -> str:
        return self._values[value]

    def counts(self, queryset: QuerySet[Any]) -> Counter[str]:
        if self.links is None:
            return super().counts(queryset)
        # A record linked to a province of both eras must count once for the value that they share.
        ids: dict[str, list[int]] = {}
        for pk, value in self._values.items():
            ids.setdefault(value, []).append(pk)
        cases = (When(Q(**{f"{self.field_name}__in": pks}), then=Value(value)) for value, pks in ids.items())
        links = self.links().filter(**{f"{self.row}__in": queryset.order_by().values("pk")}).order_by()
        grouped = links.annotate(place=Case(*cases, output_field=CharField())).values_list("place")
        counted = grouped.annotate(rows=Count(self.row, distinct=True))
        return Counter({value: rows for value, rows in counted if value is not None})

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        wanted = set(values)
        return {value: name for value, name in self._names.items() if value in wanted}

    def stock_key(self) -> Hashable | None:
        # By values of the map in use: a record linked to a province of both eras counts once for the one they share.
        return str(self.parent.map_in_use)

    def share(self, found: dict[Any, Any]) -> None:
        self._found = found

    def _once(self, name: Hashable, find: Callable[[], _Found]) -> _Found:
        if name not in self._found:
            self._found[name] = find()
        known: _Found = self._found[name]
        return known

    @property
    def _provinces(self) -> list[Province]:
        return self._once("provinces", lambda: list(Province.objects.select_related("successor").order_by("slug")))

    @cached_property
    def _values(self) -> dict[int, str]:
        """Each province's id with the value that it counts for on the map in use."""
        return self._once(("values", self.parent.map_in_use), self._find_values)

    def _find_values(self) -> dict[int, str]:
        if self.parent.map_in_use == TODAY:
            return {p.pk: p.today.slug for p in self._provinces}
        parts: dict[int, list[Province]] = {}
        for former in self._provinces:
            if former.is_former and former.successor_id:
                parts.setdefault(former.successor_id, []).append(former)
        return {p.pk: p.slug if p.is_former else self._on_the_old_map(p, parts.get(p.pk, [])) for p in self._provinces}

    @staticmethod
    def _on_the_old_map(province: Province, parts: list[Province]) -> str:
        return parts[0].slug if len(parts) == 1 else f"{province.slug}{MERGED}"

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._once(("names", self.parent.map_in_use, get_language()), self._find_names)

    def _find_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for province in self._provinces:
            value = self._values[province.pk]
            if value.endswith(MERGED):
                names[value] = gettext("%(name)s (since July 2025)") % {"name": province.name}
            elif value == province.slug:
                names.setdefault(value, province.name)
        return names


class EraFilter(django_filters.ChoiceFilter):
    """The map, which keeps all rows."""

    narrows = False


class OnAMap(OrderedFilterSet):
    """A filter set with a choice between the two maps, which does not narrow anything down."""

    era = EraFilter(label=_("Map"), choices=ERAS, method="leave_rows")

    def leave_rows(self, queryset: Any, name: str, value: str) -> Any:
        """The map changes how provinces are grouped, not which rows there are."""
        return queryset

    @property
    def map_in_use(self) -> str:
        """34 unless the address says 63."""
        return FORMER if self.data.get("era") == FORMER else TODAY

    @property
    def asked_on(self) -> str:
        """The map in use, of which the values of provinces are."""
        return self.map_in_use

    @cached_property
    def active(self) -> list[Active]:
        """What the rows are filtered by, which the map is not."""
        return [active for active in super().active if active.name != "era"]

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """The facets chosen and the map."""
        return [*super().hidden_inputs(), *([("era", FORMER)] if self.map_in_use == FORMER else [])]

    def maps(self) -> list[Choice]:
        """Both maps; a province chosen on one is dropped on the other."""
        return [
            Choice(value, str(label), value == self.map_in_use, self.url(era=[value][: value != TODAY], province=()))
            for value, label in ERAS
        ]
