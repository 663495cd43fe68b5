"""The page that moves appearances from one official to another: chosen with their words, looked at, then moved."""

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

from meetings.models import Appearance
from meetings.reassigning import move, what_moves
from people.corrections import State
from people.desk.other import OtherForm
from people.desk.passages import passage_of
from people.merging import Refused
from people.models import Official
from people.models.merges import LONGEST_REASON

LISTED = 100


class MoveForm(OtherForm):
    """To whom appearances are moved, and why."""

    needed = False
    new = forms.BooleanField(label=gettext_lazy("Somebody of this name who is not recorded yet"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=LONGEST_REASON, widget=forms.TextInput(attrs={"class": "vTextField"})
    )

    def clean(self) -> dict[str, Any]:
        """Either an official or somebody new."""
        cleaned = super().clean()
        if bool(cleaned.get("other")) == bool(cleaned.get("new")):
            raise forms.ValidationError(_("Choose either another official or somebody new."))
        return cleaned


def move_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """An official's appearances with their words; a POST shows what moves along and, sent again, moves it."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    official = get_object_or_404(Official.objects.select_related("province"), pk=pk, merged_into__isnull=True)
    form = MoveForm(admin.admin_site, official, request.POST or None)
    chosen = {int(key) for key in request.POST.getlist("appearance") if key.isdecimal() and len(key) < 19}
    if form.is_bound and form.is_valid():
        if not chosen:
            form.add_error(None, _("Choose at least one appearance."))
        elif "_move" in request.POST:
            try:
                return _moved(admin, request, official, chosen, form)
            except Refused as refusal:
                form.add_error(None, str(refusal))
    rows = Appearance.objects.filter(official=official).exclude(state=State.WITHDRAWN)
    rows = rows.select_related("meeting", "article").defer("meeting__search_text", "article__search_text")
    found = list(rows.order_by("-meeting__sort_date", "pk")[: LISTED + 1])
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Move appearances of %(official)s") % {"official": official},
        "opts": Official._meta,
        "record": official,
        "listed": [(row, passage_of(row), row.pk in chosen) for row in found[:LISTED]],
        "more": len(found) > LISTED,
        "form": form,
        "moving": what_moves(official, chosen) if form.is_bound and form.is_valid() else None,
        "media": admin.media + form.media,
    }
    return TemplateResponse(request, "admin/merging/move.html", context)


def _moved(admin: Any, request: HttpRequest, official: Official, chosen: set[int], form: MoveForm) -> HttpResponse:
    target = form.cleaned_data["other"]
    if target is None and not request.user.has_perm("people.add_official"):
        raise PermissionDenied
    target = move(official, chosen, target, by=request.user, reason=form.cleaned_data["reason"])
    said = _("Moved to “%(target)s” (no. %(pk)s); moving back undoes it.") % {"target": target, "pk": target.pk}
    admin.message_user(request, said, messages.SUCCESS)
    return HttpResponseRedirect(reverse("admin:people_official_change", args=[target.pk]))
