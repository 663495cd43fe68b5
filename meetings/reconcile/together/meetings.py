"""Which new texts tell of a meeting of their own, and that meeting with its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from django.db.models import Q

from meetings.extraction.facts import MeetingFact
from meetings.models import Article, Meeting, Report
from meetings.reconcile.days import as_day
from meetings.reconcile.identities import Identity
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.provinces import Place
from meetings.reconcile.reports import certainty, merged, reading_of
from meetings.reconcile.rows import tell_who_was_read
from meetings.reconcile.together.agencies import BatchAgencies
from meetings.reconcile.together.batch import Batch
from people.search.words import index_text

# What the meetings of two texts share that may be one, whatever bodies and numbers are told.
_Sign = tuple[str, str, str]


class _Tells(Protocol):
    @property
    def own(self) -> Identity | None: ...


_Told = TypeVar("_Told", bound=_Tells)


def in_turns(tellings: Sequence[_Told]) -> list[list[_Told]]:
    """Those that tell of meetings of which nobody else is known to tell, and then, turn by turn, all others.

    No two of one turn may tell of the same meeting.
    """
    known = _known([telling.own for telling in tellings if telling.own is not None])
    turns: list[list[_Told]] = [[]]
    last: dict[_Sign, int] = dict.fromkeys(known, 0)
    for telling in tellings:
        turn = 0
        if telling.own is not None:
            sign = _sign(telling.own)
            turn = last[sign] = last.get(sign, -1) + 1
        turns += [[] for _ in range(len(turns), turn + 1)]
        turns[turn].append(telling)
    return turns


def _sign(own: Identity) -> _Sign:
    return own.province, own.day, own.kind


def _known(identities: Iterable[Identity]) -> set[_Sign]:
    """The signs of those of which there are meetings already, as they are now or as they were told."""
    signs = {str(own): _sign(own) for own in identities}
    days = {as_day(own.day) for own in identities}
    of_day = Meeting.objects.filter(date__in=days, date_precision=Meeting.Precision.DAY).order_by()
    found = {
        (slug, day.isoformat(), kind)
        for slug, day, kind in of_day.values_list("province__slug", "date", "kind")
        if slug and day
    }
    held = Meeting.objects.filter(identity__in=signs).order_by().values_list("identity", flat=True)
    told = Report.objects.filter(Q(reading__identity__value__in=list(signs))).order_by()
    strings = {*held, *told.values_list("reading__identity__value", flat=True)}
    return found | {signs[string] for string in strings if string in signs}


def tell(
    batch: Batch, agencies: BatchAgencies, article: Article, fact: MeetingFact, own: Identity | None, place: Place
) -> Meeting:
    """The meeting of a new article that tells of it alone, with its report; both are in the batch."""
    report = Report(
        article=article, start=fact.span.start, end=fact.span.end, quote=fact.span.of(article.text),
        rule=fact.rule[:80], reading=reading_of(fact, str(own) if own else None),
    )  # fmt: skip
    values = merged([report], place.register)
    where = Place(place.register, values["province"], values["date"])
    values["body"] = Organizations(where, [values["body_name"]], agencies).of(values["body_name"])
    values["title"] = values["title"] or fact.title[:500] or article.first_line[:500]
    meeting = Meeting(identity=str(own) if own else None, confidence=certainty([report], 0))
    meeting.follow(values)
    tell_who_was_read(meeting, values)
    meeting.settle_dates_by(article.reported_on)
    meeting.search_text = index_text(meeting.words_to_search(), article.text)
    batch.add(meeting)
    report.meeting = meeting
    batch.add(report)
    return meeting
