"""Confirming, rejecting and restoring records, one from its page or many from a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable, State
from people.models import Mergeable

# So many rejected records are named on the page that asks why.
NAMED = 20


def confirm(record: Correctable) -> None:
    """Says that a person has seen the record and its conflicts, and that it is right as it is. Nothing is saved."""
    record.state = State.CONFIRMED
    record.conflicts = {}


def restore(record: Correctable) -> None:
    """Takes a rejection back: the record is again what it was before a person spoke. Nothing is saved."""
    if record.state == State.REJECTED:
        record.state = State.READ if record.extracted else State.CONFIRMED


class ReasonForm(forms.Form):
    """Why records are rejected; kept in their history, which holds 100 characters."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
        help_text=_("For instance: this is what another province was told; a sentence of the reporter, no order."),
    )


class StandingActions(admin.ModelAdmin):
    """The three actions on lists and on a record's own page."""

    actions = ("confirm_selected", "reject_selected", "restore_selected")
    # Whether records of this kind can be wrong as a whole; an article cannot, it was printed.
    can_be_rejected = True

    def get_urls(self) -> list[URLPattern]:
        """The page that asks why one record is rejected, before Django's own."""
        if not self.can_be_rejected:
            return super().get_urls()
        options = self.model._meta
        page = path(
            "<path:object_id>/reject/",
            self.admin_site.admin_view(self.reject_view),
            name=f"{options.app_label}_{options.model_name}_reject",
        )
        return [page, *super().get_urls()]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without rejecting where records of this kind cannot be rejected."""
        actions = super().get_actions(request)
        if not self.can_be_rejected:
            actions.pop("reject_selected", None)
        return actions

    def has_reject_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Reviewers may, who may change the record as well."""
        return request.user.has_perm("accounts.reject_records") and self.has_change_permission(request, obj)

    def settle_standing(self, request: HttpRequest, record: Any) -> None:
        """Does what the button says with which a form was sent; a rejection is a reviewer's to take back."""
        taken_back = record.state == State.REJECTED and {"_confirm", "_restore"} & set(request.POST)
        if taken_back and not self.has_reject_permission(request, record):
            raise PermissionDenied
        if "_confirm" in request.POST:
            confirm(record)
        elif "_restore" in request.POST:
            restore(record)

    @admin.action(description=_("Confirm the chosen %(verbose_name_plural)s"), permissions=["change"])
    def confirm_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Confirms the chosen records."""
        if not self.has_reject_permission(request):
            queryset = queryset.exclude(state=State.REJECTED)
        with transaction.atomic():
            count = self._save_each(request, queryset.exclude(state=State.CONFIRMED, conflicts={}), confirm)
        said = ngettext("%(n)d record confirmed.", "%(n)d records confirmed.", count)
        self.message_user(request, said % {"n": count}, messages.SUCCESS)

    @admin.action(description=_("Restore the chosen rejected %(verbose_name_plural)s"), permissions=["reject"])
    def restore_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Takes the rejection of the chosen records back."""
        with transaction.atomic():
            count = self._save_each(request, queryset.filter(state=State.REJECTED), restore)
        said = ngettext("%(n)d record restored.", "%(n)d records restored.", count)
        self.message_user(request, said % {"n": count}, messages.SUCCESS)

    @admin.action(description=_("Reject the chosen %(verbose_name_plural)s …"), permissions=["reject"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Asks why, then rejects the chosen records."""
        return self._reject(request, queryset, None)

    def reject_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks why, then rejects one record."""
        record = self.get_object(request, unquote(object_id))
        if not self.has_reject_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        options = self.model._meta
        back = reverse(f"{self.admin_site.name}:{options.app_label}_{options.model_name}_change", args=[record.pk])
        answer = self._reject(request, self.get_queryset(request).filter(pk=record.pk), back)
        return answer or HttpResponseRedirect(back)

    def _reject(self, request: HttpRequest, queryset: QuerySet[Any], back: str | None) -> HttpResponse | None:
        open_ones = queryset.exclude(state=State.REJECTED)
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():

            def reject(record: Correctable) -> None:
                record.state = State.REJECTED
                record._change_reason = form.cleaned_data["reason"]  # type: ignore[attr-defined]

            with transaction.atomic():
                count = self._save_each(request, open_ones, reject)
            said = ngettext("%(n)d record rejected.", "%(n)d records rejected.", count)
            self.message_user(request, said % {"n": count}, messages.SUCCESS)
            return None
        count = open_ones.count()
        if not count:
            self.message_user(request, gettext("There is nothing left to reject."), messages.WARNING)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Reject"),
            "opts": self.model._meta,
            "form": form,
            "records": list(open_ones[:NAMED]),
            "more": max(0, count - NAMED),
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "select_across": request.POST.get("select_across", "0"),
            "back": back,
        }
        return TemplateResponse(request, "admin/records/reject.html", context)

    def _save_each(self, request: HttpRequest, records: QuerySet[Any], change: Any) -> int:
        """Changes and saves row by row, so that each has its history; call it in a transaction."""
        count = 0
        if issubclass(self.model, Mergeable):
            records = records.filter(merged_into__isnull=True)  # those come back by undoing their merge
        for record in records.select_related(None).defer(None).select_for_update(of=("self",)):
            change(record)
            record.save(update_fields=["state", "conflicts", "updated_at"])
            self.log_change(request, record, record.get_state_display())
            count += 1
        return count
