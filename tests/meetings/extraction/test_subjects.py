"""Subjects: who speaks in a clause, and who is only spoken to or of."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.people import find_people
from meetings.extraction.speakers import References, find_references
from meetings.extraction.subjects import find_subjects, is_object, speaks

INTRODUCED = "Dự họp có ông Lê Văn Đạt, Chủ tịch UBND tỉnh; bà Mai Thị Lan, Giám đốc Sở Y tế. "


def clause(words: str) -> tuple[str, int, References]:
    document = Document("t", INTRODUCED + words)
    return document.plain, len(INTRODUCED), find_references(document, find_people(document))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ông Lê Văn Đạt yêu cầu", ["Lê Văn Đạt"]),
        ("Ông Đạt yêu cầu", ["Lê Văn Đạt"]),
        ("Ông cũng yêu cầu", [None]),
        ("Đồng chí nhấn mạnh", [None]),
        ("Ban Thường vụ Tỉnh ủy giao", ["Ban Thường vụ Tỉnh ủy"]),
        ("Ban Tuyên giáo Tỉnh ủy tham mưu", []),
        ("Ông Bình yêu cầu", []),
        ("Bà Thị Lan yêu cầu", ["Mai Thị Lan"]),
        ("Ông Sằm Phù yêu cầu", ["Sằm Phù"]),
        ("nhà ông Sằm Phù yêu cầu", []),
        ("Chủ tọa kỳ họp giao", [None]),
        ("các đồng chí lãnh đạo yêu cầu", []),
        ("Bà con đề nghị", []),
        ("các Tổ đại biểu HĐND tỉnh giám sát", []),
    ],
)
def test_finds_subjects(words: str, expected: list[str | None]) -> None:
    plain, start, references = clause(words)
    found = find_subjects(plain, start, len(plain), references)
    assert [s.speaker and (s.speaker.name or s.speaker.title) for s in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu các xã", True),
        ("báo cáo Chủ tịch UBND tỉnh yêu cầu mới", False),
        ("tiếp thu ý kiến của Chủ tịch UBND tỉnh, khẳng định", False),
        ("Chủ tịch UBND tỉnh Lê Văn Đạt trong bộ áo dài", False),
        ("“Để Giám đốc Sở Y tế phát biểu trước”", False),
        ("Sau khi nghe ông Lê Văn Đạt báo cáo", False),
    ],
)
def test_speaks(words: str, expected: bool) -> None:
    plain, start, references = clause(words)
    subject = find_subjects(plain, start, len(plain), references)[-1]
    assert speaks(plain, subject, start, len(plain), running=False) is expected


def test_an_office_is_told_to_report_while_orders_are_given() -> None:
    plain, start, references = clause("Giám đốc Sở Y tế báo cáo kết quả trước ngày 5/6")
    subject = find_subjects(plain, start, len(plain), references)[0]
    assert speaks(plain, subject, start, len(plain), running=False)
    plain, start, references = clause("Chánh Thanh tra tỉnh báo cáo kết quả trước ngày 5/6")
    subject = find_subjects(plain, start, len(plain), references)[0]
    assert not speaks(plain, subject, start, len(plain), running=True)


def test_an_object_stands_behind_its_verb() -> None:
    plain, start, references = clause("trình Chủ tịch UBND tỉnh phê duyệt")
    assert is_object(plain, find_subjects(plain, start, len(plain), references)[0], start)
