"""What is offered while a reader types, as a piece of a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from meetings.finders import FINDERS
from meetings.suggestions import suggest
from people.search.filters import LONGEST_TYPED, TypedField

SECONDS_KEPT = 60  # by the reader's browser


@cache_control(public=True, max_age=SECONDS_KEPT)
def suggestions(request: HttpRequest) -> HttpResponse:
    """Options for `q`; with `kind`, which may stand more than once, of these kinds alone. Unknown kinds are ignored."""
    typed = TypedField().clean(request.GET.get("q", ""))[:LONGEST_TYPED]
    kinds = FINDERS.keys() & set(request.GET.getlist("kind")[: len(FINDERS)])
    groups = suggest(typed, kinds)
    context = {"typed": typed, "groups": groups, "total": sum(len(group.rows) for group in groups), "one": bool(kinds)}
    answer = render(request, "meetings/_suggestions.html", context)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
