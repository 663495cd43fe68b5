"""Days and numbers in cells, as spreadsheets of several countries write them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from opendata.corrections.days import DayOrder, day_in, number_in, order_in, parts_of_day

MARCH = datetime.date(2026, 3, 5)
MAY = datetime.date(2026, 5, 3)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        ([], DayOrder.UNTOLD),
        (["2026-03-25", "", "Sở"], DayOrder.UNTOLD),
        (["05/03/2026"], DayOrder.UNTOLD),
        (["05/03/2026", "25/03/2026"], DayOrder.DAY_FIRST),
        (["3/5/2026", "3/25/2026"], DayOrder.MONTH_FIRST),
        (["25/3/2026", "3/25/2026"], DayOrder.MIXED),
    ],
)
def test_a_file_tells_whether_its_days_begin_with_the_day(cells: list[str], order: DayOrder) -> None:
    assert order_in(cells) == order


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2026-03-05", DayOrder.UNTOLD, MARCH),
        ("2026-03-05 00:00:00", DayOrder.UNTOLD, MARCH),
        (" 05/03/2026 ", DayOrder.UNTOLD, MARCH),
        ("5.3.2026", DayOrder.DAY_FIRST, MARCH),
        ("5-3-2026", DayOrder.DAY_FIRST, MARCH),
        ("3/5/2026", DayOrder.MONTH_FIRST, MARCH),
        ("5/3/2026 0:00", DayOrder.DAY_FIRST, MARCH),
        ("5 March 2026", DayOrder.UNTOLD, MARCH),
        ("5\u00a0Mar 2026", DayOrder.UNTOLD, MARCH),
        ("25/03/2026", DayOrder.MIXED, datetime.date(2026, 3, 25)),
        ("3/25/2026", DayOrder.MIXED, datetime.date(2026, 3, 25)),
    ],
)
def test_a_day(cell: str, order: DayOrder, day: datetime.date) -> None:
    assert day_in(cell, order) == day


def test_a_day_that_another_countrys_spreadsheet_wrote_anew_is_no_correction() -> None:
    assert day_in("3/5/2026", DayOrder.UNTOLD, present=MARCH) == MARCH
    assert day_in("3/5/2026", DayOrder.UNTOLD, present=None) == MAY
    assert day_in("03/05/2026", DayOrder.UNTOLD, present=MARCH) == MAY  # with zeros it is written here
    assert day_in("3/5/2026", DayOrder.DAY_FIRST, present=MARCH) == MAY


@pytest.mark.parametrize(
    "cell", ["", "x", "31/02/2026", "5/3/26", "2026", "2026-02-30", "5 Foo 2026", "3/5/2026 14:00", "1/2/3/2026"]
)
def test_what_is_no_day(cell: str) -> None:
    with pytest.raises(ValueError, match="2026-03-05"):
        day_in(cell, DayOrder.UNTOLD)


def test_a_day_of_a_file_that_writes_both_ways_could_be_two() -> None:
    with pytest.raises(ValueError, match="2026-03-05"):
        day_in("3/5/2026", DayOrder.MIXED)
    assert day_in("5/5/2026", DayOrder.MIXED) == datetime.date(2026, 5, 5)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("26000", "26000"),
        ("8.75", "8.75"),
        ("8,75", "8.75"),
        ("-8,5", "-8.5"),
        ("\u22128", "-8"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u00a0234,5", "1234.5"),
        ("2.6E+4", "26000"),
    ],
)
def test_a_number(cell: str, number: str) -> None:
    assert number_in(cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["", "x", "1,2,3", "1.234,567,8", "NaN", "Infinity", "1e", "12 %"])
def test_what_is_no_number(cell: str) -> None:
    with pytest.raises(ValueError, match=r"number|số"):
        number_in(cell)


def test_a_number_that_could_be_two_is_the_present_one_or_none() -> None:
    assert number_in("26.000", Decimal("26000")) == 26000
    assert number_in("8,125", Decimal("8.125")) == Decimal("8.125")
    with pytest.raises(ValueError, match=r"number|số"):
        number_in("26.000", Decimal("5"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025-10", (2025, 10)),
        ("Oct-25", (2025, 10)),
        ("10/2025", (2025, 10)),
        ("Thg10-25", (2025, 10)),
        ("2025-10-31", (2025, 10, 31)),
        ("31/10/2025", (2025, 10, 31)),
        ("10/31/2025", (2025, 10, 31)),
        ("2025", ()),
        ("Foo-25", ()),
        ("57-NQ/TW", ()),
    ],
)
def test_what_a_spreadsheet_takes_for_a_day(text: str, parts: tuple[int, ...]) -> None:
    assert parts_of_day(text) == parts
