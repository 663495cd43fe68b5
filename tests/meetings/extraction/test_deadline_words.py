"""The tables of words that make deadlines."""

from __future__ import annotations

import pytest

from meetings.extraction.deadline_words import DATED, WORDED


@pytest.mark.parametrize(
    ("before", "rule"),
    [
        ("tính đến ngày ", "so far"),
        ("hoàn thành trước ngày ", "before"),
        ("chậm nhất là ngày ", "at the latest"),
        ("không muộn hơn ngày ", "at the latest"),
        ("đến hết ", "until"),
        ("ngay trong ", "within"),
        ("tổ chức vào sáng ngày ", "event"),
    ],
)
def test_the_first_rule_that_fits_decides(before: str, rule: str) -> None:
    assert next(name for name, _, words in DATED if words.search(before)) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("trong vòng 15 ngày làm việc", "days given"),
        ("trước ngày 25 hằng tháng", "day of each month"),
        ("trước mùa mưa lũ", "before an event"),
        ("trình tại kỳ họp cuối năm", "at a session"),
        ("trong tuần này", "this week"),
        ("trong thời gian tới", "coming time"),
    ],
)
def test_words_alone(text: str, rule: str) -> None:
    assert next(worded.rule for worded in WORDED if worded.pattern.search(text)) == rule
    assert any(cue in text.lower() for worded in WORDED if worded.rule == rule for cue in worded.cues)
