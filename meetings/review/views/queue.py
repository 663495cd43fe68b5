"""The queue's page, and the way from there to the next item."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.models import ReviewItem
from meetings.review.overview import overview
from meetings.review.queue import Filters, may_act, may_act_at_all, next_item, release, skip
from meetings.review.worked_at import address_of


@require_safe
def review_queue(request: HttpRequest) -> HttpResponse:
    """How much waits, how long it takes, and the first of it; the filters are the query string."""
    user = _reviewer(request)
    context = {
        **admin.site.each_context(request),
        "title": _("What needs a look"),
        "overview": overview(user, Filters.read(request.GET)),
    }
    return TemplateResponse(request, "review/queue.html", context)


@require_POST
def review_next(request: HttpRequest) -> HttpResponse:
    """Claims the next item and leads to where it is worked on; back to the queue where nothing is left.

    Fields: the filters; `after`, the item that one comes from, which is released; `skip`, to pass that one over until
    tomorrow.
    """
    user = _reviewer(request)
    filters = Filters.read(request.POST)
    after = _item(request.POST.get("after", ""))
    if after is not None:
        if "skip" in request.POST and may_act(user, after):
            skip(after, user)
        release(after, user)
    item = next_item(user, filters, after)
    if item is None:
        messages.success(request, _("Nothing more waits for you here; what is left is being looked at by others."))
        return HttpResponseRedirect(reverse("review:queue") + filters.query())
    return HttpResponseRedirect(address_of(item))


def _reviewer(request: HttpRequest) -> User:
    """Who asks; only who may change some kind of record has something to look for here."""
    user = request.user
    if not isinstance(user, User) or not may_act_at_all(user):
        raise PermissionDenied
    return user


def _item(key: str) -> ReviewItem | None:
    known = key.isascii() and key.isdecimal() and len(key) < 19
    return ReviewItem.objects.filter(pk=key).first() if known else None
