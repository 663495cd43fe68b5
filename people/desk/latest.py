"""The latest versions of a record on its own page, each one button away, and the reason for a change."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

# So many versions stand on a record's own page; the page of its history has them all.
LATEST = 5
LONGEST_REASON = 100  # characters, as the history keeps them


class LatestVersions(SimpleHistoryAdmin):
    """Shows the latest versions below the form, and asks in it why something is changed."""

    change_form_template: ClassVar[Any] = "admin/records/change_form.html"

    def has_revert_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Reviewers may, who may change the record as well."""
        return request.user.has_perm("accounts.revert_records") and self.has_change_permission(request, obj)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The page, with the versions and with the reason that was typed."""
        if obj is not None:
            context["latest_versions"] = self._latest_versions(request, obj)
            context["may_bring_back"] = self.has_revert_permission(request, obj)
        context["change_reason"] = request.POST.get("change_reason", "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """All versions, each one button away as well."""
        record = self.get_object(request, unquote(object_id))
        may = record is not None and self.has_revert_permission(request, record)
        context = {"may_bring_back": may, **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves, with the reason that was given."""
        _give_reason(request, obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Saves rows, with the reason that was given for all that was changed."""
        for row in formset.forms:
            _give_reason(request, row.instance)
        super().save_formset(request, form, formset, change)

    def _latest_versions(self, request: HttpRequest, record: Any) -> list[Any]:
        versioned: Any = self.model
        rows = self.get_history_queryset(request, versioned.history, versioned._meta.pk.attname, record.pk)
        latest = list(rows[: LATEST + 1])
        self.set_history_delta_changes(request, latest)
        return latest[:LATEST]


def _give_reason(request: HttpRequest, record: Any) -> None:
    if reason := " ".join(request.POST.get("change_reason", "").split()):
        record._change_reason = reason[:LONGEST_REASON]
