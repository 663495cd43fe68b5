"""Records as JSON: a serializer for each resource, made from its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from opendata.api.fields import IdentifierField, PageField, field_of
from opendata.api.parts import Expansion, expansions_of
from opendata.resources import RESOURCES, Resource
from people.corrections import Correctable

_CORRECTIONS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"field": {"type": "string"}, "read": {}},
        "required": ["field", "read"],
    },
}
_SPAN = {
    "start": {"type": ["integer", "null"]},
    "end": {"type": ["integer", "null"]},
    "rule": {"type": "string"},
}
_REPORTS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "article_id": {"type": "integer"},
            **_SPAN,
            "quote": {"type": "string"},
            "fields": {
                "type": "object",
                "additionalProperties": {"type": "object", "properties": _SPAN, "required": list(_SPAN)},
            },
        },
        "required": ["article_id", *_SPAN, "quote", "fields"],
    },
}


@extend_schema_field(_CORRECTIONS)
class CorrectionsField(serializers.Field):
    """The columns that a person set right, with what was read."""

    def to_representation(self, record: Any) -> list[dict[str, Any]]:
        if not record.extracted:
            return []
        names = {field: record._meta.get_field(field).attname for field in record.corrected_fields()}
        return [{"field": name, "read": record.extracted[field]} for field, name in names.items()]


@extend_schema_field(_REPORTS)
class ReportsField(serializers.Field):
    """The press texts that tell of a meeting: the words that say so, and where each column was read."""

    def to_representation(self, meeting: Any) -> list[dict[str, Any]]:
        told = meeting.correctable_fields
        reports = sorted(meeting.reports.all(), key=lambda report: report.pk)
        return [
            {
                "article_id": report.article_id,
                "start": report.start,
                "end": report.end,
                "rule": report.rule,
                "quote": report.quote,
                "fields": {name: _place(read) for name, read in report.reading.items() if name in told},
            }
            for report in reports
        ]


def _place(read: Mapping[str, Any]) -> dict[str, Any]:
    return {"start": read.get("start"), "end": read.get("end"), "rule": read.get("rule", "")}


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class OtherNamesField(serializers.Field):
    """Other spellings of a name, and names of records merged into this one."""

    def to_representation(self, record: Any) -> list[str]:
        return sorted(alias.name for alias in record.aliases.all())


class RecordSerializer(serializers.Serializer):
    """A record of `resource` with what is expanded. Always told besides the columns: identifier, page, corrections."""

    resource: ClassVar[Resource]

    def __init__(
        self,
        *args: Any,
        fields: Iterable[str] | None = None,
        expanded: Iterable[Expansion] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = None if fields is None else {"id", *fields}
        self.expanded = tuple(expanded)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().to_representation(instance)
        if self.asked is not None:
            told = {name: value for name, value in told.items() if name in self.asked}
        for expansion in self.expanded:
            found = getattr(instance, expansion.attribute)
            serializer = serializer_of(expansion.resource)(found, many=expansion.many, context=self.context)
            told[expansion.name] = None if found is None else serializer.data
        return told

    @property
    def _readable_fields(self) -> Any:
        for name, field in self.fields.items():
            if self.asked is None or name in self.asked:
                yield field


class ArticleTextSerializer(RecordSerializer):
    """An article by itself comes with its text."""

    text = serializers.CharField(
        read_only=True, help_text=_("The whole text, whose characters all spans count. It belongs to its publisher.")
    )


_MADE: dict[tuple[str, bool], type[RecordSerializer]] = {}


def serializer_of(resource: Resource, alone: bool = False) -> type[RecordSerializer]:
    """The serializer of a resource; `alone` for one record by itself, which may be told more of."""
    base = ArticleTextSerializer if alone and resource.kind == "article" else RecordSerializer
    key = (resource.name, base is not RecordSerializer)
    if key not in _MADE:
        name = resource.kind.capitalize() + ("Alone" if base is not RecordSerializer else "")
        fields = {column.name: field_of(column) for column in resource.columns}
        _MADE[key] = type(name, (base,), {"resource": resource, **fields, **_besides(resource), "__doc__": str(name)})
    return _MADE[key]


def _besides(resource: Resource) -> dict[str, serializers.Field]:
    told: dict[str, serializers.Field] = {"identifier": IdentifierField(help_text=_("The permanent identifier."))}
    if hasattr(resource.model, "get_absolute_url"):
        told["page"] = PageField(help_text=_("The page for people."))
    if issubclass(resource.model, Correctable):
        told["corrections"] = CorrectionsField(
            source="*", read_only=True, help_text=_("The columns that a person set right, with what was read.")
        )
    if resource.kind == "meeting":
        told["reports"] = ReportsField(
            source="*", read_only=True, help_text=_("The press texts that tell of it, and where each column was read.")
        )
    if resource.kind in ("official", "organization"):
        told["other_names"] = OtherNamesField(
            source="*", read_only=True, help_text=_("Other spellings, and names of records that were merged into it.")
        )
    return told


def names_of(resource: Resource) -> list[str]:
    """What `fields` may name."""
    return list(serializer_of(resource)().fields)


EXPANSIONS = {name: expansions_of(resource) for name, resource in RESOURCES.items()}
