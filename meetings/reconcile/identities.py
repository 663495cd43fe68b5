"""What makes the meetings of two articles one: province, body, day, kind, number."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from meetings.extraction.facts import MeetingFact
from meetings.models import Meeting, Report
from meetings.reconcile.agency_names import named
from meetings.reconcile.days import as_day
from meetings.reconcile.provinces import Place
from people.names import name_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What two articles on one meeting share. The number may be missing in one of them."""

    province: str
    body: str
    day: str
    kind: str
    number: int | None

    def __str__(self) -> str:
        return f"{self.province}|{self.body[:100]}|{self.day}|{self.kind}|{'' if self.number is None else self.number}"


def identity(fact: MeetingFact, place: Place) -> Identity | None:
    """The identity of the meeting that the article tells of; None unless province, body and day are known."""
    if place.province is None or fact.body is None or fact.date is None or fact.precision != "day":
        return None
    body = named(fact.body, place)
    return Identity(place.province.slug, name_key(body.name if body else fact.body), fact.date, fact.kind, fact.number)


def same_meeting(own: Identity | None, fact: MeetingFact, exclude: Meeting | None) -> Meeting | None:
    """The one meeting of that identity that does not contradict `fact`."""
    if own is None:
        return None
    values = Q(province__slug=own.province, date=as_day(own.day), date_precision=Meeting.Precision.DAY, kind=own.kind)
    as_it_is = values & (
        Q(body__name_key=own.body)
        | Q(body__merged_away__name_key=own.body)
        | Q(body__isnull=True, body_name__iexact=fact.body or "")
    )
    # One by one, each by its index: asked for together, every meeting would be looked at.
    told = Report.objects.filter(reading__identity__value=str(own)).order_by().values_list("meeting")
    rows = Meeting.objects.order_by()
    found = rows.filter(identity=str(own)).values_list("pk").union(rows.filter(as_it_is).values_list("pk"), told)
    fitting = [
        meeting
        for meeting in Meeting.objects.select_for_update(of=("self",))
        .filter(pk__in=[pk for (pk,) in found])
        .order_by("pk")
        if meeting != exclude
        and (meeting.number is None or fact.number is None or meeting.number == fact.number)
        and not _at_another_hour(meeting.session, fact.session)
    ]
    return fitting[0] if len(fitting) == 1 else next((m for m in fitting if m.identity == str(own)), None)


def _at_another_hour(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other and "all_day" not in (one, other))


def free_identity(own: Identity | None, meeting: Meeting | None) -> str | None:
    """The identity as the unique column takes it: with a counter where another meeting, held the same day, has it."""
    if own is None:
        return None
    others = Meeting.objects.exclude(pk=meeting.pk) if meeting else Meeting.objects.all()
    taken = set(others.filter(identity__startswith=str(own)).values_list("identity", flat=True))
    free, count = str(own), 1
    while free in taken:
        count += 1
        free = f"{own}#{count}"
    return free
