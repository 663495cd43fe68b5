"""The history of a record: who changed what, when and why, and back to a version without losing what was read since."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from simple_history.models import DeletedObject

from people.corrections import State
from people.desk.changes import ReadableChanges, difference, in_words
from people.desk.latest import LatestVersions


class RecordHistory(LatestVersions):
    """History on a record's own page and on pages of its own, in the site's dress."""

    object_history_template: Any = "admin/records/history.html"
    object_history_list_template = "admin/records/history_list.html"

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> ReadableChanges:
        """Changes in words."""
        return ReadableChanges(self.model, historical_record)

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        """The page's title."""
        return _("History: %(record)s") % {"record": obj}

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A version beside the present values; a POST brings back what a person may edit of it.

        What the machine read since stays known, so that the next reading does not take the old value for its own.
        """
        record = self.get_object(request, unquote(object_id))
        versions = self.model.history.model.objects.select_related("history_user")
        version = get_object_or_404(versions, **{self.model._meta.pk.attname: unquote(object_id), "pk": version_id})
        if not self.has_view_history_or_change_history_permission(request, record):
            raise PermissionDenied
        may_bring_back = record is not None and self.has_revert_permission(request, record)
        if request.method == "POST":
            if not may_bring_back:
                raise PermissionDenied
            return self._bring_back(request, record, version)
        options = self.model._meta
        context = {
            **self.admin_site.each_context(request),
            "title": _("Version of %(time)s") % {"time": _time(version)},
            "subtitle": str(record or version.instance),
            "opts": options,
            "version": version,
            "record": record,
            "rows": [] if record is None else self._compared(version, record),
            "may_bring_back": may_bring_back,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/records/version.html", context)

    def _compared(self, version: Any, record: Any) -> list[dict[str, Any]]:
        rows = []
        for field in version.tracked_fields:
            if not field.editable or field.primary_key:
                continue
            then, now = _value(version, field), _value(record, field)
            shown = difference(now, then) if then != now else ""
            rows.append({"field": capfirst(field.verbose_name), "then": then, "difference": shown})
        return rows

    def _bring_back(self, request: HttpRequest, record: Any, version: Any) -> HttpResponse:
        form_class = self.get_form(request, record, change=True)
        names = [name for name in form_class.base_fields if name in {field.name for field in version.tracked_fields}]
        form = form_class(model_to_dict(version, fields=names), instance=record)
        options = self.model._meta
        address = f"{self.admin_site.name}:{options.app_label}_{options.model_name}"
        if not form.is_valid():
            for errors in form.errors.values():
                self.message_user(request, " ".join(errors), messages.ERROR)
            return HttpResponseRedirect(request.path)
        record = form.save(commit=False)
        if getattr(version, "state", State.WITHDRAWN) != State.WITHDRAWN:
            record.state = version.state
        record._change_reason = _("Back to the version of %(time)s") % {"time": _time(version)}
        with transaction.atomic():
            record.save()
            self.log_change(request, record, record._change_reason)
        self.message_user(request, _("The version is back; later readings are still known."), messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"{address}_change", args=[record.pk]))


def _value(row: Any, field: Any) -> str:
    try:
        return in_words(field, getattr(row, field.name))
    except ObjectDoesNotExist:
        return in_words(field, DeletedObject(field.related_model, getattr(row, field.attname)))


def _time(version: Any) -> str:
    return date_format(localtime(version.history_date), "SHORT_DATETIME_FORMAT")
