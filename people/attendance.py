"""The meetings of an official, the latest first: where the official appears, and where only texts name the official."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest

from people import records
from people.freshness.values import read_once
from people.models import Official

LED = ("chairs", "concludes")


@dataclass(frozen=True, slots=True)
class Attended:
    """A meeting where the official appears: `led` where the official chairs or concludes it.

    `day` orders it among others; where it is not `dated`, that is no more than the day of a report, or none.
    """

    meeting: int
    day: datetime.date
    dated: bool
    led: bool


class Attendance:
    """All meetings of an official that readers may see. One query tells of those attended, another of those named."""

    def __init__(self, official: Official) -> None:
        self.official = official

    @cached_property
    def attended(self) -> list[Attended]:
        """Each meeting where the official appears."""
        told = records.appearances().filter(official=self.official).order_by()
        found: dict[int, Attended] = {}
        for meeting, day, year, act in told.values_list("meeting", "meeting__sort_date", "meeting__year", "act"):
            led = act in LED
            if meeting not in found:
                found[meeting] = Attended(meeting, day, year is not None, led)
            elif led:
                found[meeting] = replace(found[meeting], led=True)
        return sorted(found.values(), key=lambda one: (one.day, one.meeting), reverse=True)

    @cached_property
    def meetings(self) -> list[int]:
        """The keys of the meetings where the official appears or whose texts name the official."""
        meeting = "article__reports__meeting"
        there = records.mentions().filter(official=self.official, **{f"{meeting}__state__in": records.PUBLISHED})
        named = there.order_by().values_list(meeting, f"{meeting}__sort_date").distinct()
        days = dict(named) | {one.meeting: one.day for one in self.attended}
        return sorted(days, key=lambda key: (days[key], key), reverse=True)

    def keys(self, request: HttpRequest) -> Sequence[int]:
        """The same, from memory where they were asked for in this state of the data."""
        return read_once(request, ("attendance", self.official.pk), lambda: array("q", self.meetings))
