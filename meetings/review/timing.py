"""How long items take: measured at those that people settled, and estimated for those that wait."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from statistics import median

from django.db.models import Count, QuerySet
from django.utils import timezone

from meetings.models import ReviewClaim, ReviewItem, ReviewTiming
from meetings.review.reasons import REASONS

# Whoever is away for longer has done something else meanwhile.
LONGEST = 10 * 60
# So many timed items of a reason are enough to believe them, and so many of the last ones count.
ENOUGH, RECENT = 5, 50


@dataclass(frozen=True)
class Estimate:
    """So many minutes for so many items; `timed` is how many settled items that rests on, 0 for a general one."""

    minutes: int
    items: int
    timed: int


def note_settled(items: Iterable[ReviewItem]) -> None:
    """Keeps how long those took at whose places somebody is, counted from when they came or last settled something."""
    by_place: dict[str, list[ReviewItem]] = defaultdict(list)
    for item in items:
        by_place[item.place].append(item)
    now = timezone.now()
    claims = list(ReviewClaim.objects.filter(place__in=by_place, until__gt=now))
    timings = []
    for claim in claims:
        settled = by_place[claim.place]
        seconds = min(LONGEST, (now - claim.since).total_seconds()) / len(settled)
        timings += [ReviewTiming(reason=item.reason, seconds=max(1, round(seconds))) for item in settled]
        claim.since = now
    ReviewTiming.objects.bulk_create(timings)
    ReviewClaim.objects.bulk_update(claims, ["since"])


def estimate(rows: QuerySet[ReviewItem]) -> Estimate:
    """How long all of `rows` take; two queries."""
    counts = dict(rows.order_by().values_list("reason").annotate(n=Count("*")))
    return estimate_of(Counter(counts))


def estimate_of(counts: Counter[str]) -> Estimate:
    """How long so many items of these reasons take; one query."""
    measured = _measured()
    seconds, timed = 0.0, 0
    for name, count in counts.items():
        times = measured.get(name, [])
        known = len(times) >= ENOUGH
        seconds += count * (median(times) if known else REASONS[name].seconds)
        timed += len(times) if known else 0
    return Estimate(ceil(seconds / 60), counts.total(), timed)


def _measured() -> dict[str, list[int]]:
    """By reason, the seconds of the last `RECENT` items that were settled."""
    found: dict[str, list[int]] = defaultdict(list)
    last = ReviewTiming.objects.order_by("-pk").values_list("reason", "seconds")
    for reason, seconds in last[: RECENT * len(REASONS)]:
        if len(found[reason]) < RECENT:
            found[reason].append(seconds)
    return found
