"""Related records on a record's page: compact lists that link to each, and rows that are edited in place."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable
from people.desk.choosing import KnownAutocomplete, LabelledChoiceField
from people.desk.forms import RecordForm
from people.desk.marks import standing_marks
from people.desk.rows import SharedRows

# So many related records are listed; the list that holds all of them is linked.
LISTED = 40


class FirstRows(BaseInlineFormSet):
    """The first `LISTED` rows; one more is fetched to know whether there are others."""

    may_add = False

    def get_queryset(self) -> Any:
        """The rows, evaluated once."""
        if not hasattr(self, "_queryset"):
            rows = list(super().get_queryset()[: LISTED + 1])
            self.more = len(rows) > LISTED
            self._queryset: Any = rows[:LISTED]
        return self._queryset


class RelatedRows(admin.TabularInline):
    """Base of both: rows with what they need in one query, and a mark of how each stands."""

    extra = 0
    can_delete = False
    show_change_link = True
    related: ClassVar[tuple[str, ...]] = ()
    unneeded: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows with their `related` records and without `unneeded` columns."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.related).defer(*self.unneeded) if self.related else rows.defer(*self.unneeded)

    @admin.display(description=_("standing"))
    def standing(self, record: Correctable) -> SafeString | str:
        """The marks of a row; none for the empty one that new rows are made from."""
        return standing_marks(record) if record.pk else ""


class CompactInline(RelatedRows):
    """A list to read, with a link to each record, one to all of them and one that adds another."""

    template = "admin/records/compact_inline.html"
    formset = FirstRows

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All that is listed."""
        return tuple(self.fields or ())

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> type[Any]:
        """The rows; knows whether this user may add one."""
        made: Any = super().get_formset(request, obj, **kwargs)
        made.may_add = self.admin_site.get_model_admin(self.model).has_add_permission(request)
        return made

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not in the list itself."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not in the list itself."""
        return False


class KnownRows(SharedRows):
    """Rows that tell their choosers the records that were fetched with them, and a screen reader what each box is."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Names the boxes, which have a column's heading alone."""
        super().add_fields(form, index)
        for field in form.fields.values():
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", str(field.label or ""))

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        for name, field in form.fields.items():
            widget = field.widget.widget if isinstance(field.widget, RelatedFieldWidgetWrapper) else field.widget
            if isinstance(widget, KnownAutocomplete) and form.instance.pk:
                widget.known = getattr(form.instance, name)
        return form


class EditableInline(RelatedRows):
    """Rows that are edited in place; what is changed there is a correction like any other."""

    formset = KnownRows
    form: type[forms.ModelForm] = RecordForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The version of each row, too, which is hidden."""
        return (*super().get_fields(request, obj), "version")

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        """Choosers that are told the present record."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs = {
                "widget": KnownAutocomplete(db_field, self.admin_site),
                "form_class": LabelledChoiceField,
                **kwargs,
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        """Without the buttons beside a chooser: a row has no room for them."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_add_related = field.widget.can_change_related = False
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field
