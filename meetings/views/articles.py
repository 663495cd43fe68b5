"""The list of articles, and the page of one: its text, and what was read from it or why nothing was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from meetings.dossier import Dossier
from meetings.filters import ArticleFilter
from meetings.highlights import Mark
from meetings.listings import articles
from meetings.marks import marks_of
from meetings.models import Article, Meeting, Report
from people.lists import elsewhere, filtered


def article_list(request: HttpRequest) -> HttpResponse:
    """Press texts, the newest first."""
    return render(request, "meetings/article_list.html", filtered(request, ArticleFilter, articles))


def article_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A press text with the words of every record marked, each leading to the record on its meeting's page."""
    article = get_object_or_404(articles(), pk=pk)
    reports = article.reports.filter(meeting__in=Meeting.objects.published()).select_related("meeting")
    report = reports.defer("meeting__search_text").first()
    context = {"article": article, "report": report, "marks": marks_on(article, report)}
    return elsewhere(request, article) or render(request, "meetings/article_detail.html", context)


def marks_on(article: Article, report: Report | None) -> list[Mark]:
    """The marks of what was read from the article, or of the words by which it was found to be about something else."""
    if report is not None:
        dossier = Dossier(report.meeting)
        return marks_of(
            report, dossier.records, dossier.mentions, dossier.attestations, report.meeting.get_absolute_url()
        )
    start = article.text.find(article.detection_quote) if article.detection_quote else -1
    if start < 0:
        return []
    return [Mark(start, start + len(article.detection_quote), "meeting", "detection", "#why")]
