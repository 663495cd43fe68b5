"""The front page: search first, what is new, what is due, where it is from, how much of it a person has checked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from meetings.due import latest_due, next_due
from meetings.filters import MeetingFilter
from meetings.maps import map_of
from meetings.models import Meeting
from meetings.stock import stock
from meetings.tallies import add_tallies
from people.freshness.values import read_once

MEETINGS, DEADLINES = 6, 5  # shown: a deadline takes more lines


def home(request: HttpRequest) -> HttpResponse:
    """What the site holds, as it stands today."""
    today = timezone.localdate()
    newest = list(
        Meeting.objects.published().select_related("body", "province__successor").defer("search_text")[:MEETINGS]
    )
    add_tallies(newest)
    asked = MeetingFilter({"era": request.GET.get("era", "")})
    context = {
        "newest": newest,
        "due": read_once(request, ("next due", today), lambda: list(next_due(today, DEADLINES))),
        "latest_due": read_once(request, ("latest due", today), lambda: list(latest_due(today, DEADLINES))),
        "stock": stock(),
        "map": map_of(asked.map_in_use),
        "notices": asked.notices,
        "today": today,
    }
    return render(request, "meetings/home.html", context)
