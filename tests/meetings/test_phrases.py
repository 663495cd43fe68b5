"""Dates and figures in words, no more exact than the record."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from meetings import phrases
from meetings.models import Directive, Meeting, Target

DAY = datetime.date(2024, 11, 4)


def meeting(**values: Any) -> Meeting:
    return Meeting(title="Phiên họp", **values)


def target(**values: Any) -> Target:
    usual = {"value": Decimal("26000"), "unit": "tỷ đồng", "comparator": "="}
    return Target(metric="thu ngân sách", **{**usual, **values})


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("2025", "năm 2025", "2025"),
        ("2025-09", "tháng 9/2025", "September\u00a02025"),
        ("2025-Q1", "quý I/2025", "first quarter of 2025"),
        ("2026/2030", "giai đoạn 2026–2030", "2026–2030"),
        ("2026-03-05", "05/03/2026", "5\u00a0March 2026"),
        ("2025-13", "2025-13", "2025-13"),
        ("2025-02-30", "2025-02-30", "2025-02-30"),
        ("nhiệm kỳ", "nhiệm kỳ", "nhiệm kỳ"),
    ],
)
def test_periods(value: str, vietnamese: str, english: str) -> None:
    assert phrases.period(value) == vietnamese
    with override("en"):
        assert phrases.period(value) == english


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"date": DAY, "date_precision": "day"}, "04/11/2024"),
        ({"date": DAY, "date_precision": "day", "session": "afternoon"}, "chiều 04/11/2024"),
        ({"date": datetime.date(2024, 11, 1), "date_precision": "month"}, "tháng 11/2024"),
        ({"date": datetime.date(2023, 1, 1), "date_precision": "quarter"}, "quý I/2023"),
        ({"date": datetime.date(2023, 10, 1), "date_precision": "quarter"}, "quý IV/2023"),
        ({"date": datetime.date(2021, 1, 1), "date_precision": "year"}, "năm 2021"),
        # A part of the day says nothing without the day.
        ({"date": datetime.date(2021, 1, 1), "date_precision": "year", "session": "morning"}, "năm 2021"),
        (
            {"date": datetime.date(2025, 1, 1), "date_precision": "year", "sort_date": datetime.date(2025, 11, 4)},
            "năm 2025, báo đăng ngày 4/11/2025",
        ),
        ({"sort_date": datetime.date(2025, 11, 4)}, "báo đăng ngày 4/11/2025"),
        ({}, "chưa rõ ngày"),
    ],
)
def test_a_meeting_is_dated_as_exactly_as_is_known(values: dict[str, Any], words: str) -> None:
    assert phrases.dated(meeting(**values)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "26.000\u00a0tỷ đồng"),
        ({"comparator": ">"}, "trên 26.000\u00a0tỷ đồng"),
        ({"comparator": ">="}, "ít nhất 26.000\u00a0tỷ đồng"),
        ({"comparator": "<"}, "dưới 26.000\u00a0tỷ đồng"),
        ({"comparator": "<="}, "tối đa 26.000\u00a0tỷ đồng"),
        ({"value": Decimal("47.073000"), "comparator": "~"}, "khoảng 47,073\u00a0tỷ đồng"),
        ({"value": Decimal("8"), "value_high": Decimal("8.5"), "unit": "%"}, "8 đến 8,5%"),
        ({"value": Decimal("327"), "of_total": Decimal("411"), "unit": "xã"}, "327 trên tổng số 411\u00a0xã"),
        ({"value": Decimal("0.000000")}, "0\u00a0tỷ đồng"),
        ({"value": Decimal("1573.1")}, "1.573,1\u00a0tỷ đồng"),
    ],
)
def test_figures(values: dict[str, Any], words: str) -> None:
    assert phrases.figure(target(**values)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"comparator": ">", "value": Decimal("26000.5")}, "more than 26,000.5\u00a0billion VND"),
        ({"value": Decimal("8"), "value_high": Decimal("8.5"), "unit": "%"}, "8 to 8.5%"),
        ({"value": Decimal("1"), "unit": "xã"}, "1\u00a0commune"),
        ({"value": Decimal("1"), "of_total": Decimal("9"), "unit": "xã"}, "1 out of 9\u00a0communes"),
        ({"value": Decimal("12"), "unit": "vại"}, "12\u00a0vại"),
    ],
)
def test_figures_in_english(values: dict[str, Any], words: str) -> None:
    with override("en"):
        assert phrases.figure(target(**values)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (None, datetime.date(2025, 12, 15), "chậm nhất 15/12/2025"),
        (datetime.date(2025, 12, 15), datetime.date(2025, 12, 15), "ngày 15/12/2025"),
        (datetime.date(2025, 4, 1), datetime.date(2025, 4, 30), "trong khoảng từ 01/04/2025 đến 30/04/2025"),
    ],
)
def test_the_computed_day(first: datetime.date | None, last: datetime.date | None, words: str) -> None:
    assert phrases.due(Directive(deadline_from=first, deadline_to=last)) == words
