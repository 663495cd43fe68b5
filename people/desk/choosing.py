"""Choosing a related record: labels that tell records of one name apart, and widgets that need no query for a row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.db.models import QuerySet

from people.corrections import Correctable
from people.models import Mergeable


def label(record: models.Model) -> str:
    """How a record is called where several stand together: by its `full_name`, if it has one."""
    return str(getattr(record, "full_name", None) or record)


def label_at(site: AdminSite | None, record: models.Model) -> str:
    """The label that the record's admin on `site` gives it."""
    admin = site.get_model_admin(type(record)) if site and site.is_registered(type(record)) else None
    return str(getattr(admin, "label", label)(record))


class LabelledAutocomplete(AutocompleteJsonView):
    """Answers a chooser with labels of the model's admin, and without records that are rejected or withdrawn."""

    def get_queryset(self) -> QuerySet[Any]:
        """The records that match, with what their labels need."""
        found: QuerySet[Any] = super().get_queryset()
        if issubclass(found.model, Correctable):
            found = found.published()  # type: ignore[attr-defined]
        related = getattr(self.model_admin, "label_related", ())
        return found.select_related(*related) if related else found

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """One choice: `{"id": …, "text": label}`."""
        chosen = getattr(self.model_admin, "label", label)
        return {**super().serialize_result(obj, to_field_name), "text": chosen(obj)}


class LabelledChoiceField(forms.ModelChoiceField):
    """A foreign key whose present value is shown under the label that choosers show."""

    def label_from_instance(self, obj: models.Model) -> str:
        """The label of the present value."""
        return label_at(getattr(self.widget, "admin_site", None), obj)

    def to_python(self, value: Any) -> Any:
        """The record chosen; of one that was merged away, as in a version brought back, the survivor."""
        chosen = super().to_python(value)
        merged_into = chosen.merged_into if isinstance(chosen, Mergeable) else None
        return merged_into or chosen


class KnownAutocomplete(AutocompleteSelect):
    """A chooser that is told the present record, so that many rows need no query each."""

    known: models.Model | None = None

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[Any]:
        """The present value as the only option, as `AutocompleteSelect` has it."""
        if self.known is None or [str(v) for v in value] != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        chosen = self.create_option(name, self.known.pk, label_at(self.admin_site, self.known), True, 0)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*empty, chosen], 0)]
