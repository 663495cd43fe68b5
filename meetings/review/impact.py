"""How much it matters to readers whether a record is right.

impact = weight of its kind × reach × level of its meeting × recency × share, at least 1, where
- weight is that of `meetings.review.kinds`: a meeting 60, who was told what 50 and 40, a figure 35, a citation 10;
- reach is 1 + log2(1 + n) / 3 for the n published records that depend on it: 40 appearances make it 2.8;
- level is 1.3 for sessions of the council and plenums of the party committee, down to 0.8 for receptions of citizens;
- recency halves with every five years of age, counted from 1990 on, so that no clock is needed: the order of two
  records is the same whatever day it is;
- share is a half for what only repeats another article's telling.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from math import log2
from typing import Any

from django.db.models import Count, Max

from meetings.models import Meeting
from meetings.models.articles import UNKNOWN_DAY
from meetings.review.kinds import KINDS
from people.corrections import State

LEVELS = {
    Meeting.Kind.COUNCIL_SESSION: 1.3,
    Meeting.Kind.COMMITTEE_PLENUM: 1.3,
    Meeting.Kind.REGULAR_SESSION: 1.2,
    Meeting.Kind.STANDING_COMMITTEE_MEETING: 1.2,
    Meeting.Kind.THEMATIC_SESSION: 1.1,
    Meeting.Kind.CITIZEN_RECEPTION: 0.8,
    Meeting.Kind.OTHER: 0.9,
}
FIRST_YEAR, HALVED_IN = 1990, 5


class Reach:
    """How many published records depend on others, and the newest day of them; a fixed number of queries a kind."""

    def __init__(self, records: Iterable[Any]) -> None:
        self._count: dict[tuple[Any, int], int] = defaultdict(int)
        self._day: dict[tuple[Any, int], datetime.date] = {}
        keys: dict[Any, set[int]] = defaultdict(set)
        for record in records:
            keys[type(record)].add(record.pk)
        for model, of_kind in keys.items():
            for dependent in KINDS[model].dependents:
                self._ask(model, of_kind, *dependent)

    def _ask(self, model: Any, keys: Collection[int], dependent: Any, column: str, day: str) -> None:
        rows = dependent.objects.exclude(state__in=(State.REJECTED, State.WITHDRAWN))
        found = rows.filter(**{f"{column}__in": keys}).order_by().values_list(column)
        for key, count, newest in found.annotate(n=Count("*"), newest=Max(day)):
            self._count[model, key] += count
            if newest is not None:
                self._day[model, key] = max(newest, self._day.get((model, key), UNKNOWN_DAY))

    def count(self, record: Any) -> int:
        """How many depend on `record`."""
        return self._count[type(record), record.pk]

    def newest(self, record: Any) -> datetime.date | None:
        """The newest day of what depends on `record`."""
        return self._day.get((type(record), record.pk))


def impact(record: Any, meeting: Meeting | None, reach: Reach) -> int:
    """What the module says, as a whole number from 1 on."""
    weight = KINDS[type(record)].weight * (1 + log2(1 + reach.count(record)) / 3)
    level = LEVELS.get(Meeting.Kind(meeting.kind), 1.0) if meeting is not None else 1.0
    share = 0.5 if getattr(record, "same_as_id", None) else 1.0
    return max(1, round(weight * level * _recency(record, meeting, reach) * share))


def _recency(record: Any, meeting: Meeting | None, reach: Reach) -> float:
    days = [meeting.sort_date if meeting is not None else None, reach.newest(record)]
    days += [getattr(record, name, None) for name in ("reported_on", "last_attested")]
    newest = max((day for day in days if day is not None), default=UNKNOWN_DAY)
    # What is of no known day counts as of the year in which it was loaded; so does an odd year that is yet to come.
    loaded = record.created_at.year
    year = loaded if newest == UNKNOWN_DAY else min(newest.year, loaded)
    return float(2.0 ** (max(0, year - FIRST_YEAR) / HALVED_IN))
