"""The provinces on a map and in a table, and the page of one: what is known of its meetings, tasks and officials."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meetings.figures import figures, same_place
from meetings.filters.provinces import MapFilter
from meetings.listings import tasks
from meetings.locality import bodies, calendars, most_told
from meetings.maps import map_of
from meetings.models import Meeting
from meetings.places import place_rows
from meetings.tallies import add_tallies
from people.company import company_at
from people.incumbents import last_told
from people.locator import locate
from people.models import Official, Organization, Province

MEETINGS_SHOWN = 5
TASKS_SHOWN = 5
FIGURES_SHOWN = 8
OFFICIALS_SHOWN = 12


def province_list(request: HttpRequest) -> HttpResponse:
    """All provinces of one map with the numbers of their meetings, tasks and figures."""
    asked = MapFilter(request.GET, request=request)
    shown = map_of(asked.map_in_use)
    rows = place_rows(shown)
    context = {"filter": asked, "map": shown, "rows": rows, "total": len(rows), "notices": asked.notices}
    return render(request, "meetings/province_list.html", context)


def province_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A province of today's map with all that is known of it and of its former parts; these lead there, too."""
    known = Province.objects.filter(slug=slug).select_related("successor").order_by("valid_to")
    province = next((row for row in known if not row.is_former), None)
    if province is None:
        former = known.first()
        if former is None or former.successor is None:
            raise Http404
        return redirect(former, permanent=True)
    today = timezone.localdate()
    places = same_place(province)
    held = Meeting.objects.published().filter(province__in=places)
    newest = list(held.select_related("body", "province__successor").defer("search_text")[:MEETINGS_SHOWN])
    add_tallies(newest)
    given = tasks().filter(same_as__isnull=True, meeting__province__in=places)
    dated = given.filter(deadline_to__isnull=False)
    told = figures().filter(same_as__isnull=True, meeting__province__in=places)
    by_part = Counter(dict(held.order_by().values_list("province").annotate(n=Count("*"))))
    parts = list(province.predecessors.order_by("slug"))
    years, earlier, before = calendars(province, held)
    context = {
        "province": province,
        "parts": [(part, by_part[part.pk]) for part in parts],
        "locator": locate(province, parts),
        "numbers": {
            "meetings": by_part.total(),
            "tasks": given.count(),
            "figures": told.count(),
            "officials": Official.objects.published().filter(province=province).count(),
            "agencies": Organization.objects.published().filter(province__in=places).count(),
        },
        "newest": newest,
        "due": dated.filter(deadline_to__gte=today).order_by("deadline_to", "pk")[:TASKS_SHOWN],
        "latest_due": dated.filter(deadline_to__lt=today).order_by("-deadline_to", "pk")[:TASKS_SHOWN],
        "figures": told.order_by("-meeting__sort_date", "-meeting", "start", "pk")[:FIGURES_SHOWN],
        "bodies": bodies(held),
        "agencies": most_told(held),
        "incumbents": last_told(province, OFFICIALS_SHOWN),
        "years": years,
        "earlier": earlier,
        "before": before,
        "company": company_at(held),
        "today": today,
    }
    return render(request, "meetings/province_detail.html", context)
