"""Sessions of staff end: after an hour without a request, after half a day in any case, or when somebody ends them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN, SEEN = "session_began", "session_seen"  # seconds since 1970
# A session is written anew at most that often.
RENEWED_EVERY = 60  # seconds


def note_beginning(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """A `user_logged_in` receiver; sweeps out what has expired, too, which nobody else does."""
    request.session.clear_expired()
    request.session[BEGAN] = request.session[SEEN] = int(time.time())


class SessionLimits:
    """Middleware: renews a session that is used, ends one that has lasted too long; visitors have none and pay nothing.

    Where nobody comes for `SESSION_COOKIE_AGE`, the stored session expires by itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.session_key and SESSION_KEY in request.session:
            now = int(time.time())
            if now - request.session.get(BEGAN, 0) > settings.SESSION_LONGEST:
                logout(request)
            elif now - request.session.get(SEEN, 0) > RENEWED_EVERY:
                request.session[SEEN] = now
        return self.get_response(request)


def end_sessions(user: User, but: str | None = None) -> int:
    """Ends all sessions of a user, except the one with the key `but`; how many.

    Only staff have sessions, so there are few; whose one is stands inside it.
    """
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.session_key != but and session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
            ended += 1
    return ended
