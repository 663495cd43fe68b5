"""How a figure that was reached stands to the one that was promised, where the two can be compared at all."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from meetings import phrases
from meetings.bands import band_of, is_whole
from meetings.measures import Measure
from meetings.models import Target
from meetings.models.articles import UNKNOWN_DAY
from people.templatetags.page import number

_TENTH = Decimal("0.1")


class Side(models.TextChoices):
    """On which side of the promise the result lies; whether that is good depends on the indicator."""

    ABOVE = "above", pgettext_lazy("reached, beside what was promised", "above the promise")
    WITHIN = "within", pgettext_lazy("reached, beside what was promised", "within the range promised")
    EQUAL = "equal", pgettext_lazy("reached, beside what was promised", "equal to the promise")
    BELOW = "below", pgettext_lazy("reached, beside what was promised", "below the promise")


@dataclass(frozen=True)
class Standing:
    """`side`, and how far: `points` of per cent, or `share` of the promise in per cent; None where neither is exact.

    `as_of` is the day on which the result was told, where the time that it is of was not over yet.
    """

    side: Side
    as_of: datetime.date | None
    points: Decimal | None = None
    share: Decimal | None = None

    @property
    def words(self) -> str:
        """The standing in the page's language: "95.4% of the promise, as told on 14/11/2024"."""
        if self.points:
            above, below = _("%(points)s points above the promise"), _("%(points)s points below the promise")
            words = (above if self.side == Side.ABOVE else below) % {"points": number(self.points)}
        elif self.share is not None and self.side != Side.EQUAL:
            words = _("%(share)s%% of the promise") % {"share": number(self.share)}
        else:
            words = str(self.side.label)
        if self.as_of is None:
            return words
        return _("%(standing)s, as told on %(day)s") % {"standing": words, "day": phrases.day(self.as_of)}


def standing(figures: Sequence[Target], measure: Measure) -> Standing | None:
    """How the one result stands to the one promise among `figures` of a land and a year.

    None where there are several promises or results, where they are of parts of the year only, where their words leave
    it open ("about", "less than"), or where nobody knows when the result was told.
    """
    whole = [target for target in figures if is_whole(target.period)]
    promised = {_interval(t, measure) for t in whole if t.status == Target.Status.PLANNED}
    reached = {_interval(t, measure): t for t in whole if t.status == Target.Status.ACHIEVED}
    if len(promised) != 1 or len(reached) != 1:
        return None
    ((low, high),), (((least, most), result),) = promised, reached.items()
    if low is None or high is None:
        return None
    side = _side((low, high), (least, most))
    told = result.meeting.sort_date
    last_year = band_of(result.period)[-4:]
    if side is None or told == UNKNOWN_DAY or not last_year.isdecimal():
        return None
    as_of = told if told.year <= int(last_year) else None
    if low != high or least is None or least != most:
        return Standing(side, as_of)
    if measure.in_percent:
        return Standing(side, as_of, points=abs(least - low))
    return Standing(side, as_of, share=(least / low * 100).quantize(_TENTH, ROUND_HALF_UP) if low > 0 else None)


_Ends = tuple[Decimal | None, Decimal | None]


def _interval(target: Target, measure: Measure) -> _Ends:
    """Where the figure may lie: (lowest, highest), None for an open end. A promise's floor or ceiling is its mark."""
    low = measure.shown(target.value, target)
    high = low if target.value_high is None else measure.shown(target.value_high, target)
    comparator = Target.Comparator(target.comparator)
    if comparator == Target.Comparator.ABOUT:
        return None, None
    if target.status == Target.Status.PLANNED:
        return low, high
    if comparator in (Target.Comparator.MORE, Target.Comparator.AT_LEAST):
        return low, None
    if comparator in (Target.Comparator.LESS, Target.Comparator.AT_MOST):
        return None, high
    return low, high


def _side(promised: tuple[Decimal, Decimal], reached: _Ends) -> Side | None:
    (low, high), (least, most) = promised, reached
    if least is not None and least > high:
        return Side.ABOVE
    if most is not None and most < low:
        return Side.BELOW
    if least is None or most is None:
        return None
    if least == most == low == high:
        return Side.EQUAL
    return Side.WITHIN if low <= least and most <= high else None
