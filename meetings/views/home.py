"""The front page: search first, what is new, what is due, and how much of it a person has checked."""

from __future__ import annotations

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from meetings.tallies import add_tallies, checked, provinces_with_meetings
from meetings.views.directives import tasks
from people.models import Official

SHOWN = 5  # meetings and deadlines


def home(request: HttpRequest) -> HttpResponse:
    """What the site holds, as it stands today."""
    today = timezone.localdate()
    meetings = Meeting.objects.published()
    newest = list(meetings.select_related("body", "province__successor").defer("search_text")[:SHOWN])
    add_tallies(newest)
    dated = tasks().filter(same_as__isnull=True, deadline_to__isnull=False)
    context = {
        "newest": newest,
        "due": dated.filter(deadline_to__gte=today).order_by("deadline_to", "pk")[:SHOWN],
        "latest_due": dated.filter(deadline_to__lt=today).order_by("-deadline_to", "pk")[:SHOWN],
        "counts": {
            "meetings": meetings.count(),
            "directives": Directive.objects.first_tellings().count(),
            "targets": Target.objects.first_tellings().count(),
            "officials": Official.objects.published().count(),
            "documents": LegalDocument.objects.published().count(),
            "articles": Article.objects.published().count(),
        },
        "checked": checked(),
        "loaded": Article.objects.aggregate(last=Max("loaded_at"))["last"],
        "provinces": provinces_with_meetings(),
        "today": today,
    }
    return render(request, "meetings/home.html", context)
