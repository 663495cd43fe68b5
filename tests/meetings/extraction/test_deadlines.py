"""Deadlines: what fixes a day, what gives a period, what names an event, what only hurries; and what is none."""

from __future__ import annotations

import pytest

from meetings.extraction.deadline_days import bounds
from meetings.extraction.deadlines import find_deadline, find_deadlines
from meetings.extraction.document import Document
from meetings.extraction.spans import Span

HELD = "2024-05-16"


def read(text: str, reference: str | None = HELD) -> tuple[str, str, str | None] | None:
    deadline = find_deadline(Document("t", text), Span(0, len(text)), reference)
    return (deadline.text, deadline.kind, deadline.value) if deadline else None


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế rà soát quy trình khám bệnh.",
        "tính đến ngày 15/5 mới được một nửa",
        "số liệu từ ngày 1/7/2024",
        "thu phí từ ngày 1/7 đến ngày 31/8",
        "áp dụng từ ngày 1/3/2024",
        "cắt vốn các dự án đến ngày 30/9 còn giải ngân dưới 60%",
        "thu hồi đất của những hộ đến ngày 15/6 chưa xây nhà",
        "chỉ tiêu năm 2024 phải đạt",
        "phấn đấu đến năm 2030 đạt chuẩn",
        "Trong năm 2025, công tác này cần được quan tâm.",
        "theo Nghị quyết số 154 ngày 23/11/2024 của Chính phủ",
        "thực hiện nhiệm vụ quý II",
        "Sau khi thảo luận, giao Sở Nội vụ hoàn chỉnh",
        "hằng tuần kiểm tra một lần",
        "phục vụ khách trong 5 ngày nghỉ lễ",
        "số liệu trong 15 ngày đầu tháng",
    ],
)
def test_is_no_deadline(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xong trước ngày 30/11/2025", ("trước ngày 30/11/2025", "date", "2025-11-30")),
        ("hoàn thành trước 31/12/2024", ("trước 31/12/2024", "date", "2024-12-31")),
        ("để đến hết ngày 31/12 tỷ lệ trễ hạn dưới 1%", ("đến hết ngày 31/12", "date", "2024-12-31")),
        ("trước ngày 15/8 hộ nào thiếu thì bổ sung", ("trước ngày 15/8", "date", "2024-08-15")),
        ("chậm nhất thứ Sáu (29/11) báo cáo", ("chậm nhất thứ Sáu (29/11)", "date", "2024-11-29")),
        ("trước thứ Hai, ngày 25/11 nộp", ("trước thứ Hai, ngày 25/11", "date", "2024-11-25")),
        ("đến 17h ngày 28/11 phải xong", ("đến 17h ngày 28/11", "date", "2024-11-28")),
        ("muộn nhất là 16 giờ 30 ngày 28/11 gửi", ("muộn nhất là 16 giờ 30 ngày 28/11", "date", "2024-11-28")),
        ("cuối tuần này báo cáo", ("cuối tuần này", "vague", None)),
        ("báo cáo trước ngày 30-9", ("trước ngày 30-9", "date", "2024-09-30")),
        ("xong trước 17 giờ ngày 24/8", ("trước 17 giờ ngày 24/8", "date", "2024-08-24")),
        ("gửi về trước 14 giờ, ngày 10/02/2025", ("trước 14 giờ, ngày 10/02/2025", "date", "2025-02-10")),
        ("báo cáo trước ngày 20.7.2025", ("trước ngày 20.7.2025", "date", "2025-07-20")),
        ("chậm nhất là ngày 31-7 phải xong", ("chậm nhất là ngày 31-7", "date", "2024-07-31")),
        ("áp dụng thử nghiệm từ ngày 1-11", ("từ ngày 1-11", "date", "2024-11-01")),
        ("cấm xe tải trên cầu kể từ ngày 1/7", ("kể từ ngày 1/7", "date", "2024-07-01")),
        ("trả lời cử tri, hạn chót 25/8", ("hạn chót 25/8", "date", "2024-08-25")),
        ("xong hết ngay trong ngày mai 17.5", ("ngay trong ngày mai 17.5", "period", "2024-05-17")),
        ("đến ngày 30/9 không còn hộ nghèo", ("đến ngày 30/9", "date", "2024-09-30")),
        ("muộn nhất 20/6", ("muộn nhất 20/6", "date", "2024-06-20")),
        ("gửi về chậm nhất đến cuối tháng 12", ("chậm nhất đến cuối tháng 12", "period", "2024-12")),
        ("đến hết ngày 31/12/2028", ("đến hết ngày 31/12/2028", "date", "2028-12-31")),
        ("hoàn thành đến cuối năm 2026", ("đến cuối năm 2026", "period", "2026")),
        ("xong trong tháng 6", ("trong tháng 6", "period", "2024-06")),
        ("xong trong tháng 6-2025", ("trong tháng 6-2025", "period", "2025-06")),
        ("trình duyệt trong quý III/2024", ("trong quý III/2024", "period", "2024-Q3")),
        ("hoàn thành trong năm 2026", ("trong năm 2026", "period", "2026")),
        ("chuẩn bị lễ khởi công vào ngày 9/11", ("vào ngày 9/11", "event_date", "2024-11-09")),
        ("trả lời trong vòng 15 ngày", ("trong vòng 15 ngày", "event_relative", None)),
        ("gửi tài liệu trước kỳ họp 10 ngày", ("trước kỳ họp 10 ngày", "event_relative", None)),
        ("thẩm định trước khi trình", ("trước khi trình", "event_relative", None)),
        ("thẩm tra ngay khi có hồ sơ", ("ngay khi có hồ sơ", "event_relative", None)),
        ("xong ngay trong tuần này", ("ngay trong tuần này", "vague", None)),
        ("chậm nhất tuần sau có công bố giá", ("chậm nhất tuần sau", "vague", None)),
        ("đón đoàn ngay chiều nay", ("ngay chiều nay", "vague", None)),
        ("tới ngày 10/6 phải công bố", ("tới ngày 10/6", "date", "2024-06-10")),
        ("làm lại trong 30 ngày", ("trong 30 ngày", "event_relative", None)),
        ("trả lời trong ba ngày làm việc", ("trong ba ngày làm việc", "event_relative", None)),
        ("khẩn trương tham mưu", ("khẩn trương", "vague", None)),
    ],
)
def test_reads(text: str, expected: tuple[str, str, str | None]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("trước ngày 31/01", "2024-05-16", "2025-01-31"),
        ("trước ngày 31/12", "2024-11", "2024-12-31"),
        ("trước ngày 15/4", "2021", "2021-04-15"),
        ("trước ngày 15/4", None, None),
        ("trước ngày 25 hằng tháng", "2024-05-16", None),
        ("trước ngày 1/5/2024", "2024-05-16", None),
        ("trong tháng 4", "2024-05-16", None),
        ("trong tháng 1", "2024-11-20", "2025-01"),
        ("trong quý I", "2024-12-20", "2025-Q1"),
        ("trong quý II", "2024-05-16", "2024-Q2"),
    ],
)
def test_gives_the_year(text: str, reference: str | None, value: str | None) -> None:
    deadline = read(text, reference)
    assert (deadline[2] if deadline else None) == value


