"""The calendars of deadlines and of meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Event

from meetings.listings import LISTINGS, tasks
from meetings.models import Assignment, Directive, Meeting
from opendata.feeds.answers import conditional, moved_or_gone
from opendata.feeds.calendars import CONTENT_TYPE, LeftOut, about_deadlines, about_meetings, calendar
from opendata.feeds.events import of_meeting, of_task
from opendata.feeds.records import fetched
from opendata.feeds.sources import title_of
from opendata.identifiers import absolute
from opendata.limits import limited
from opendata.problems import Refusal, refusals, refused
from people import duties
from people.facets import FacetedFilterSet
from people.filters import TaskFilter
from people.listings import officials, organizations
from people.templatetags.english import in_english

MOST = 300  # events: the latest; calendars read all of them again and again


@limited("feed")
def deadlines(request: HttpRequest) -> HttpResponseBase:
    """The deadlines of the tasks that the list of tasks shows with the same filters."""
    filterset, wrong = _filtered(request, "directives")
    title = title_of("directives", filterset)
    return refused(wrong) if wrong else _deadlines(request, title, _page(filterset, "directives"), filterset.qs)


@limited("feed")
def official_deadlines(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The deadlines of the tasks given by or to an official."""
    official = officials().filter(pk=pk).first()
    if official is None:
        return moved_or_gone(request, officials().model, pk)
    if request.GET:
        return refused([_unknown(name) for name in request.GET])
    told = Assignment.objects.published().filter(official=official)
    rows = _first_told().filter(Q(assigner=official) | Q(pk__in=told.values("directive")))
    return _deadlines(request, official.name, official.get_absolute_url(), rows)


@limited("feed")
def organization_deadlines(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The deadlines of the tasks given to an agency, with the filters of its page."""
    organization = organizations().filter(pk=pk).first()
    if organization is None:
        return moved_or_gone(request, organizations().model, pk)
    filterset = TaskFilter(request.GET, queryset=duties.tasks_of(organization), request=request)
    if wrong := refusals(filterset):
        return refused(wrong)
    given = filterset.qs.order_by().values("directive")
    title = in_english(organization.full_name)
    return _deadlines(request, title, organization.get_absolute_url(), _first_told().filter(pk__in=given))


@limited("feed")
def meetings(request: HttpRequest) -> HttpResponseBase:
    """The meetings that the list of meetings shows with the same filters, on the days that are known exactly."""
    filterset, wrong = _filtered(request, "meetings")
    if wrong:
        return refused(wrong)
    rows: QuerySet[Meeting] = filterset.qs
    is_exact = Q(date_precision=Meeting.Precision.DAY)
    found = _records("meeting", rows.filter(is_exact).order_by("-date", "-pk"))
    about = about_meetings(_left_out(rows, is_exact, ~is_exact))
    page = _page(filterset, "meetings")
    return _answer(request, title_of("meetings", filterset), page, about, found, of_meeting)


def _filtered(request: HttpRequest, name: str) -> tuple[FacetedFilterSet, list[Refusal]]:
    listing = LISTINGS[name]
    filterset = listing.filters(request.GET, queryset=listing.rows(), request=request)
    return filterset, refusals(filterset)


def _page(filterset: FacetedFilterSet, name: str) -> str:
    return reverse(LISTINGS[name].page) + (filterset.url() if filterset.parameters else "")


def _first_told() -> QuerySet[Directive]:
    return tasks().filter(same_as__isnull=True)


def _unknown(name: str) -> Refusal:
    return Refusal(name, _("There is no parameter called “%(name)s”.") % {"name": name[:60]})


def _deadlines(request: HttpRequest, title: str, page: str, rows: QuerySet[Directive]) -> HttpResponseBase:
    has_day = Q(deadline_to__isnull=False)
    found = _records("directive", rows.filter(has_day).order_by("-deadline_to", "-pk"))
    about = about_deadlines(_left_out(rows, has_day, ~has_day & ~Q(deadline_text="")))
    return _answer(request, _("Deadlines: %(of)s") % {"of": title}, page, about, found, of_task)


def _records(kind: str, rows: QuerySet[Any]) -> list[Any]:
    keys = rows.prefetch_related(None).values_list("pk", flat=True)[:MOST]
    return [record for _, record in fetched((kind, key) for key in keys)]


def _left_out(rows: QuerySet[Any], dated: Q, undated: Q) -> LeftOut:
    """Both numbers by one look at the rows."""
    plain = rows.order_by().prefetch_related(None).values("pk")
    counted = plain.aggregate(dated=Count("pk", filter=dated), undated=Count("pk", filter=undated))
    return LeftOut(counted["undated"], max(0, counted["dated"] - MOST))


def _answer(
    request: HttpRequest,
    title: str,
    page: str,
    about: str,
    found: list[Any],
    shown: Callable[[Any, HttpRequest], Event],
) -> HttpResponseBase:
    address = absolute(request.get_full_path(), request)
    events = [shown(record, request) for record in found]
    document = calendar(title, address, absolute(page, request), events, about)
    changed = max((record.updated_at for record in found), default=None)
    return conditional(request, document, changed, CONTENT_TYPE)
