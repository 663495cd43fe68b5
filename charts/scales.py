"""Scales: where a number or a day lies in a picture."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

ACROSS = (0.0, 100.0)  # per cent of the picture's width


def tidy(place: float) -> float:
    """A place with two digits after the point: finer than any screen, and short in the page."""
    return round(place, 2) + 0.0  # no -0.0


@dataclass(frozen=True)
class LinearScale:
    """Maps `domain` onto `range` in proportion; a range that falls puts greater numbers higher up.

    Where the domain is a single number, it lies in the middle of the range.
    """

    domain: tuple[float | Decimal, float | Decimal]
    range: tuple[float, float] = ACROSS

    def __call__(self, value: float | Decimal) -> float:
        """The place of `value`, outside the range where it is outside the domain."""
        (low, high), (start, end) = (map(float, self.domain), self.range)
        share = (float(value) - low) / (high - low) if high != low else 0.5
        return tidy(start + share * (end - start))


@dataclass(frozen=True)
class DayScale:
    """Maps the days from `first` to `last`, both included, onto `range`: each day has a width."""

    first: datetime.date
    last: datetime.date
    range: tuple[float, float] = ACROSS

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day lies before the first")

    def _edge(self, days: float) -> float:
        start, end = self.range
        return start + days / ((self.last - self.first).days + 1) * (end - start)

    def __call__(self, day: datetime.date) -> float:
        """The place of the middle of `day`."""
        return tidy(self._edge((day - self.first).days + 0.5))

    def start(self, day: datetime.date) -> float:
        """The place at which `day` begins."""
        return tidy(self._edge((day - self.first).days))

    def span(self, first: datetime.date, last: datetime.date) -> tuple[float, float]:
        """Place and width of the days from `first` to `last`, both included; what lies outside the scale is cut off."""
        low, high = max(first, self.first), min(last, self.last)
        if high < low:
            return self.start(low if first > self.last else self.first), 0.0
        begin, end = self._edge((low - self.first).days), self._edge((high - self.first).days + 1)
        return tidy(begin), tidy(end - begin)
