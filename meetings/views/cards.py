"""The picture that stands for a page where somebody shares it."""

from __future__ import annotations

import hashlib

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from meetings.cards import MAKERS
from people.sharing.cards import Card, draw
from people.throttling import seconds_to_wait

LIMIT = 30  # pictures drawn in a minute for one address; those that are kept cost nothing
KEPT = 24 * 3600  # seconds


def card(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """A PNG of 1200 × 630, drawn when it is first asked for; 429 for who asks for very many at once."""
    made = MAKERS[kind](pk) if kind in MAKERS else None
    if made is None:
        raise Http404
    name = _name(made)
    if (known := get_conditional_response(request, etag=f'"{name}"')) is not None:
        return known
    picture = caches["cards"].get(name)
    if picture is None:
        if wait := seconds_to_wait("cards", request.META.get("REMOTE_ADDR", ""), LIMIT):
            return HttpResponse(status=429, headers={"Retry-After": str(wait)})
        picture = draw(made)
        caches["cards"].set(name, picture, KEPT)
    headers = {"Cache-Control": f"public, max-age={KEPT}", "ETag": f'"{name}"'}
    return HttpResponse(picture, content_type="image/png", headers=headers)


def _name(made: Card) -> str:
    """The same for the same words: a record that was set right gets another picture."""
    return hashlib.sha256(repr((made, get_language())).encode()).hexdigest()[:32]
