"""Dates count no more exactly than they are known, and nothing is lost."""

from __future__ import annotations

import datetime

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from charts.periods import Unit
from people.dated import Dated, Dates

DAY = datetime.date
dates = st.tuples(st.sampled_from(["day", "month", "quarter", "year"]), st.dates(DAY(1990, 1, 1), DAY(2030, 12, 31)))
counted = st.dictionaries(dates | st.just(("", None)), st.integers(0, 99))


def dated(counts: dict[tuple[str, DAY | None], int]) -> Dated:
    return Dated(Dates(list(counts)), np.array(list(counts.values()), np.intp))


@given(counted, st.sampled_from(list(Unit)))
def test_each_period_has_what_is_dated_exactly_enough(counts: dict[tuple[str, DAY | None], int], unit: Unit) -> None:
    found = dated(counts)
    known = {Unit.MONTH: "day month", Unit.QUARTER: "day month quarter", Unit.YEAR: "day month quarter year"}[unit]
    exact = [(day, n) for (precision, day), n in counts.items() if day and precision in known.split()]
    by = found.by(unit)
    assert sum(by.values()) == sum(n for _, n in exact)
    for period, count in by.items():
        assert count == sum(n for day, n in exact if period.first <= day <= period.last)
    assert found.total == sum(counts.values())
    assert found.undated == counts.get(("", None), 0)
    assert found.days.total() == sum(n for (precision, day), n in counts.items() if precision == "day")


def test_the_span_is_of_what_is_there_and_near_enough() -> None:
    found = dated(
        {
            ("day", DAY(2024, 5, 3)): 1,
            ("day", DAY(2024, 1, 1)): 0,
            ("year", DAY(2020, 1, 1)): 2,
            ("month", DAY(2025, 2, 1)): 1,
            ("day", DAY(2099, 1, 1)): 1,
            ("", None): 4,
        }
    )
    assert found.span(DAY(2026, 1, 1), Unit.MONTH) == (DAY(2024, 5, 3), DAY(2025, 2, 1))
    assert found.span(DAY(2026, 1, 1)) == (DAY(2020, 1, 1), DAY(2025, 2, 1))
    assert found.span(DAY(2019, 1, 1)) is None
    assert dated({}).span(DAY(2026, 1, 1)) is None
