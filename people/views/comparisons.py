"""Two officials, or two agencies, side by side."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from people import careers
from people.comparison import agencies, in_common, likely, officials
from people.comparison.choosing import SIDES, Side, query, sides
from people.filters import OfficialFilter, OrganizationFilter
from people.lists import page_of
from people.models import Official, Organization

SHARED_SHOWN = 10  # on one page: meetings where both were, tasks that both were given
IN_BOTH_SHOWN = 12


@require_safe
def compare_officials(request: HttpRequest) -> HttpResponse:
    """Offices, meetings and tasks given of two officials, and the meetings where both were."""
    rows = Official.objects.published().select_related("province__successor").defer("search_text")
    left, right = sides(request, OfficialFilter, rows)
    if moved := _elsewhere(request, left, right):
        return moved
    context = _context(left, right)
    for side in (left, right):
        careers.describe([side.record] if side.record else side.offers)
    if left.record and right.record:
        context |= _two_officials(request, left.record, right.record, context["notices"])
    elif one := left.record or right.record:
        context |= {"alike": likely.officials_alike(one), "beside": likely.officials_beside(one)}
    return render(request, "people/compare_officials.html", context)


def _two_officials(request: HttpRequest, a: Official, b: Official, notices: list[str]) -> dict[str, Any]:
    left, right = officials.told_of((a, b))
    page = page_of(request, Paginator(in_common.together(a, b), SHARED_SHOWN), notices)
    by_agency, left_out = officials.by_agency(a, b)
    return {
        "two": (left, right),
        "page_obj": page,
        "together": in_common.with_acts(page.object_list, a, b),
        "by_act": officials.by_act(left, right),
        "by_year": officials.by_year(left, right),
        "by_agency": by_agency,
        "agencies_left_out": left_out,
    }


@require_safe
def compare_organizations(request: HttpRequest) -> HttpResponse:
    """Tasks, meetings and officials of two agencies, and the tasks that both were given."""
    rows = Organization.objects.published().select_related("province__successor", "successor__province")
    left, right = sides(request, OrganizationFilter, rows.defer("search_text", "successor__search_text"))
    if moved := _elsewhere(request, left, right):
        return moved
    context = _context(left, right)
    if left.record and right.record:
        context |= _two_organizations(request, left.record, right.record, context["notices"])
    elif one := left.record or right.record:
        context |= {"alike": likely.agencies_alike(one), "beside": likely.agencies_beside(one)}
    return render(request, "people/compare_organizations.html", context)


def _two_organizations(request: HttpRequest, a: Organization, b: Organization, notices: list[str]) -> dict[str, Any]:
    left, right = agencies.told_of((a, b))
    page = page_of(request, Paginator(in_common.given_to_both(a, b), SHARED_SHOWN), notices)
    by_giver, left_out = agencies.by_giver(a, b)
    return {
        "two": (left, right),
        "page_obj": page,
        "by_part": agencies.by_part(left, right),
        "by_deadline": agencies.by_deadline(left, right),
        "by_year": agencies.by_year(left, right),
        "by_giver": by_giver,
        "givers_left_out": left_out,
        "in_both": in_common.in_both(a, b)[:IN_BOTH_SHOWN],
        "in_both_known": in_common.in_both(a, b).count(),
        "handovers": in_common.handovers(a, b),
    }


def _elsewhere(request: HttpRequest, left: Side, right: Side) -> HttpResponse | None:
    """To the address with the numbers of those who were found by name, or by the number of one merged away."""
    asked = [request.GET.get(side.name, "") for side in (left, right)]
    meant = [side.address if side.record is not None else asked[n] for n, side in enumerate((left, right))]
    return redirect(f"{request.path}?{query(*meant)}") if meant != asked else None


def _context(left: Side, right: Side) -> dict[str, Any]:
    """What both pages show of the choice: the sides, what each knows of the other, and words on what was odd."""
    notices = [*left.notices, *(notice for notice in right.notices if notice not in left.notices)]
    swapped = query(right.address, left.address)
    chosen = bool(left.record and right.record)
    both = sorted((left.record.pk, right.record.pk)) if chosen else ()
    return {
        "left": left,
        "right": right,
        "sides": ((left, right), (right, left)),
        "swapped": swapped,
        "chosen": chosen,
        "own_query": dict(zip(SIDES, both, strict=False)),  # the same page, whoever stands first
        "notices": notices,
    }
