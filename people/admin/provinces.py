"""The admin of provinces: a reference table of both eras, which few ever edit."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.desk.base import DeskAdmin
from people.desk.history import RecordHistory
from people.desk.related import related_lists
from people.models import Province


class EraFilter(admin.SimpleListFilter):
    """The 34 provinces of today, or those that ended with a merger."""

    title = _("era")
    parameter_name = "era"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Today, former."""
        return [("today", _("On today's map")), ("former", _("Ended with a merger"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the chosen era."""
        era = {"today": True, "former": False}.get(self.value() or "")
        return queryset if era is None else queryset.filter(valid_to__isnull=era)


@admin.register(Province)
class ProvinceAdmin(RecordHistory, DeskAdmin):
    list_display = ("name", "kind", "region", "valid_from", "valid_to", "successor")
    list_filter = (EraFilter, "kind", "region")
    list_select_related = ("successor",)
    list_per_page = 100
    search_fields = ("name", "aliases", "slug")
    autocomplete_fields = ("successor",)
    fields = ("name", "kind", "slug", "region", "aliases", ("valid_from", "valid_to"), "successor")

    def label(self, record: Any) -> str:
        """The name; with its last day for one that ended, as two provinces may bear one name."""
        if record.valid_to is None:
            return str(record.name)
        return _("%(name)s, until %(day)s") % {"name": record.name, "day": f"{record.valid_to:%d/%m/%Y}"}

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with lists of what lies in the province."""
        if (province := kwargs.get("obj")) is not None:
            context["related_lists"] = related_lists(self.admin_site, request, province, ())
        return super().render_change_form(request, context, *args, **kwargs)