def test_a_day_goes_before_hurry() -> None:
    assert read("khẩn trương rà soát, báo cáo trước ngày 15/7") == ("trước ngày 15/7", "date", "2024-07-15")


def test_keeps_all_in_order() -> None:
    text = "xong hồ sơ trong tháng 6; chậm nhất ngày 15/7 báo cáo"
    found = find_deadlines(Document("t", text), Span(0, len(text)), HELD)
    assert [deadline.value for deadline in found] == ["2024-06", "2024-07-15"]


def test_reads_within_its_span_only() -> None:
    text = "Sở A xong trong tháng 6; Sở B xong trong tháng 8."
    deadline = find_deadline(Document("t", text), Span(text.index("Sở B"), len(text)), HELD)
    assert deadline is not None
    assert deadline.value == "2024-08"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-10-15", ("2025-10-15", "2025-10-15")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-Q4", ("2025-10-01", "2025-12-31")),
        ("2026", ("2026-01-01", "2026-12-31")),
        (None, (None, None)),
    ],
)
def test_bounds(value: str | None, expected: tuple[str | None, str | None]) -> None:
    assert bounds(value) == expected


def test_a_due_day_has_an_end_alone() -> None:
    text = "xong trước ngày 30/11/2025"
    deadline = find_deadline(Document("t", text), Span(0, len(text)), HELD)
    assert deadline is not None
    assert (deadline.earliest, deadline.latest) == (None, "2025-11-30")


def test_a_day_in_brackets_is_that_of_the_event() -> None:
    assert read("lo chu đáo dịp 80 năm Ngày thành lập ngành (12-9)") == ("12-9", "event_date", "2024-09-12")
