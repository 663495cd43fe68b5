"""Choosing another record of a kind: by typing its name, with a script as one types, without one by a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.desk.choosing import LabelledChoiceField
from people.names import name_key

FIND = "find"
FOUND = 20  # records that are listed
_LONGEST_KEY = 19  # digits


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant, with what tells it from others of its name; `chosen` says that it is."""

    record: Any
    told: str
    chosen: bool


class OtherForm(forms.Form):
    """Chooses a published record of the kind of `record` that is another one: `cleaned_data["other"]`.

    Sent by the button named `FIND` it is `finding`: it only lists who is meant, and nothing is said to be missing.
    """

    needed = True
    sought = forms.CharField(
        label=_("Name or number"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )

    def __init__(self, admin: Any, request: HttpRequest, record: Any, data: Any = None) -> None:
        super().__init__(_sensible(data))
        self.admin, self.request, self.record = admin.admin_site.get_model_admin(type(record)), request, record
        self.rows = type(record).objects.published().exclude(pk=record.pk)
        # Without a script nothing could be chosen in it: a script lets it work, and takes the plain field away.
        widget = AutocompleteSelect(record._meta.get_field("merged_into"), admin.admin_site, attrs={"disabled": True})
        self.fields["other"] = LabelledChoiceField(self.rows, label=_("Which one"), widget=widget, required=False)
        self.words = " ".join(str(self.data.get("sought", "")).replace("\x00", "").split())[:200]
        self.finding = FIND in self.data and (bool(self.words) or not self._says_who())
        self.more = False
        if self.finding:
            for field in self.fields.values():
                field.required = False

    def _says_who(self) -> bool:
        """Whether somebody is chosen already, so that the button with nothing to look for was no wish to look."""
        return bool(self.data.get("other"))

    def clean(self) -> dict[str, Any]:
        """One record or, where none is needed, none."""
        cleaned = super().clean() or self.cleaned_data
        if self.finding and not self.words:
            self.add_error("sought", _("Type a name or a number."))
        if not self.finding and self.needed and cleaned.get("other") is None and "other" not in self.errors:
            raise ValidationError(self.what_is_missing())
        return cleaned

    def what_is_missing(self) -> Any:
        """The sentence that says what to do where no record is chosen."""
        if not self.words:
            return _("Choose another record by its name.")
        if self._matching().exists():
            return _("Choose one of the records found below.")
        return _("No other record is found by these words; type fewer.")

    @property
    def candidates(self) -> list[Candidate]:
        """The record chosen and those that the words find, those that bear exactly this name first: two queries."""
        if not self.is_bound:
            return []
        chosen = str(self.data.get("other", ""))
        found = list(self._matching()[: FOUND + 1]) if self.words else []
        self.more, found = len(found) > FOUND, found[:FOUND]
        if chosen and all(str(record.pk) != chosen for record in found):
            found = [*self._all().filter(pk=chosen), *found]
        return [Candidate(row, ", ".join(self.admin.told_apart(row)), str(row.pk) == chosen) for row in found]

    def _all(self) -> QuerySet[Any]:
        rows = self.admin.get_queryset(self.request).filter(pk__in=self.rows.order_by().values("pk"))
        return rows.select_related(*self.admin.label_related)

    def _matching(self) -> QuerySet[Any]:
        found, _twice = self.admin.get_search_results(self.request, self._all(), self.words)
        if self.words.isdecimal() and len(self.words) < _LONGEST_KEY:
            found = found | self._all().filter(pk=int(self.words))
        exact = Case(When(name_key=name_key(self.words), then=Value(0)), default=Value(1))
        return found.order_by(exact, *self.record._meta.ordering)


def _sensible(data: Any) -> Any:
    """What was sent, without a key that is no number: the chooser would ask the database for it."""
    if data is None or not (asked := data.get("other", "")) or (asked.isdecimal() and len(asked) < _LONGEST_KEY):
        return data
    data = data.copy()
    data.pop("other")
    return data
