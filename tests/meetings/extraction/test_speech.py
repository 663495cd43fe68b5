"""Speech: who sums up, who speaks his mind."""

from __future__ import annotations

import pytest

from meetings.extraction.speech import SPEECH, STRESSES, sums_up


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kết luận phiên họp, ông An", True),
        ("Chốt lại buổi giao ban, ông An", True),
        ("Phát biểu kết thúc hội nghị, bà Bình", True),
        ("Nói lời kết, bà Bình", True),
        ("Bế mạc kỳ họp, bà Bình", True),
        ("Kết quả thảo luận cho thấy", False),
        ("Phát biểu thảo luận, bà Bình", False),
        ("Bà Bình nhấn mạnh", False),
    ],
)
def test_sums_up(words: str, expected: bool) -> None:
    assert sums_up(words) is expected


@pytest.mark.parametrize(
    ("words", "speech", "stresses"),
    [
        ("nhấn mạnh chữ tín", True, True),
        ("đánh giá cao ngành Y tế", True, False),
        ("nêu quan điểm", False, True),
        ("lật sổ", False, False),
    ],
)
def test_speaks_his_mind(words: str, speech: bool, stresses: bool) -> None:
    assert (bool(SPEECH.search(words)), bool(STRESSES.search(words))) == (speech, stresses)
