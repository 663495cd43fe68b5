"""Days and periods in the form of facts."""

import datetime

import pytest

from meetings.reconcile.days import as_day, first_day, last_day, precision_of


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2023-03-27", "day", (2023, 3, 27), (2023, 3, 27)),
        ("2024-11", "month", (2024, 11, 1), (2024, 11, 30)),
        ("2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        ("2023-Q1", "quarter", (2023, 1, 1), (2023, 3, 31)),
        ("2023-Q4", "quarter", (2023, 10, 1), (2023, 12, 31)),
        ("2021", "year", (2021, 1, 1), (2021, 12, 31)),
    ],
)
def test_a_period_has_a_precision_and_two_ends(
    value: str, precision: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert (precision_of(value), first_day(value), last_day(value)) == (
        precision,
        datetime.date(*first),
        datetime.date(*last),
    )


@pytest.mark.parametrize("value", ["", "2023-13", "2023-02-30", "2023-Q5", "soon"])
def test_what_is_no_period_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        first_day(value)


def test_no_day_is_no_day() -> None:
    assert as_day(None) is None
    assert as_day("2024-02-29") == datetime.date(2024, 2, 29)
