"""Dates in the forms that press texts print, each with what is read from it; and what only looks like a date."""

from __future__ import annotations

import pytest

from meetings.extraction.dates import find_dates, publication, year_before
from meetings.extraction.document import Document


def read(text: str) -> list[tuple[str, str | None]]:
    """Each date as (its words, its value with 2001 standing in for a year that is not printed)."""
    return [(date.span.of(text), date.iso(2001)) for date in find_dates(Document("t", text))]


@pytest.mark.parametrize(
    "text",
    [
        "xã thứ 327/411 đạt chuẩn",
        "đến nay 8/10 xã đã xong",
        "hết 10/12 chỉ tiêu đạt kế hoạch",
        "đạt 25.9 tấn",
        "Nghị định số 45/2025/NĐ-CP",
        "Nghị quyết 111/2024/QH15",
        "Kế hoạch số 15-KH/TU",
        "ngày 30/2",
        "ngày 12/13",
        "nhiệm kỳ 2021-2026",
        "giai đoạn năm 2021-2025",
        "6 tháng đầu năm",
        "tháng 4 năm ngoái",
        "biểu quyết 45/45",
        "điện thoại 0912/34/56",
    ],
)
def test_is_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 27/3, tỉnh họp", [("27/3", "2001-03-27")]),
        ("Chiều6/6, tỉnh họp", [("6/6", "2001-06-06")]),
        ("Chiều nay (5/9), tỉnh họp", [("5/9", "2001-09-05")]),
        ("sáng nay (30/6)", [("30/6", "2001-06-30")]),
        ("Ngày 17 – 9, tỉnh họp", [("17 – 9", "2001-09-17")]),
        ("Ngày\u00a013/11", [("13/11", "2001-11-13")]),
        ("Sáng 25.9, tỉnh họp", [("25.9", "2001-09-25")]),
        ("Tối 9.2, thu 9.2 tấn", [("9.2", "2001-02-09")]),
        ("Sáng 28-10 tỉnh họp", [("28-10", "2001-10-28")]),
        ("hôm 11-11-2024", [("11-11-2024", "2024-11-11")]),
        ("ngày 08 tháng 12 năm 2025", [("08 tháng 12 năm 2025", "2025-12-08")]),
        ("thứ Hai, ngày 8 tháng 12", [("8 tháng 12", "2001-12-08")]),
        ("tháng 11/2024", [("tháng 11/2024", "2024-11")]),
        ("tháng 3-2016", [("tháng 3-2016", "2016-03")]),
        ("tháng 9 năm 2021", [("tháng 9 năm 2021", "2021-09")]),
        ("phiên họp 11/2024", [("11/2024", "2024-11")]),
        ("quý I/2023 và quý IV", [("quý I/2023", "2023-Q1"), ("quý IV", "2001-Q4")]),
        ("quý 2 năm 2022", [("quý 2 năm 2022", "2022-Q2")]),
        ("năm 2021", [("năm 2021", "2021")]),
        ("kỷ niệm ngày Thầy thuốc Việt Nam 27/2", [("27/2", "2001-02-27")]),
        ("chậm nhất là ngày 31-7", [("31-7", "2001-07-31")]),
        ("trước 17 giờ ngày 24/8", [("24/8", "2001-08-24")]),
        ("ngày 29/2", [("29/2", "2001-02-29")]),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Từ ngày 8 – 10/12", "2001-12-08", (None, 12, 10)),
        ("từ ngày 7 đến ngày 9/12", "2001-12-07", (None, 12, 9)),
        ("Trong hai ngày 08 và 09/11/2025", "2025-11-08", (2025, 11, 9)),
        ("các ngày 5, 6 và 7-12", "2001-12-05", (None, 12, 7)),
        ("Ngày 10 và 11-2", "2001-02-10", (None, 2, 11)),
        ("từ chiều ngày 29 đến hết ngày 30/9", "2001-09-29", (None, 9, 30)),
        ("từ ngày 29/11 đến ngày 2/12/2025", "2025-11-29", (2025, 12, 2)),
    ],
)
def test_reads_ranges(text: str, first: str, last: tuple[int | None, int, int]) -> None:
    (date,) = find_dates(Document("t", text))
    assert (date.iso(2001), date.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Sáng 27/3", "morning"),
        ("sáng ngày 27/3", "morning"),
        ("Chiều nay (5/9)", "afternoon"),
        ("Chiều thứ Ba, ngày 5/9", "afternoon"),
        ("Tối 9/2", "evening"),
        ("Ngày 27/3", None),
    ],
)
def test_knows_the_part_of_the_day(text: str, session: str | None) -> None:
    assert find_dates(Document("t", text))[0].session == session


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        (" date 2025-11-13 Hoàn thiện", True),
        (" date 2024-11 Thời sự", True),
        ("17:42, 13/07/2017 [GMT+7]", True),
        ("Thứ Năm, 16/05/2024 15:20 (GMT+7)", True),
        ("09:05' - 15/08/2022", True),
        ("Cập nhật: 02/03/2020", True),
        ("Sáng 13/07/2017, tỉnh họp", False),
    ],
)
def test_tells_when_the_report_appeared(text: str, stamp: bool) -> None:
    dates = find_dates(Document("t", text))
    assert (publication(dates) is not None) == stamp


def test_marks_the_date_of_a_document() -> None:
    dates = find_dates(
        Document("t", "Nghị quyết 10/2016/NQ-HĐND ngày 7/12/2016; số 154 ngày 23/11/2022; ngày 5/6/2023")
    )
    assert [date.in_reference for date in dates] == [True, True, False]


def test_reads_within_a_span_only() -> None:
    text = "Sáng 1/2, chiều 3/4, tối 5/6"
    document = Document("t", text)
    found = find_dates(document, find_dates(document)[1].span._replace(start=8))
    assert [date.span.of(text) for date in found] == ["3/4"]


@pytest.mark.parametrize(
    ("day", "month", "header", "year"),
    [(28, 12, " date 2025-01-02 Tin", 2024), (2, 1, " date 2025-01-03 Tin", 2025), (30, 6, " date 2024-07 Tin", 2024)],
)
def test_takes_the_year_from_the_report(day: int, month: int, header: str, year: int) -> None:
    published = publication(find_dates(Document("t", header)))
    assert published is not None
    assert year_before(day, month, published) == year


def test_stays_fast_on_long_lines() -> None:
    document = Document("t", "ngày 1/ " * 30_000 + "\n" + "1, 2, 3, " * 20_000)
    assert find_dates(document) == ()


def test_a_text_that_writes_dates_with_a_dot_may_do_so_behind_any_lead() -> None:
    document = Document("t", "Chiều 9.2, UBND tỉnh họp. Thanh tra tỉnh đến 30.6 có báo cáo, thu 25.9 tỷ đồng.")
    assert [(date.day, date.month) for date in find_dates(document)] == [(9, 2), (30, 6)]
    assert find_dates(Document("t", "Điểm trung bình tăng từ 6.9 đến 7.8 điểm.")) == ()


def test_a_dateline_is_no_document() -> None:
    (date,) = find_dates(Document("t", "LSO-Trong ngày 01/9/2016, UBND tỉnh họp."))
    assert not date.in_reference
