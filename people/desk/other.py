"""Choosing another record of a kind: by its name or, without a script, by its number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.desk.choosing import LabelledChoiceField

_LARGEST = 2**63 - 1


class OtherForm(forms.Form):
    """Chooses a published record of the kind of `record` that is another one: `cleaned_data["other"]`."""

    needed = True

    def __init__(self, site: AdminSite, record: Any, data: Any = None) -> None:
        super().__init__(_sensible(data))
        self.rows = type(record).objects.published().exclude(pk=record.pk)
        widget = AutocompleteSelect(record._meta.get_field("merged_into"), site)
        self.fields["other"] = LabelledChoiceField(self.rows, label=_("Which one"), widget=widget, required=False)
        self.fields["number"] = forms.IntegerField(
            label=_("Or its number"), required=False, min_value=1, max_value=_LARGEST
        )

    def clean(self) -> dict[str, Any]:
        """Finds the record by its number where none was chosen by name."""
        cleaned = super().clean() or self.cleaned_data
        number = cleaned.get("number")
        if cleaned.get("other") is None and number is not None:
            cleaned["other"] = self.rows.filter(pk=number).first()
            if cleaned["other"] is None:
                raise ValidationError(_("There is no other record no. %(pk)s."), params={"pk": number})
        if cleaned.get("other") is None and self.needed:
            raise ValidationError(_("Choose another record, by name or by number."))
        return cleaned


def _sensible(data: Any) -> Any:
    """What was sent, without a key that is no number: the chooser would ask the database for it."""
    if data is None or not (asked := data.get("other", "")) or (asked.isdecimal() and len(asked) < 19):
        return data
    data = data.copy()
    data.pop("other")
    return data
