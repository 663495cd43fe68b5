"""The ledger of directives, on screen and on paper, and the page of one."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from meetings.deadlines import DeadlineState, state_of
from meetings.filters import DirectiveFilter
from meetings.ledger import groups_of
from meetings.listings import ledger, tasks
from meetings.models import Citation, Directive, Target
from meetings.repeats import add_repeats, tellings_of
from people.facets.stock import Part
from people.freshness.values import read_once
from people.lists import ROWS, elsewhere, filtered
from people.revisions import describe

PRINTED = 300  # tasks on a page for the printer
_BY_MEETING = ("", "newest", "oldest")


def directive_list(request: HttpRequest) -> HttpResponse:
    """The ledger: tasks, those of the newest meeting first."""
    return render(request, "meetings/directive_list.html", _ledger(request))


def directive_print(request: HttpRequest) -> HttpResponse:
    """The ledger for the printer: the first tasks that the same filters keep, without what only a screen can do."""
    return render(request, "meetings/directive_print.html", _ledger(request, PRINTED))


def _ledger(request: HttpRequest, per_page: int = ROWS) -> dict[str, Any]:
    context = filtered(request, DirectiveFilter, ledger, per_page, prepare=add_repeats)
    page, today = context["page_obj"], timezone.localdate()
    shown = page.object_list
    by_meeting = context["filter"].parameters.get("order", "") in _BY_MEETING

    def tell() -> list[tuple[int, int, DeadlineState]]:
        return [(directive.pk, directive.meeting_id, state_of(directive, today)) for directive in shown]

    told = read_once(request, ("ledger", today, *shown.keys), tell) if isinstance(shown, Part) else tell()
    states = {state for *_, state in told}
    rows = [(key, meeting) for key, meeting, _ in told]
    return {
        **context,
        "by_meeting": by_meeting,
        "groups": groups_of(shown, rows, by_meeting=by_meeting, first=page.start_index()),
        "today": today,
        "left_out": context["total"] - page.end_index(),
        "shortened": [state for state in DeadlineState if state in states and state.short != str(state.label)],
    }


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
    context = {"directive": directive, "today": timezone.localdate(), "tellings": tellings_of(directive, tasks())}
    return elsewhere(request, directive) or render(request, "meetings/directive_detail.html", context)
