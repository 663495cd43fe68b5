"""Statements: findings, praise, quotations and other things that are no order."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.orders import find_order
from meetings.extraction.people import find_people
from meetings.extraction.spans import Span
from meetings.extraction.speakers import find_references
from meetings.extraction.statements import (
    deliberates,
    ends_orders,
    is_housekeeping,
    is_past,
    is_statement,
    orders_plainly,
    past_aside,
    tells_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Đạt, Chủ tịch UBND tỉnh khẳng định: An sinh là trụ cột.", True),
        ("Theo đồng chí, phải làm từ gốc.", True),
        ("Công tác tiếp dân còn hạn chế.", True),
        ("Giải ngân vốn đã được đẩy mạnh.", True),
        ("Thu ngân sách đạt 45,57% dự toán.", True),
        ("Xuất khẩu tăng 3,2% so với cùng kỳ.", True),
        ("Giải ngân đạt 100% kế hoạch vốn.", False),
        ("Tiếp tục đánh giá hiệu quả mô hình.", False),
        ("Rà soát quỹ đất.", False),
    ],
)
def test_tells_statements_from_tasks(text: str, expected: bool) -> None:
    document = Document("t", text)
    references = find_references(document, find_people(document))
    assert is_statement(document.plain, Span(0, len(text)), references) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cũng tại hội nghị, các đại biểu bỏ phiếu.", True),
        ("Dịp này, 5 tập thể được khen.", True),
        ("Trong ngày, đoàn thăm hai xã.", True),
        ("Hội nghị biểu quyết thông qua nghị quyết.", True),
        ("Cùng đi có lãnh đạo các sở.", True),
        ("Tiếp tục rà soát.", False),
        ("Sở Y tế mua thuốc.", False),
    ],
)
def test_ends_orders(text: str, expected: bool) -> None:
    assert ends_orders(text, Span(0, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thường trực Tỉnh ủy cũng xem xét công tác cán bộ.", True),
        ("Thường trực Tỉnh ủy đã nghe ba tờ trình.", True),
        ("Thường trực Tỉnh ủy xem xét sớm ba tờ trình.", False),
        ("Thường trực Tỉnh ủy theo dõi việc này.", False),
    ],
)
def test_a_leading_body_sits(text: str, expected: bool) -> None:
    assert deliberates(text, len("Thường trực Tỉnh ủy"), len(text)) is expected


@pytest.mark.parametrize(("text", "expected"), [("tìm nguồn đá", True), ("triển khai tốt", False), ("nguồn đá", False)])
def test_what_begins_tasks_and_hardly_findings(text: str, expected: bool) -> None:
    assert orders_plainly(text, 0, len(text)) is expected


def test_to_discuss_is_no_task() -> None:
    text = "đề nghị các đại biểu tập trung thảo luận, làm rõ nguyên nhân"
    assert is_housekeeping(text, 0, len(text))
    assert not is_housekeeping("đề nghị các đại biểu báo cáo cử tri", 0, 36)


def test_a_long_aside_stays_outside() -> None:
    aside = "Chia sẻ với những khó khăn mà các địa phương gặp phải trong phòng, chống dịch bệnh và khắc phục hậu quả mưa lũ, "
    text = aside + "ông Hà yêu cầu các xã rà soát."
    speaker = Span(len(aside), len(aside) + 6)
    assert past_aside(text, Span(0, len(text)), speaker).of(text) == "ông Hà yêu cầu các xã rà soát."
    topic = "Về " + aside.lower() + "ông Hà yêu cầu các xã rà soát."
    assert past_aside(topic, Span(0, len(topic)), Span(len(aside) + 3, len(aside) + 9)) == Span(0, len(topic))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("UBND tỉnh đã yêu cầu các xã rà soát.", True), ("UBND tỉnh yêu cầu các xã rà soát.", False)],
)
def test_what_a_body_has_ordered_is_only_told_of(text: str, expected: bool) -> None:
    document = Document("t", text)
    order = find_order(document.plain, 0, len(text), find_references(document, find_people(document)), running=False)
    assert order is not None
    assert tells_of(document.plain, order) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thời gian qua, các xã mở thêm chợ.", True),
        ("Năm 2022, các xã mở thêm chợ.", True),
        ("Năm 2023, các xã mở thêm chợ.", False),
        ("Từ đầu năm, các xã mở thêm chợ.", True),
        ("Năm 2022, các xã hụt thu thì nay phải bù.", False),
        ("Thời gian tới, các xã mở thêm chợ.", False),
    ],
)
def test_tells_of_times_gone_by(text: str, expected: bool) -> None:
    assert is_past(text, Span(0, len(text)), "2023-04-11") is expected


def test_a_year_is_gone_by_only_where_the_meeting_is_dated() -> None:
    text = "Năm 2022, các xã mở thêm chợ."
    assert not is_past(text, Span(0, len(text)), None)
