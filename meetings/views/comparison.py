"""The comparison of targets: an indicator by province and year, what was promised beside what was reached."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from meetings.comparison.choices import indicators, without_a_word
from meetings.comparison.grid import Figures
from meetings.comparison.territories import Territories
from meetings.figures import comparable
from meetings.filters import ComparisonFilter
from people.freshness.values import read_once
from people.lists import page_of
from people.search import search

ROWS = 20  # lands on one page


def target_comparison(request: HttpRequest) -> HttpResponse:
    """The indicators to choose from or, once one is chosen, its figures by province and year."""
    filters = ComparisonFilter(request.GET, queryset=comparable(), request=request)
    typed = filters.cleaned.get("q", "")
    if typed and comparable().filter(canonical_metric=typed).exists():
        return HttpResponseRedirect(filters.url(indicator=[typed], q=()))
    if filters.indicator_chosen and not typed:
        return _compared(request, filters)
    found, more = (
        indicators(search(comparable(), typed), typed)
        if typed
        else read_once(request, "indicators", lambda: indicators(comparable()))
    )
    shorter = without_a_word(comparable(), typed) if typed and not found else []
    context = {"filter": filters, "indicators": found, "more": more, "typed": typed, "shorter": shorter}
    return render(request, "meetings/comparison_choice.html", context)


def _compared(request: HttpRequest, filters: ComparisonFilter) -> HttpResponse:
    measure = filters.measure
    context: dict[str, Any] = {"filter": filters, "indicator": filters.indicator_chosen, "measure": measure}
    if measure is not None:
        context["own_query"] = {"indicator": filters.indicator_chosen}
        figures = Figures(filters.qs, Territories(filters.map_in_use), filters.indicator_chosen, measure)
        page = page_of(request, Paginator(figures.lands(), ROWS), filters.notices)
        context |= {"figures": figures, "page_obj": page, "grid": figures.grid(list(page.object_list))}
    return render(request, "meetings/comparison.html", context)
