"""The parameters of the API as its description tells them; the filters tell theirs themselves."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import BigAutoField
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter

from opendata.api.changes import is_tracked
from opendata.api.filters import FILTERS
from opendata.api.questions import MOST, MOST_IDS, USUAL
from opendata.api.serializers import EXPANSIONS, names_of
from opendata.resources import Resource
from people.facets import ChoiceFacet, ConditionFacet, NumberFacet, RecordFacet
from people.facets.base import MOST_VALUES, FacetFilter
from people.facets.orders import OrderFilter
from people.search.filters import SearchFilter

Schema = dict[str, Any]


def of_one(resource: Resource, alone: bool = True) -> list[OpenApiParameter]:
    """What one record, or each of a list, may be asked for."""
    fields = [*names_of(resource), *(["text"] if alone and resource.kind == "article" else [])]
    found = [several("fields", fields, _("Only these fields, and `id`; divided by commas."))]
    if expansions := EXPANSIONS[resource.name]:
        told = _("Parts that are told with each record; divided by commas.")
        found.append(several("expand", list(expansions), told))
    return found


def of_list(resource: Resource) -> list[OpenApiParameter]:
    """What a list may be asked for, its filters first."""
    filters = FILTERS[resource.name].base_filters
    one = {"type": "integer", "minimum": 0, "maximum": BigAutoField.MAX_BIGINT}
    numbers = {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_IDS}
    these = _("Only these records, whatever else is asked; divided by commas.")
    found = [
        *(_filter(name, part) for name, part in filters.items()),
        *of_one(resource, alone=False),
        OpenApiParameter("id", numbers, description=these, style="form", explode=False),
        number("limit", USUAL, MOST, _("Records in one answer, at most; fewer where each is told with many parts.")),
        cursor(),
        _switch("count", _("Whether to count all that are found.")),
        _switch("facets", _("Whether to count the values of each filter.")),
    ]
    if is_tracked(resource):
        moment = {"type": "string", "format": "date-time"}
        told = _("Only what has changed since then, in the order of changes, and in `gone` what is published no more.")
        found.append(OpenApiParameter("modified_since", moment, description=told))
    return found


def cursor() -> OpenApiParameter:
    """Where a page begins."""
    return OpenApiParameter("cursor", {"type": "string"}, description=_("Where the page begins, as `next` has it."))


def number(name: str, usual: int, most: int, description: Any) -> OpenApiParameter:
    """A whole number from 1 to `most`."""
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": usual}
    return OpenApiParameter(name, schema, description=description)


def several(name: str, values: list[str], description: Any, explode: bool = False) -> OpenApiParameter:
    """Some of the values, divided by commas, or, where they `explode`, the parameter once for each."""
    schema = {"type": "array", "items": {"type": "string", "enum": values}, "minItems": 1}
    return OpenApiParameter(name, schema, description=description, style="form", explode=explode)


def _switch(name: str, description: Any) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "boolean", "default": False}, description=description)


def _filter(name: str, part: Any) -> OpenApiParameter:
    if isinstance(part, FacetFilter):
        schema: Schema = {"type": "array", "items": _value(part), "maxItems": MOST_VALUES}
        return OpenApiParameter(name, schema, description=part.label, style="form", explode=True)
    return OpenApiParameter(name, _single(part), description=part.label)


def _value(part: FacetFilter) -> Schema:
    """What one value of a facet may be."""
    if isinstance(part, ChoiceFacet):
        codes = [code for code in part.choices if code]
        return {"type": "string", "enum": [*codes, *(["none"] if part.blank else [])]}
    if isinstance(part, ConditionFacet):
        return {"type": "string", "enum": [value for value, _label, _condition in part.conditions()]}
    if isinstance(part, RecordFacet):
        return {"type": "integer", "minimum": 1}
    if isinstance(part, NumberFacet):
        number = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
        return {"anyOf": [number, {"const": "none"}]} if part.blank else number
    return {"type": "string", "pattern": r"^[^\u0000]*\S[^\u0000]*$", "maxLength": 300}


def _single(part: Any) -> Schema:
    if isinstance(part, OrderFilter):
        return {"type": "string", "enum": list(part.offered(searching=True))}
    if isinstance(part, django_filters.DateFilter):
        return {"type": "string", "format": "date"}
    if isinstance(part, django_filters.ChoiceFilter):
        return {"type": "string", "enum": [str(value) for value, _label in part.extra["choices"]]}
    if isinstance(part, SearchFilter):
        return {"type": "string", "minLength": 1}
    raise TypeError(f"{type(part).__name__} has no description")
