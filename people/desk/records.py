"""The admin of a correctable record: its words quoted, the reading beside each field, corrections that stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable, State
from people.desk.attention import Attention
from people.desk.base import DeskAdmin
from people.desk.doubts import ConfidenceFilter, CorrectionFilter
from people.desk.forms import RecordForm
from people.desk.history import RecordHistory
from people.desk.marks import standing_marks
from people.desk.passages import Passage
from people.desk.readings import Quote, field_notes
from people.desk.related import related_lists
from people.desk.shared import SharedRecord
from people.desk.standing import StandingActions

# The part of a form that says how a record stands; the machine's own, so nothing of it is edited.
STANDING_FIELDS = ("state", "confidence", "created_at", "updated_at")
STANDING: Any = (_("Standing of the record"), {"fields": STANDING_FIELDS, "classes": ("collapse",)})


class RecordAdmin(StandingActions, SharedRecord, RecordHistory, DeskAdmin):
    """Base of the admin of every `Correctable`."""

    form = RecordForm
    save_on_top = False
    record_filters = ("state", CorrectionFilter, ConfidenceFilter)
    attention: ClassVar[tuple[Attention, ...]] = ()
    reader: ClassVar[Any] = None
    # Fields that a person may fill in where no machine has read, but that follow every reading where one has.
    machine_fields: ClassVar[tuple[str, ...]] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What the machine or the database keeps, besides what the admin of a model names."""
        read = self.machine_fields if obj is not None and obj.extracted else ()
        return (*super().get_readonly_fields(request, obj), *read, *STANDING_FIELDS)

    def passages(self, record: Any) -> Sequence[Passage]:
        """The words that the record was read from, in their context; a bounded number."""
        return ()

    def quotes(self, record: Any) -> Mapping[str, Sequence[Quote]]:
        """By field, words of its own that say what it holds."""
        return {}

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, with what was read beside its fields."""
        if obj is not None and kwargs.get("fields", ()) is not None:  # None is asked for the names alone
            ticked = {(name, field) for name in ("give_back", "settled") for field in request.POST.getlist(name)}
            kwargs["help_texts"] = field_notes(
                obj,
                self.quotes(obj),
                may_change=self.has_change_permission(request, obj),
                ticked=ticked,
                reader=self.reader,
            )
        return super().get_form(request, obj, change, **kwargs)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The page, with the passages and what may be done about the record."""
        if obj is not None:
            context |= {"passages": self.passages(obj), "standing_badges": self.standing(obj)}
            context["may_reject"] = self.has_reject_permission(request, obj)
            shown = [inline.model for inline in self.get_inlines(request, obj)]
            context["related_lists"] = related_lists(self.admin_site, request, obj, shown)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def view_on_site(self, obj: Any) -> str | None:
        """The record's own page, if it has one and readers may see it."""
        seen = obj.state in (State.READ, State.CONFIRMED) and hasattr(obj, "get_absolute_url")
        return str(obj.get_absolute_url()) if seen else None

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """None before there is a record that they could belong to."""
        return super().get_inlines(request, obj) if obj is not None else ()

    @admin.display(description=_("standing"), ordering="state")
    def standing(self, record: Correctable) -> SafeString:
        """State, corrections and conflicts as marks."""
        return standing_marks(record)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves; what a person adds is confirmed by that."""
        if not change:
            obj.state = State.CONFIRMED
        self.settle_standing(request, obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Saves rows; those that a person adds are confirmed by that."""
        for row in formset.extra_forms:
            if isinstance(row.instance, Correctable):
                row.instance.state = State.CONFIRMED
        super().save_formset(request, form, formset, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only an administrator, and only what a person added: a reading would come back, so it is rejected instead."""
        may = bool(getattr(request.user, "is_superuser", False))
        return may and (obj is None or not obj.extracted)
