"""The words that belong to each figure of a sentence, and the name and span of what it measures."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.figure_parts import figure_parts, measure
from meetings.extraction.spans import Span


def parts(text: str, not_figures: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    marks = bytearray(len(text))
    for words in not_figures:
        start = text.index(words)
        marks[start : start + len(words)] = b"\x01" * len(words)
    found = figure_parts(Document("t", text), Span(0, len(text)), bytes(marks))
    return [(part.lead.of(text), part.quantity.span.of(text), part.tail.of(text)) for part in found]


def test_each_figure_has_its_own_words() -> None:
    assert parts("Thu đạt 812 tỷ đồng, bằng 44% dự toán và tăng 3% so với cùng kỳ; trồng 4.350 ha rừng.") == [
        ("Thu đạt ", "812 tỷ đồng", ""),
        ("bằng ", "44%", " dự toán"),
        ("tăng ", "3%", " so với cùng kỳ"),
        ("trồng ", "4.350 ha", " rừng"),
    ]


def test_dates_and_numbers_of_documents_are_left_out() -> None:
    assert parts("Đến 10/12 xã, thu 5 tỷ đồng.", not_figures=("10/12",)) == [("Đến 10/12 xã, thu ", "5 tỷ đồng", "")]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Theo đó, tổng thu ngân sách đạt 9 tỷ đồng.", "tổng thu ngân sách đạt 9 tỷ đồng", "tổng thu ngân sách"),
        ("Trong đó: nông, lâm, ngư nghiệp tăng 2%.", "nông, lâm, ngư nghiệp tăng 2%", "nông, lâm, ngư nghiệp"),
        (
            "Năm qua, chi ngân sách cho khoa học, công nghệ đạt 2% tổng chi.",
            "chi ngân sách cho khoa học, công nghệ đạt 2% tổng chi",
            "chi ngân sách cho khoa học, công nghệ",
        ),
        ("Tỷ lệ hộ dùng điện: 97%.", "Tỷ lệ hộ dùng điện: 97%", "Tỷ lệ hộ dùng điện"),
        ("Trồng mới 4.350 ha rừng.", "Trồng mới 4.350 ha rừng", "Trồng mới rừng"),
        ("Đón 2 triệu lượt khách.", "Đón 2 triệu lượt khách", "Đón lượt khách"),
        ("Bằng 44% dự toán.", "Bằng 44% dự toán", ""),
        ("Ngành thuế quyết tâm đạt mục tiêu 900 tỷ đồng.", "Ngành thuế quyết tâm đạt mục tiêu 900 tỷ đồng", ""),
    ],
)
def test_measure(text: str, words: str, name: str) -> None:
    document = Document("t", text)
    (part,) = figure_parts(document, Span(0, len(text)), bytes(len(text)))
    span, measured = measure(document, part)
    assert (span.of(text), measured) == (words, name)
