"""The page that moves what single texts tell of one record to another: chosen with its words, looked at, then moved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.admin.movable import Asked, groups_of
from meetings.admin.move_form import FORMS
from meetings.moving import KINDS, Newcomer, move, what_moves
from people.merging import Refused
from people.models import Role


def move_view(admin: Any, request: HttpRequest, model: Any, pk: int) -> HttpResponse:
    """What texts tell of a record, with the words; a POST shows what moves along and, sent again, moves it.

    Buttons that list other rows are POSTs, too: they keep what is chosen and typed.

    `admin` is that of one of the kinds of rows that can be moved.
    """
    if not _may_move(admin, request, model):
        raise PermissionDenied
    record = get_object_or_404(model.objects.select_related("province"), pk=pk, merged_into__isnull=True)
    form = FORMS[model](admin, request, record, request.POST or None)
    chosen = {kind.name: _keys(request, kind.name) for kind in KINDS[model]}
    asked = Asked.by(request.POST or request.GET, KINDS[model])
    moving = None
    if form.is_bound and form.is_valid() and not form.finding and not form.browsing:
        moving = what_moves(record, chosen)
        if not moving:
            form.add_error(None, _("Choose at least one of what is listed."))
        elif "_move" in request.POST:
            try:
                return _moved(admin, request, record, chosen, form)
            except Refused as refusal:
                form.add_error(None, str(refusal))
    groups = groups_of(record, chosen, asked)
    context = {
        **admin.admin_site.each_context(request),
        "title": form.title % {"record": record},
        "opts": model._meta,
        "record": record,
        "groups": groups,
        "asked": asked,
        "searchable": bool(asked.words) or any(group.page.paginator.num_pages > 1 for group in groups),
        "form": form,
        "moving": moving,
        "staying": Role.objects.published().filter(organization=record).count() if form.leaves_roles else 0,
        "media": admin.media + form.media,
    }
    return TemplateResponse(request, "admin/merging/move.html", context)


def _may_move(admin: Any, request: HttpRequest, model: Any) -> bool:
    admins = [admin.admin_site.get_model_admin(kind.model) for kind in KINDS[model]]
    owner = admin.admin_site.get_model_admin(model)
    return owner.has_view_permission(request) and all(one.has_change_permission(request) for one in admins)


def _keys(request: HttpRequest, name: str) -> set[int]:
    return {int(key) for key in request.POST.getlist(name) if key.isdecimal() and len(key) < 19}


def _moved(admin: Any, request: HttpRequest, record: Any, chosen: dict[str, set[int]], form: Any) -> HttpResponse:
    target, options = form.target, record._meta
    if isinstance(target, Newcomer) and not request.user.has_perm(f"{options.app_label}.add_{options.model_name}"):
        raise PermissionDenied
    target = move(record, chosen, target, by=request.user, reason=form.cleaned_data["reason"])
    said = _("Moved to “%(target)s” (no. %(pk)s); moving back undoes it.") % {"target": target, "pk": target.pk}
    admin.message_user(request, said, messages.SUCCESS)
    if not type(record)._base_manager.filter(pk=record.pk).exists():
        gone = _("No. %(pk)s had been made for what was moved; nothing is told of it any more, so it is taken away.")
        admin.message_user(request, gone % {"pk": record.pk}, messages.INFO)
    page = f"admin:{options.app_label}_{options.model_name}_change"
    return HttpResponseRedirect(reverse(page, args=[target.pk]))
