"""Pages about the site itself: how it reads and how often rightly, and what the words in the texts mean."""

from __future__ import annotations

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings import accuracy, glossary
from meetings.models import Article
from meetings.tallies import checked


def method(request: HttpRequest) -> HttpResponse:
    """What the site knows and does not know, and how often its rules are right."""
    sights = accuracy.first_sights()
    context = {
        "kinds": accuracy.by_kind(),
        "fields": accuracy.by_field(),
        "sights": sights,
        "latest": {sight.kind: sight for sight in sights},
        "checked": checked(),
        "articles": Article.objects.published().count(),
        "loaded": Article.objects.aggregate(last=Max("loaded_at"))["last"],
    }
    return render(request, "meetings/method.html", context)


def terms(request: HttpRequest) -> HttpResponse:
    """The glossary of bodies, titles, meetings, documents and words."""
    return render(request, "meetings/glossary.html", {"groups": list(glossary.grouped())})
