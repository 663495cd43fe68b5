"""What the admin of all models shares: bounded lists, choosers with telling labels, no way to delete by the dozen."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from people.desk.choosing import LabelledChoiceField, label
from people.desk.searching import AccentlessSearch

_LONGEST_NUMBER = 18  # digits


class LeanChangeList(ChangeList):
    """A list that leaves long texts, which it does not show, in the database."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """The rows without the columns of `list_defer`; a number that no database holds makes no sense as a filter."""
        values = (value for many in self.filter_params.values() for value in many)
        if any(str(value).isdecimal() and len(str(value)) > _LONGEST_NUMBER for value in values):
            raise IncorrectLookupParameters
        rows: QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        return rows.defer(*getattr(self.model_admin, "list_defer", ()))


class DeskAdmin(AccentlessSearch):
    """Base of the admin of every model."""

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related: ClassVar[bool | list[str] | tuple[str, ...]] = ()
    list_defer: ClassVar[tuple[str, ...]] = ()
    label_related: ClassVar[tuple[str, ...]] = ()

    def label(self, record: Any) -> str:
        """How a record is called in choosers; needs what `label_related` names."""
        return label(record)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The lean one."""
        return LeanChangeList

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The actions without the deletion of many rows at once."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        """A chooser that shows the present value under its label."""
        return super().formfield_for_foreignkey(db_field, request, **{"form_class": LabelledChoiceField, **kwargs})

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        """The field without a button that deletes what it refers to; an address without a scheme is https."""
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field


class ReadOnlyAdmin(DeskAdmin):
    """For what only the machine writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody may."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody may."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody may."""
        return False
