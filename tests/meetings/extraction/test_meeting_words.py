"""Nouns that mean the meeting told, and those that mean another."""

from __future__ import annotations

import pytest

from meetings.extraction.meeting_words import is_other, nouns, without_asides
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("UBND tỉnh tổ chức phiên họp", False),
        ("Tiếp tục chương trình Kỳ họp thứ 3", False),
        ("các nội dung trình kỳ họp", True),
        ("dự hội nghị", True),
        ("đã tổ chức 14 kỳ họp", True),
        ("hủy buổi tiếp công dân", True),
        ("nâng chất lượng công tác tiếp công dân", True),
        ("Luật Hoạt động giám sát", True),
    ],
)
def test_is_other(text: str, other: bool) -> None:
    noun = nouns()[0].search(text)
    assert noun
    assert is_other(text, noun) is other


def test_clauses_of_cause_are_blanked() -> None:
    text = "Thực hiện kế hoạch năm, UBND tỉnh họp."
    kept = without_asides(text, Span(0, len(text)))
    assert (kept.strip(), len(kept)) == (", UBND tỉnh họp.", len(text))
