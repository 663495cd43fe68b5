"""Ticks: the round numbers, and the first days of periods, that a reader measures a picture by."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from charts.periods import FINEST_FIRST, Period, Unit, periods

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Tick:
    """A number or a `Period` at its place."""

    value: Any
    at: float


def value_ticks(
    low: float | Decimal, high: float | Decimal, most: int = 5, *, whole: bool = False
) -> tuple[Decimal, ...]:
    """Round numbers in equal steps, at most `most` + 1, the first at or below `low`, the last at or above `high`.

    Steps are 1, 2 or 5 with zeros; with `whole`, none is less than 1. `value_ticks(0, 26000)` is 0, 10000, 20000,
    30000. Raises `ValueError` where `high` is less than `low`, or a number is not finite.
    """
    bottom, top = Decimal(str(low)), Decimal(str(high))
    if not (bottom.is_finite() and top.is_finite()) or top < bottom:
        raise ValueError("ticks need two finite numbers, the lower one first")
    if most < 2:
        raise ValueError("fewer than two steps measure nothing")
    for step in _steps((top - bottom) / most if top > bottom else (abs(top) or Decimal(1)) / most):
        if whole and step < 1:
            continue
        first = (bottom / step).to_integral_value(ROUND_FLOOR)
        last = max((top / step).to_integral_value(ROUND_CEILING), first + 1)
        if last - first <= most:
            return tuple(_plain(step * n) for n in range(int(first), int(last) + 1))
    raise AssertionError("steps grow for ever")  # pragma: no cover


def time_ticks(first: datetime.date, last: datetime.date, most: int = 8) -> tuple[Period, ...]:
    """The months, quarters or years that begin between the two days, of the finest of these with at most `most`.

    Where even the years are more, every second, fifth, tenth … of them.
    """
    for unit in FINEST_FIRST:
        starts = [period for period in periods(first, last, unit) if period.first >= first]
        if len(starts) <= most:
            return tuple(starts)
    for step in _steps(Decimal(2)):
        kept = [year for year in starts if year.first.year % int(step) == 0]
        if len(kept) <= most:
            return tuple(kept)
    raise AssertionError("steps grow for ever")  # pragma: no cover


def placed(values: Iterable[Any], scale: Callable[[Any], float]) -> tuple[Tick, ...]:
    """Each value with its place; a `Period` stands where its first day begins."""
    start = getattr(scale, "start", scale)
    return tuple(Tick(value, start(value.first) if isinstance(value, Period) else scale(value)) for value in values)


def _steps(least: Decimal) -> Iterable[Decimal]:
    """1, 2, 5, 10, 20 … times a power of ten, from the first that is not less than `least`."""
    power = Decimal(10) ** least.adjusted()
    while True:
        yield from (step * power for step in _STEPS[:3] if step * power >= least)
        power *= 10


def _plain(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


__all__ = ["Tick", "Unit", "placed", "time_ticks", "value_ticks"]
