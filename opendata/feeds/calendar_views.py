"""The calendars of deadlines and of meetings."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

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

MOST = 500  # events: the latest; calendars read all of them again and again


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
    dated = rows.filter(date_precision=Meeting.Precision.DAY)
    found = _records("meeting", dated.order_by("-date", "-pk"))
    left_out = LeftOut(rows.exclude(date_precision=Meeting.Precision.DAY).count(), _beyond(dated, found))
    events = [of_meeting(meeting, request) for meeting in found]
    page = _page(filterset, "meetings")
    return _answer(request, title_of("meetings", filterset), page, events, about_meetings(left_out), rows)


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
    dated = rows.filter(deadline_to__isnull=False)
    found = _records("directive", dated.order_by("-deadline_to", "-pk"))
    undated = rows.filter(deadline_to__isnull=True).exclude(deadline_text="").count()
    about = about_deadlines(LeftOut(undated, _beyond(dated, found)))
    events = [of_task(directive, request) for directive in found]
    return _answer(request, _("Deadlines: %(of)s") % {"of": title}, page, events, about, rows)


def _records(kind: str, rows: QuerySet[Any]) -> list[Any]:
    keys = rows.prefetch_related(None).values_list("pk", flat=True)[:MOST]
    return [record for _, record in fetched((kind, key) for key in keys)]


def _beyond(rows: QuerySet[Any], found: list[Any]) -> int:
    return rows.count() - MOST if len(found) == MOST else 0


def _answer(
    request: HttpRequest, title: str, page: str, events: list[Any], about: str, rows: QuerySet[Any]
) -> HttpResponseBase:
    changed = rows.order_by().aggregate(last=Max("updated_at"))["last"]
    address = absolute(request.get_full_path(), request)
    document = calendar(title, address, absolute(page, request), events, about)
    return conditional(request, document, changed, CONTENT_TYPE)
