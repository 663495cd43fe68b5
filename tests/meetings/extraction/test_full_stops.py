"""Sentences: where a full stop ends one, and where it belongs to a number, a name or a bracket."""

from __future__ import annotations

import pytest

from meetings.extraction.full_stops import split_sentences, trim
from meetings.extraction.spans import Span, matchable


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(matchable(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 26.000 tỷ đồng.",
        "UBND TP. Vinh họp ngày 25.9.",
        "ThS. Lê An trình bày đề án của T.Ư Đoàn.",
        "Theo baonghean.vn, giá cam tăng.",
        "1. Sở Y tế dự trữ thuốc.",
        "Hỗ trợ giống, phân bón... cùng nhiều vật tư khác.",
        "“Bao giờ xong?”, ông An hỏi.",
        "Đại biểu (ngụ Phường 2, TP. Huế. Đã nghỉ hưu) phát biểu.",
        "Kỳ họp bế mạc./.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị họp sáng. Ông An dự.", ["Hội nghị họp sáng.", "Ông An dự."]),
        ("Khen thưởng 44 cá nhân.Ngày 5/6, đoàn về.", ["Khen thưởng 44 cá nhân.", "Ngày 5/6, đoàn về."]),
        ("Sản xuất ổn định… Thương mại tăng.", ["Sản xuất ổn định…", "Thương mại tăng."]),
        ("Ông nói: “Phải làm ngay.” Hội trường vỗ tay.", ["Ông nói: “Phải làm ngay.”", "Hội trường vỗ tay."]),
        ("Vì sao chậm? Do vướng đất!", ["Vì sao chậm?", "Do vướng đất!"]),
        ("", []),
        ("   ", []),
    ],
)
def test_splits(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_looks_only_inside_the_span() -> None:
    text = "Một. Hai. Ba."
    assert split_sentences(text, Span(5, 9)) == (Span(5, 9),)


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 6, Span(2, 4)), (0, 2, Span(2, 2)), (2, 4, Span(2, 4))])
def test_trims_white_space(start: int, end: int, expected: Span) -> None:
    assert trim("  ab  ", start, end) == expected
