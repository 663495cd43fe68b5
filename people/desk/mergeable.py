"""The admin of records of which two may be one: what was merged into one, where one went, and how to decide."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from people.desk.comparing import compare_view
from people.desk.duplicates import list_view, resembling_view
from people.desk.records import RecordAdmin
from people.models import Distinction, Merge


class MergeableAdmin(RecordAdmin):
    """Base of the admin of officials and organizations; what was merged away is read-only until that is undone."""

    change_form_template = "admin/merging/change_form.html"
    change_list_template = "admin/merging/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        """The pages on likely duplicates, before Django's own."""
        name = f"{self.model._meta.app_label}_{self.model._meta.model_name}"
        view = self.admin_site.admin_view
        return [
            path("duplicates/", view(self.duplicates_view), name=f"{name}_duplicates"),
            path("compare/<int:first>/<int:second>/", view(self.compare_view), name=f"{name}_compare"),
            path("<int:pk>/resembling/", view(self.resembling_view), name=f"{name}_resembling"),
            *super().get_urls(),
        ]

    def told_apart(self, record: Any) -> list[str]:
        """What tells a record, as `get_queryset` brings it, from others of its name."""
        return [str(record.province)] if record.province is not None else []

    def duplicates_view(self, request: HttpRequest) -> HttpResponse:
        """Likely pairs."""
        return list_view(self, request)

    def compare_view(self, request: HttpRequest, first: int, second: int) -> HttpResponse:
        """Two records side by side."""
        return compare_view(self, request, first, second)

    def resembling_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What may be the same as one record."""
        return resembling_view(self, request, pk)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """None for what was merged away: its rows are the survivor's."""
        return () if obj is not None and obj.merged_into_id is not None else super().get_inlines(request, obj)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Reviewers may, who may change records of this kind as well."""
        return request.user.has_perm("accounts.merge_records") and self.has_change_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of one that was merged away: what is to be changed is the survivor, or the merge is undone."""
        return super().has_change_permission(request, obj) and (obj is None or obj.merged_into_id is None)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of one that a merge tells of."""
        return super().has_delete_permission(request, obj) and (obj is None or not Merge.objects.of(obj).exists())

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with what was merged into the record, where it went, and who it is not."""
        if (record := kwargs.get("obj")) is not None:
            merges = Merge.objects.of(record).standing().select_related("by").prefetch_related("drop", "keep")
            context["merges"] = list(merges.defer("moved"))
            context["distinctions"] = _distinctions(record)
            context["may_merge"] = request.user.has_perm("accounts.merge_records")
        return super().render_change_form(request, context, *args, **kwargs)


def _distinctions(record: Any) -> list[Distinction]:
    kind = ContentType.objects.get_for_model(type(record))
    said = Distinction.objects.filter(Q(first_id=record.pk) | Q(second_id=record.pk), kind=kind)
    return list(said.select_related("by").prefetch_related("first", "second"))
