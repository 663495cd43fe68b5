"""The page on which a merge is undone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.merging import Refused, undo
from people.models import Merge
from people.models.merges import LONGEST_REASON


class UndoForm(forms.Form):
    """Why a merge is undone."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
        help_text=gettext_lazy("For instance: two people; one was director in 2023, the other took over in 2024."),
    )


def undo_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why, then undoes a merge; reviewers may."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    may_undo = request.user.has_perm("accounts.merge_records")
    if request.method == "POST" and not may_undo:
        raise PermissionDenied
    merge = get_object_or_404(Merge.objects.select_related("by", "undone_by", "kind"), pk=pk)
    form = UndoForm(request.POST or None)
    options: Any = merge.kind.model_class()._meta  # type: ignore[union-attr]
    if request.method == "POST" and form.is_valid():
        try:
            undo(merge, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            said = _("“%(drop)s” and “%(keep)s” are two again.") % {"drop": merge.drop, "keep": merge.keep}
            admin.message_user(request, said, messages.SUCCESS)
            page = f"admin:{options.app_label}_{options.model_name}_change"
            return HttpResponseRedirect(reverse(page, args=[merge.drop_id]))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Undo a merge"),
        "opts": options,
        "merge": merge,
        "rows": sum(len(entry.get("rows", (0,))) for entry in merge.moved if entry["do"] != "mark"),
        "form": form,
        "may_undo": may_undo and merge.undone_at is None,
    }
    return TemplateResponse(request, "admin/merging/undo.html", context)
