"""What the documentation page tells of each resource, taken from the same parts as the description for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django_filters import ChoiceFilter
from drf_spectacular.utils import OpenApiParameter

from opendata.api.filters import FILTERS
from opendata.api.parameters import of_list
from opendata.api.questions import EXPAND, FIELDS
from opendata.api.serializers import EXPANSIONS, serializer_of
from opendata.resources import RESOURCES, Resource
from opendata.resources.columns import Words
from people.facets import ChoiceFacet, ConditionFacet
from people.facets.orders import OrderFilter


@dataclass(frozen=True)
class Told:
    """A parameter or field: its name, what it holds, what it means; `codes` are values with their words."""

    name: str
    holds: Words
    means: Words
    codes: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True)
class Section:
    """A resource as the documentation tells it."""

    resource: Resource
    filters: list[Told]
    fields: list[Told]
    parts: list[Told]


def sections() -> list[Section]:
    """All resources, in their order."""
    return [
        Section(resource, list(_filters(resource)), list(_fields(resource)), list(_parts(resource)))
        for resource in RESOURCES.values()
    ]


def common() -> list[Told]:
    """The parameters that every list takes."""
    resource = RESOURCES["meetings"]
    own = FILTERS[resource.name].base_filters
    return [_parameter(told) for told in of_list(resource) if told.name not in own]


def _filters(resource: Resource) -> Iterator[Told]:
    own = FILTERS[resource.name].base_filters
    for told in of_list(resource):
        if told.name in own:
            yield _parameter(told, own[told.name])


def _parameter(told: OpenApiParameter, of: Any = None) -> Told:
    schema: Any = told.type
    words = _words(of)
    allowed = () if told.name in (FIELDS, EXPAND) else schema.get("items", schema).get("enum", ())
    return Told(
        told.name, _holds(schema), told.description, tuple((str(code), words.get(code, "")) for code in allowed)
    )


def _words(of: Any) -> dict[str, Words]:
    """What people call the values of a filter."""
    if isinstance(of, ChoiceFacet):
        return dict(of.choices)
    if isinstance(of, ConditionFacet):
        return {value: label for value, label, _condition in of.conditions()}
    if isinstance(of, OrderFilter):
        return of.offered(searching=True)
    return dict(of.extra["choices"]) if isinstance(of, ChoiceFilter) else {}


def _holds(schema: Any) -> str:
    several = schema.get("type") == "array"
    one = schema.get("items", schema)
    kinds = {
        "date": _("day, 2026-01-31"),
        "date-time": _("time, 2026-01-31T08:00:00Z"),
        "integer": pgettext("kind of value", "number"),
        "boolean": _("true or false"),
    }
    kind = kinds.get(one.get("format") or one.get("type", "integer"), pgettext("kind of value", "text"))
    return _("%(kind)s, one or several") % {"kind": kind} if several else kind


def _fields(resource: Resource) -> Iterator[Told]:
    kinds = {
        "integer": pgettext("kind of value", "number"),
        "decimal": pgettext("kind of value", "number"),
        "text": pgettext("kind of value", "text"),
        "boolean": _("true or false"),
        "day": pgettext("kind of value", "day"),
        "time": pgettext("kind of value", "time"),
        "list": _("list of texts"),
    }
    for column in resource.columns:
        kind = kinds[column.kind.value]
        holds = _("%(kind)s or null") % {"kind": kind} if column.nullable else kind
        yield Told(column.name, holds, column.description, tuple(column.codes.items()))
    address = pgettext("kind of value", "address")
    besides = {"identifier": address, "page": address, "text": pgettext("kind of value", "text")}
    told = {column.name for column in resource.columns}
    for name, field in serializer_of(resource, alone=True)().fields.items():
        if name not in told:
            yield Told(name, besides.get(name, pgettext("kind of value", "list")), field.help_text or "")


def _parts(resource: Resource) -> Iterator[Told]:
    for part in EXPANSIONS[resource.name].values():
        holds = part.resource.name if part.many else part.resource.kind
        yield Told(part.name, holds, part.description)
