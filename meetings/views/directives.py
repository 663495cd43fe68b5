"""The list of directives, and the page of one."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from meetings.filters import DirectiveFilter
from meetings.models import Assignment, Citation, Directive, Meeting, Target
from people.lists import elsewhere, filtered
from people.revisions import describe


def tasks() -> QuerySet[Directive]:
    """Published directives of published meetings, each with its assignments in `parts`."""
    assignments = Assignment.objects.published().select_related("organization", "official")
    return (
        Directive.objects.published()
        .filter(meeting__in=Meeting.objects.published())
        .select_related("assigner", "meeting__body", "meeting__province__successor")
        .defer("search_text", "meeting__search_text")
        .prefetch_related(Prefetch("assignments", assignments, to_attr="parts"))
    )


def directive_list(request: HttpRequest) -> HttpResponse:
    """Tasks, those of the newest meeting first."""
    context = filtered(request, DirectiveFilter, tasks().filter(same_as__isnull=True))
    return render(request, "meetings/directive_list.html", {**context, "today": timezone.localdate()})


def directive_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A task with its deadline, who is to act, what it cites, and the words around it."""
    citations: QuerySet[Any] = Citation.objects.published().select_related("document")
    targets: QuerySet[Any] = Target.objects.first_tellings().defer("search_text")
    retellings: QuerySet[Any] = Directive.objects.published().select_related("article")
    rows: QuerySet[Any] = tasks().select_related("article", "same_as__meeting")
    rows = rows.prefetch_related(
        Prefetch("citations", citations, to_attr="cites"),
        Prefetch("targets", targets, to_attr="figures"),
        Prefetch("retellings", retellings, to_attr="also_told"),
    )
    directive = get_object_or_404(rows, pk=pk)
    describe([directive, *directive.parts])
    return elsewhere(request, directive) or render(
        request, "meetings/directive_detail.html", {"directive": directive, "today": timezone.localdate()}
    )
