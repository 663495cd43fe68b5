"""How the cells of columns are told in JSON."""

from __future__ import annotations

import datetime
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from opendata.identifiers import identifier
from opendata.resources import DIVIDER, Column, Kind


@extend_schema_field(OpenApiTypes.DOUBLE)
class NumberField(serializers.Field):
    """A decimal as a number of JSON: whole where it is whole, else with as many digits as a double has."""

    def to_representation(self, value: Any) -> int | float:
        return int(value) if value == value.to_integral_value() else float(value)


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class WordsField(serializers.Field):
    """Text that holds several values, as a list."""

    def to_representation(self, value: str) -> list[str]:
        return [part for part in value.split(DIVIDER) if part]


@extend_schema_field(OpenApiTypes.URI)
class IdentifierField(serializers.Field):
    """The record's permanent identifier as a whole address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, record: Any) -> str:
        return str(self.context["request"].build_absolute_uri(identifier(record)))


@extend_schema_field(OpenApiTypes.URI)
class PageField(serializers.Field):
    """The record's own page as a whole address, in the language of the request."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, record: Any) -> str:
        return str(self.context["request"].build_absolute_uri(record.get_absolute_url()))


_PLAIN: dict[Kind, type[serializers.Field]] = {
    Kind.INTEGER: serializers.IntegerField,
    Kind.DECIMAL: NumberField,
    Kind.TEXT: serializers.CharField,
    Kind.BOOLEAN: serializers.BooleanField,
    Kind.DAY: serializers.DateField,
    Kind.TIME: serializers.DateTimeField,
    Kind.LIST: WordsField,
}


def field_of(column: Column) -> serializers.Field:
    """The field of a serializer that tells a column."""
    told: dict[str, Any] = {
        "read_only": True,
        "label": column.label,
        "help_text": column.description,
        "allow_null": column.nullable,
    }
    if column.name != column.attribute:
        told["source"] = column.attribute
    if column.kind is Kind.TIME:
        told["default_timezone"] = datetime.UTC
    if column.codes:
        blank = getattr(column.field, "blank", False)
        return serializers.ChoiceField(choices=list(column.codes.items()), allow_blank=blank, **told)
    return _PLAIN[column.kind](**told)
