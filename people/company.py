"""Who is at meetings with whom: those who are there most often, and how often each two of them are there together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import QuerySet

from charts.matrix import Matrix, matrix
from people import records
from people.attendance import Attended
from people.models import Official

SHOWN = 12  # people in one matrix
LATEST = 500  # meetings that are looked at
FEWEST = 3  # people of whom a picture tells more than a sentence


@dataclass(frozen=True)
class Company:
    """The matrix of people; `others` more were at the `meetings`, at most `LATEST` of which were looked at."""

    matrix: Matrix[Official]
    others: int
    meetings: int

    @property
    def is_part(self) -> bool:
        """Whether there may be more meetings than were looked at."""
        return self.meetings == LATEST


def company_of(official: Official, attended: Sequence[Attended]) -> Company | None:
    """Those who are most often at meetings with the official, who stands first; None where they are too few."""
    return _company([one.meeting for one in attended[:LATEST]], official.pk)


def company_at(meetings: QuerySet[Any]) -> Company | None:
    """Those who are most often at the meetings, which readers may see; None where they are too few."""
    return _company(list(meetings.order_by("-sort_date", "-pk").values_list("pk", flat=True)[:LATEST]), None)


def _company(meetings: Sequence[int], first: int | None) -> Company | None:
    there = records.appearances().filter(meeting__in=meetings, official__state__in=records.PUBLISHED).order_by()
    at: dict[int, set[int]] = {}
    for meeting, official in there.values_list("meeting", "official"):
        at.setdefault(meeting, set()).add(official)
    counted = Counter(official for those in at.values() for official in those if official != first)
    most = SHOWN - (first is not None)
    keys = sorted(counted, key=lambda key: (-counted[key], key))[:most]
    if first is not None:
        keys.insert(0, first)
    if len(keys) < FEWEST:
        return None
    pairs = Counter(pair for those in at.values() for pair in combinations(sorted(those.intersection(keys)), 2))
    people = Official.objects.select_related("province").defer("search_text").in_bulk(keys)
    counts = {frozenset((people[a], people[b])): together for (a, b), together in pairs.items()}
    return Company(matrix([people[key] for key in keys], counts), max(len(counted) - most, 0), len(meetings))
