"""The table of a run: what falls short is marked, and counts that differ are told."""

from __future__ import annotations

from bench.pages.asked import Page
from bench.pages.table import percentile, write

LIST = Page("list", "/list/", "/flat/list", at_most=10, times=4)
CONTESTANTS = ("ours sqlite", "Datasette", "admin sqlite", "SQL sqlite")


def row(times: dict[str, list[float]], counts: dict[str, int]) -> list[str]:
    """The cells of the page's line."""
    lines = write(
        [LIST],
        CONTESTANTS,
        {("list", one): spent for one, spent in times.items()},
        {("list", one): number for one, number in counts.items()},
    )
    return [cell.strip() for cell in lines[-1].strip("|").split("|")]


def test_a_page_that_reaches_what_is_wanted() -> None:
    cells = row(
        {"ours sqlite": [8, 9, 7, 30], "Datasette": [80, 80, 80]},
        {"ours sqlite": 1200, "Datasette": 1200, "SQL sqlite": 1200, "admin sqlite": 1300},
    )
    assert cells == ["list", "8.5 / 30.0", "80.0 / 80.0", "–", "–", "10", "9.4", "4", "", "1,200"]


def test_a_page_that_is_too_slow_and_counts_otherwise() -> None:
    cells = row({"ours sqlite": [40], "Datasette": [80]}, {"ours sqlite": 1200, "Datasette": 1100})
    assert cells[5:] == ["10 <", "2.0", "4 <", "", "differ: ours sqlite 1,200, Datasette 1,100"]


def test_whole_pages_from_memory_stand_beside_what_is_judged() -> None:
    cells = (
        write(
            [LIST],
            ("ours sqlite", "again sqlite", "Datasette"),
            {
                ("list", "ours sqlite"): [40],
                ("list", "again sqlite"): [2],
                ("list", "Datasette"): [80],
            },
            {},
        )[-1]
        .strip("|")
        .split("|")
    )
    assert [cell.strip() for cell in cells[4:]] == ["10 <", "2.0", "4 <", "40.0", ""]


def test_what_nearly_all_answers_did_not_exceed() -> None:
    assert percentile(list(range(100))) == 95
    assert percentile([3.0]) == 3.0
