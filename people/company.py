"""Who is at meetings with whom: those who are there most often, and how often each two of them are there together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet

from charts.matrix import Matrix, matrix
from people import records
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


def company_of(official: Official) -> Company | None:
    """Those who are most often at meetings with the official, who stands first; None where they are too few."""
    attended = records.appearances().filter(official=official).order_by().values("meeting")
    return _company(records.meetings().filter(pk__in=attended), official)


def company_at(meetings: QuerySet[Any]) -> Company | None:
    """Those who are most often at the meetings, which readers may see; None where they are too few."""
    return _company(meetings, None)


def _company(meetings: QuerySet[Any], first: Official | None) -> Company | None:
    latest = list(meetings.order_by("-sort_date", "-pk").values_list("pk", flat=True)[:LATEST])
    there = records.appearances().filter(meeting__in=latest, official__state__in=records.PUBLISHED).order_by()
    others = there.exclude(official=first) if first is not None else there
    counted = others.values("official").annotate(n=Count("meeting", distinct=True)).order_by("-n", "official")
    most = SHOWN - (first is not None)
    keys = [row["official"] for row in counted[:most]]
    if first is not None:
        keys.insert(0, first.pk)
    if len(keys) < FEWEST:
        return None
    left_out = counted.count() - most if len(keys) == SHOWN else 0
    people = Official.objects.select_related("province").defer("search_text").in_bulk(keys)
    counts = {frozenset((people[a], people[b])): n for a, b, n in _pairs(latest, keys)}
    return Company(matrix([people[key] for key in keys], counts), left_out, len(latest))


def _pairs(meetings: list[int], keys: list[int]) -> QuerySet[Any]:
    """(one, another, at how many meetings both are), each two once."""
    other = "meeting__appearances"
    both = records.appearances().filter(
        meeting__in=meetings,
        official__in=keys,
        official__lt=F(f"{other}__official"),
        **{
            f"{other}__official__in": keys,
            f"{other}__state__in": records.PUBLISHED,
            f"{other}__same_as__isnull": True,
        },
    )
    counted = both.order_by().values("official", f"{other}__official").annotate(n=Count("meeting", distinct=True))
    return counted.values_list("official", f"{other}__official", "n")
