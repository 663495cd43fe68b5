"""Popolo and Open Civic Data over HTTP: lists in pages by key, and single records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from meetings.listings import LISTINGS
from opendata.api.keyset import BadCursor, page_of
from opendata.feeds.answers import conditional, moved_or_gone
from opendata.identifiers import absolute
from opendata.limits import limited
from opendata.problems import Refusal, problem, refusals, refused
from opendata.standards import civic, popolo, rows
from opendata.standards.sources import Thing

CONTENT_TYPE = "application/json"
USUAL, MOST = 50, 200  # records on a page
OWN = frozenset({"cursor", "limit"})


@dataclass(frozen=True)
class Class:
    """A class of a standard: how it is called, its rows, how one is told, and the list whose filters it takes."""

    name: str
    rows: Callable[[], QuerySet[Any]]
    told: Callable[[Any, HttpRequest | None], Thing]
    listing: str = ""


CLASSES = {
    each.name: each
    for each in (
        Class("persons", rows.persons, popolo.person, "officials"),
        Class("organizations", rows.agencies, popolo.organization, "organizations"),
        Class("memberships", rows.memberships, popolo.membership),
        Class("areas", rows.areas, popolo.area),
        Class("events", rows.events, civic.event, "meetings"),
    )
}


@limited("api")
def several(request: HttpRequest, name: str) -> HttpResponseBase:
    """A page of a class: `{name: [...], "next": address}`; the filters are those of the list of the same records."""
    told = CLASSES[name]
    found, wrong = _found(told, request)
    limit = _limit(request, wrong)
    if wrong:
        return refused(wrong)
    try:
        page, cursor = page_of(found.order_by("pk"), limit, request.GET.get("cursor", ""))
    except BadCursor:
        return refused([Refusal("cursor", _("This cursor was not made here."))])
    further = request.GET.copy()
    further["cursor"] = cursor
    address = absolute(f"{request.path}?{further.urlencode()}", request) if cursor else None
    return _answer(request, {name: [told.told(row, request) for row in page], "next": address})


@limited("api")
def single(request: HttpRequest, name: str, pk: int) -> HttpResponseBase:
    """One record of a class, or the way to the one that it was merged into."""
    told = CLASSES[name]
    if wrong := _unknown(request.GET):
        return refused(wrong)
    row = told.rows().filter(pk=pk).first()
    if row is None:
        return moved_or_gone(request, told.rows().model, pk)
    return _answer(request, told.told(row, request))


def nothing(request: HttpRequest) -> HttpResponseBase:
    """404 for an address that names no class."""
    return problem(HTTPStatus.NOT_FOUND, _("There is no such class."))


def _found(told: Class, request: HttpRequest) -> tuple[QuerySet[Model], list[Refusal]]:
    if not told.listing:
        return told.rows(), _unknown(name for name in request.GET if name not in OWN)
    filterset = LISTINGS[told.listing].filters(request.GET, queryset=told.rows(), request=request)
    return filterset.qs, refusals(filterset, OWN, of_a_page=False)


def _unknown(names: Iterable[str]) -> list[Refusal]:
    return [Refusal(n, _("There is no parameter called “%(name)s”.") % {"name": n[:60]}) for n in names]


def _limit(request: HttpRequest, wrong: list[Refusal]) -> int:
    asked = request.GET.get("limit", str(USUAL))
    if asked.isascii() and asked.isdecimal() and len(asked) < 4 and 1 <= int(asked) <= MOST:
        return int(asked)
    wrong.append(Refusal("limit", _("“limit” is a number from 1 to %(most)s.") % {"most": MOST}))
    return USUAL


def _answer(request: HttpRequest, told: Thing) -> HttpResponseBase:
    return conditional(request, json.dumps(told, ensure_ascii=False, indent=1).encode(), None, CONTENT_TYPE)
