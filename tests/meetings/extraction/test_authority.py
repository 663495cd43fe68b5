"""Authority: who orders whom, and whose wish is a petition."""

from __future__ import annotations

import pytest

from meetings.extraction.agents import Agent, Agents
from meetings.extraction.authority import below, may_order
from meetings.extraction.lexicon import table
from meetings.extraction.ranks import branch_of
from meetings.extraction.spans import Span
from meetings.extraction.speakers import Speaker


def told(*names: str) -> Agents:
    return Agents(tuple(Agent(name, Span(0, 1)) for name in names), 1)


@pytest.mark.parametrize(
    ("rank", "names", "presides", "expected"),
    [
        ("leader", ["Sở Y tế"], False, True),
        ("leader", [], False, True),
        ("leader", ["Bộ Y tế"], False, False),
        ("national", ["UBND tỉnh"], False, True),
        ("official", ["các xã"], False, False),
        ("official", ["các xã"], True, True),
        ("official", ["UBND tỉnh"], True, False),
        ("district", ["các xã"], True, False),
        ("other", ["Sở Y tế"], True, False),
    ],
)
def test_who_may_order_whom(rank: str, names: list[str], presides: bool, expected: bool) -> None:
    assert may_order(Speaker("A", None, rank), told(*names), presides=presides) is expected


def test_the_capital_orders_at_a_meeting_only_through_one_who_is_named() -> None:
    assert not may_order(Speaker(None, "Thủ tướng Chính phủ", "national"), told("UBND tỉnh"), presides=False)


@pytest.mark.parametrize(
    ("rank", "branch", "name", "expected"),
    [
        ("official", "Công an", "công an các xã", True),
        ("official", "Công an", "các xã", False),
        ("official", "", "công an các xã", False),
        ("overseer", "", "Sở Y tế", True),
        ("overseer", "", "UBND tỉnh", False),
    ],
)
def test_whom_an_office_orders_without_presiding(rank: str, branch: str, name: str, expected: bool) -> None:
    assert may_order(Speaker("A", None, rank, branch), told(name), presides=False) is expected


@pytest.mark.parametrize("row", table("branches"), ids=lambda row: row["office"])
def test_each_branch_in_the_words_it_was_met_in(row: dict[str, str]) -> None:
    office, words = row["met_in"].split(" yêu cầu " if " yêu cầu " in row["met_in"] else " đề nghị ")
    assert branch_of([office]) == row["office"]
    assert may_order(Speaker(None, office, "official", row["office"]), told(words), presides=False)


def test_nobody_orders_nothing() -> None:
    assert not may_order(None, told("Sở Y tế"), presides=True)


@pytest.mark.parametrize(("names", "expected"), [(["Sở Y tế"], True), (["Sở Y tế", "UBND tỉnh"], False)])
def test_below(names: list[str], expected: bool) -> None:
    assert below(told(*names)) is expected
