"""The rules for periods, one sentence each: which rule reads it, and as what."""

from __future__ import annotations

import pytest

from meetings.extraction.cued import Cued, CuedRules
from meetings.extraction.periods import PERIODS


@pytest.mark.parametrize(
    ("rule", "words", "reading"),
    [
        ("span of years", "giai đoạn 2026-2030", ("2026/2030", "year")),
        ("months counted", "9 tháng", (None, "part")),
        ("up to now", "đến hết ngày 30/9", (None, "now")),
        ("month", "tháng 9", ("2025-09", "part")),
        ("quarter", "quý IV/2024", ("2024-Q4", "part")),
        ("end of a year", "đến cuối năm 2026", ("2026", "end")),
        ("end of this year", "đến cuối năm", ("2025", "end")),
        ("year", "năm 2024", ("2024", "year")),
        ("this year", "cả năm", ("2025", "year")),
    ],
)
def test_reads(rule: str, words: str, reading: tuple[str | None, str]) -> None:
    period = next(row for row in PERIODS if row.rule == rule)
    match, read = period.pattern.search(words), period.decision
    assert match is not None
    assert read is not None
    assert read(match, "2025-11-19") == reading


@pytest.mark.parametrize("words", ["so với năm 2024", "so với cùng kỳ năm trước", "so với 6 tháng đầu năm 2021"])
def test_comparisons_are_kept_from_the_other_rules(words: str) -> None:
    first = next(row for row in PERIODS if row.pattern.search(words))
    assert first.decision is None


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [row.rule for row in PERIODS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "words",
    ["giai đoạn 2026-2030", "9 tháng", "đến hết ngày 30/9", "tháng 9", "quý IV/2024", "đến cuối năm 2026", "cả năm",
     "so với năm 2024", "so với cùng kỳ năm trước", "nghị quyết số 5-NQ/TU", "hiện", "từ năm 2020 đến năm 2025"],
)  # fmt: skip
def test_rules_are_tried_where_the_words_stand_that_they_begin_with(words: str) -> None:
    for row in PERIODS:
        if row.pattern.match(words):
            assert CuedRules([Cued(row.rule, row.pattern, True)]).last(words), row.rule
