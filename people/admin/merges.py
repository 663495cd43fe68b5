"""The log of merges, and what was said not to be the same: to be read; both are done on the pages of the records."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from people.desk.base import ReadOnlyAdmin
from people.desk.parting import undo_view
from people.models import Distinction, Merge


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ("drop", "keep", "kind", "reason", "by", "at", "undone_at")
    list_display_links = ("drop",)
    list_select_related = ("kind", "by")
    list_filter = ("kind", ("undone_at", admin.EmptyFieldListFilter))
    search_fields = ("reason", "undone_reason")
    fields = ("kind", "drop", "keep", "reason", "by", "at", "undone_reason", "undone_by", "undone_at")

    def get_urls(self) -> list[URLPattern]:
        """The page on which one is undone, before Django's own."""
        page = path("<int:pk>/undo/", self.admin_site.admin_view(self.undo_view), name="people_merge_undo")
        return [page, *super().get_urls()]

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undoes a merge."""
        return undo_view(self, request, pk)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The merges, each with its two records."""
        return super().get_queryset(request).defer("moved").prefetch_related("drop", "keep")

    @admin.display(description=_("merged away"))
    def drop(self, record: Merge) -> str:
        """The record merged away."""
        return str(record.drop)

    @admin.display(description=_("survivor"))
    def keep(self, record: Merge) -> str:
        """The survivor."""
        return str(record.keep)


@admin.register(Distinction)
class DistinctionAdmin(ReadOnlyAdmin):
    list_display = ("first", "second", "kind", "reason", "by", "at")
    list_select_related = ("kind", "by")
    list_filter = ("kind",)
    search_fields = ("reason",)
    fields = ("kind", "first", "second", "reason", "by", "at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The distinctions, each with its two records."""
        return super().get_queryset(request).prefetch_related("first", "second")

    @admin.display(description=_("the older one"))
    def first(self, record: Distinction) -> str:
        """The older record."""
        return str(record.first)

    @admin.display(description=_("the younger one"))
    def second(self, record: Distinction) -> str:
        """The younger record."""
        return str(record.second)
