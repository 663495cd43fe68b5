"""Five failures, of password or code, shut a user out at that address for a while; the page that says until when."""

from __future__ import annotations

import datetime
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _


def count_failure(request: HttpRequest, user: User) -> None:
    """Counts a wrong code as a wrong password is counted; after the last one that is allowed, the answer is 429."""
    user_login_failed.send(__name__, credentials={"username": user.get_username()}, request=request)


def is_locked(request: HttpRequest, user: User) -> bool:
    """Whether this user is shut out at the address that the request comes from."""
    return not AxesProxyHandler.is_allowed(request, {"username": user.get_username()})


def is_locked_anywhere(user: User) -> bool:
    """Whether this user is shut out at any address."""
    recent = AccessAttempt.objects.filter(
        username=user.get_username(), attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME
    )
    counted = recent.values("ip_address").annotate(failures=Sum("failures_since_start")).order_by()
    return counted.filter(failures__gte=settings.AXES_FAILURE_LIMIT).exists()


def forgive(user: User, request: HttpRequest | None = None) -> None:
    """Forgets the failures of a user: at the address of a request, or all of them."""
    address = get_client_ip_address(request) if request is not None else None
    AxesProxyHandler.reset_attempts(username=user.get_username(), ip_address=address)


def locked_until(username: str, address: str | None) -> datetime.datetime:
    """When enough failures are old enough."""
    now = timezone.now()
    rows = AccessAttempt.objects.filter(
        username=username, ip_address=address, attempt_time__gte=now - settings.AXES_COOLOFF_TIME
    ).order_by("attempt_time")
    left = sum(row.failures_since_start for row in rows)
    for row in rows:
        left -= row.failures_since_start
        if left < settings.AXES_FAILURE_LIMIT:
            return row.attempt_time + settings.AXES_COOLOFF_TIME
    return now


def locked_response(
    request: HttpRequest, original: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The answer to who is shut out (429); called for by django-axes and by the page that asks for a code."""
    username = str((credentials or {}).get("username") or request.POST.get("username", ""))
    return wait_response(request, locked_until(username, get_client_ip_address(request)))


def wait_response(request: HttpRequest, until: datetime.datetime) -> HttpResponse:
    """A page that says that nothing is accepted before `until`, with 429."""
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    context = {
        **admin.site.each_context(request),
        "title": _("Too many failed attempts"),
        "has_permission": False,
        "until": until,
        "minutes": -(-seconds // 60),
    }
    answer = render(request, "accounts/locked.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    return answer
