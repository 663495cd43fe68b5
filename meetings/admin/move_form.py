"""To whom what is told of a record moves, and why."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetings.admin.movable import SEARCH, page_of
from meetings.moving import KINDS, Newcomer
from people.desk.other import OtherForm
from people.merging.refusals import told
from people.models import Official, Organization, Province
from people.models.merges import LONGEST_REASON

# The button that lists other rows, the one that the Enter key presses, the field with the words of the rows listed.
BROWSE, ENTERED, LISTED_BY = "browse", "entered", "listed"


class MoveForm(OtherForm):
    """Another official, or somebody of this name who is not recorded yet; and why.

    Sent by a button that lists other rows it is `browsing`: nothing is said to be missing.
    """

    needed = False
    title: ClassVar[str | Promise] = _("Move appearances of %(record)s")
    explained: ClassVar[str | Promise] = _(
        "Choose what another person did. Where all that is told in a text moves, the name, the title and the tasks in "
        "that text move along. It is a correction: reading the texts again does not undo it."
    )
    to_whom: ClassVar[str | Promise] = _("To whom")
    both: ClassVar[Any] = _("Choose either another official or somebody new.")
    leaves_roles = False
    # The fields that describe a newcomer, shown below the box that asks for one.
    described: ClassVar[tuple[str, ...]] = ()

    new = forms.BooleanField(label=_("Somebody of this name who is not recorded yet"), required=False)
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.TextInput(attrs={"class": "vTextField"})
    )

    def __init__(self, admin: Any, request: HttpRequest, record: Any, data: Any = None) -> None:
        super().__init__(admin, request, record, data)
        turned = data is not None and any(len(data.getlist(page_of(kind))) > 1 for kind in KINDS[type(record)])
        self.entered = ENTERED in self.data
        self.browsing = BROWSE in self.data or turned or (self.entered and self._seeks_rows())
        if self.entered and self.words and not self._says_who() and not self.data.get("new"):
            self.finding = not self.browsing
        if self.browsing or self.finding:
            for field in self.fields.values():
                field.required = False

    def _seeks_rows(self) -> bool:
        """Whether other words than those of the rows listed stand in the field that searches them."""
        return bool(self.data.get(SEARCH, "") != self.data.get(LISTED_BY, ""))

    def clean(self) -> dict[str, Any]:
        """Either another record or a new one."""
        if self.browsing:
            return self.cleaned_data
        cleaned = super().clean()
        if self.finding or "other" in self.errors:
            return cleaned
        if cleaned.get("other") is not None and cleaned.get("new"):
            raise forms.ValidationError(self.both)
        if cleaned.get("other") is None and not cleaned.get("new"):
            raise forms.ValidationError(self.what_is_missing() if self.words else self.both)
        return cleaned

    @property
    def target(self) -> Any:
        """Where to move, of a form that is valid: a record or a `Newcomer`."""
        return self.cleaned_data["other"] or Newcomer()

    @property
    def target_told(self) -> str:
        """How a sentence calls the target of a valid form."""
        return told(other) if (other := self.cleaned_data["other"]) else gettext("a new record")

    @property
    def newcomer_fields(self) -> list[forms.BoundField]:
        """The fields that describe a newcomer."""
        return [self[name] for name in self.described]


class OrganizationMoveForm(MoveForm):
    """Another organization, or a new one of a name and a province; and why."""

    title = _("Move tasks and meetings of %(record)s")
    explained = _(
        "Choose the tasks and meetings that are another organization’s. It is a correction: reading the texts again "
        "does not undo it, and what else a text is read to tell this organization by the same words goes to the other "
        "one, too, where all of it has been moved."
    )
    to_whom = _("To which organization")
    both = _("Choose either another organization or a new one.")
    leaves_roles = True
    described = ("name", "province")

    new = forms.BooleanField(label=_("One that is not recorded yet:"), required=False)
    name = forms.CharField(
        label=_("Its name"), max_length=250, required=False, widget=forms.TextInput(attrs={"class": "vTextField"})
    )
    province = forms.ModelChoiceField(
        Province.objects.none(), label=_("Its province"), required=False, empty_label=_("none: a national organization")
    )

    def __init__(self, admin: Any, request: HttpRequest, record: Any, data: Any = None) -> None:
        super().__init__(admin, request, record, data)
        self.fields["province"].queryset = Province.objects.order_by("name", "pk")  # type: ignore[attr-defined]
        self.initial = {"name": record.name, "province": record.province_id}

    @property
    def target(self) -> Any:
        """A record, or a `Newcomer` of the name and province given."""
        given = self.cleaned_data
        return given["other"] or Newcomer(given["name"], given["province"])


FORMS: dict[Any, type[MoveForm]] = {Official: MoveForm, Organization: OrganizationMoveForm}
