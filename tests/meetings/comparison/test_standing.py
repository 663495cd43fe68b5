"""A result set against a promise, and when it is not."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from meetings.comparison.standing import Side, standing
from meetings.measures import measures
from meetings.models import Meeting, Target

REVIEW = datetime.date(2026, 1, 15)  # the year 2025 is over


def figure(status: str, value: Any, unit: str = "tỷ đồng", **values: Any) -> Target:
    told = values.pop("told", REVIEW)
    numbers = {name: Decimal(str(values.pop(name))) for name in ("value_high",) if values.get(name)}
    target = Target(
        meeting=Meeting(sort_date=told), status=status, value=Decimal(str(value)), unit=unit,
        **{"period": "2025", **values, **numbers},
    )  # fmt: skip
    target.derive()
    return target


def stood(*figures: Target) -> Any:
    return standing(figures, measures((target.unit, 1) for target in figures)[0])


@pytest.mark.parametrize(
    ("promised", "reached", "side"),
    [
        ({"value": 100}, {"value": 120}, Side.ABOVE),
        ({"value": 100}, {"value": 80}, Side.BELOW),
        ({"value": 100}, {"value": 100}, Side.EQUAL),
        ({"value": 100, "comparator": ">="}, {"value": 101}, Side.ABOVE),
        ({"value": 100, "comparator": "<"}, {"value": 99}, Side.BELOW),
        ({"value": 8, "value_high": 8.5}, {"value": 8.2}, Side.WITHIN),
        ({"value": 8, "value_high": 8.5}, {"value": 8.6}, Side.ABOVE),
        ({"value": 100}, {"value": 101, "comparator": ">"}, Side.ABOVE),
        ({"value": 100}, {"value": 99, "comparator": "<="}, Side.BELOW),
        # What the words leave open is not decided.
        ({"value": 100}, {"value": 99, "comparator": ">"}, None),
        ({"value": 100}, {"value": 101, "comparator": "<"}, None),
        ({"value": 100}, {"value": 120, "comparator": "~"}, None),
        ({"value": 100, "comparator": "~"}, {"value": 120}, None),
        ({"value": 8, "value_high": 8.5}, {"value": 8.2, "value_high": 9}, None),
    ],
)
def test_the_side(promised: dict[str, Any], reached: dict[str, Any], side: Side | None) -> None:
    found = stood(figure("planned", **promised), figure("achieved", **reached))
    assert (found and found.side) == side


def test_how_far_is_a_share_or_for_shares_themselves_points() -> None:
    assert stood(figure("planned", 3000), figure("achieved", 2846.2)).words == "bằng 94,9% mục tiêu"
    assert stood(figure("planned", 8, "%"), figure("achieved", 8.6, "%")).words == "cao hơn mục tiêu 0,6 điểm %"
    assert stood(figure("planned", 8, "%"), figure("achieved", 6, "%")).words == "thấp hơn mục tiêu 2 điểm %"
    with override("en"):
        assert stood(figure("planned", 3000), figure("achieved", 2846.2)).words == "94.9% of the promise"


def test_units_of_one_scale_are_compared_by_it() -> None:
    found = stood(figure("planned", 3000), figure("achieved", 3, "nghìn tỷ đồng"))
    assert found.words == "bằng mục tiêu"


def test_a_result_told_before_the_year_is_over_says_when() -> None:
    found = stood(figure("planned", 100), figure("achieved", 80, told=datetime.date(2025, 7, 4)))
    assert found.words == "bằng 80% mục tiêu, theo tin ngày 04/07/2025"


@pytest.mark.parametrize(
    "figures",
    [
        [("planned", {"value": 100})],
        [("achieved", {"value": 100})],
        [("planned", {"value": 100}), ("projected", {"value": 100})],
        [("planned", {"value": 100}), ("achieved", {"value": 50, "period": "2025-Q2"})],
        [("planned", {"value": 100}), ("planned", {"value": 110}), ("achieved", {"value": 50})],
        [("planned", {"value": 100}), ("achieved", {"value": 50}), ("achieved", {"value": 55})],
        [("planned", {"value": 100}), ("achieved", {"value": 50, "told": datetime.date.min})],
    ],
)
def test_nothing_is_said_without_one_promise_and_one_result(figures: list[tuple[str, dict[str, Any]]]) -> None:
    assert stood(*(figure(status, **values) for status, values in figures)) is None


def test_nothing_is_divided_by_a_promise_of_nothing() -> None:
    assert stood(figure("planned", 0), figure("achieved", 3)).words == "cao hơn mục tiêu"


def test_the_same_promise_told_twice_is_one() -> None:
    figures = [figure("planned", 100), figure("planned", 100), figure("achieved", 100)]
    assert stood(*figures).side == Side.EQUAL
