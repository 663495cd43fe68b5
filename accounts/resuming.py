"""What somebody typed into a form of the desk while his session ended: carried through the login, to be sent again.

Nothing is kept for who has not logged in: the page that asks for the password holds what was typed, and it goes into
the session that begins with the right one. It is sent only when its owner says so, on a page that shows it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

CARRIED = "carried"
# A form of the desk is smaller; a session has to hold it.
LONGEST = 1_000_000  # characters
NEVER = ("csrfmiddlewaretoken", CARRIED)


class ResumeMiddleware:
    """Answers who sends a form of the desk without being logged in with the login, what was typed inside it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method != "POST" or answer.status_code != 302 or request.user.is_authenticated:
            return answer
        if not answer.headers["Location"].startswith(reverse("admin:login")):
            return answer
        carried = pack(request)
        return answer if carried is None else self._ask(request, carried)

    def _ask(self, request: HttpRequest, carried: str) -> HttpResponse:
        context = {
            **admin.site.each_context(request),
            "title": _("Your session has ended"),
            "form": AdminAuthenticationForm(request),
            "app_path": reverse("admin:login"),
            "next": reverse("accounts:resume"),
            CARRIED: carried,
        }
        return render(request, "admin/login.html", context, status=401)


def pack(request: HttpRequest) -> str | None:
    """Address and fields of a form that was sent; None where there is nothing worth carrying, or a secret."""
    if request.path.startswith(reverse("accounts:account")):
        return None
    fields = [[name, value] for name in request.POST if name not in NEVER for value in request.POST.getlist(name)]
    if not fields or any("password" in name for name, _value in fields):
        return None
    carried = json.dumps({"address": request.get_full_path(), "fields": fields})
    return carried if len(carried) <= LONGEST else None


def unpack(carried: str) -> dict[str, Any] | None:
    """What `pack` made: `address` and `fields`; None for anything else."""
    try:
        found = json.loads(carried)
        fields = [(str(name), str(value)) for name, value in found["fields"]]
        address = str(found["address"])
    except (ValueError, TypeError, KeyError):
        return None
    inside = address.startswith(reverse("admin:index")) and "\\" not in address
    return {"address": address, "fields": fields} if inside else None


def take_along(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """A `user_logged_in` receiver: what was typed goes into the new session."""
    carried = request.POST.get(CARRIED, "")
    if carried and len(carried) <= LONGEST:
        request.session[CARRIED] = carried
