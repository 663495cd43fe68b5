"""What a sentence of a lead tells first, and who held the meeting it tells."""

from __future__ import annotations

import pytest

from meetings.extraction.events import find_event
from meetings.extraction.meeting_events import find_meetings
from meetings.extraction.spans import Span, matchable


def first(text: str) -> tuple[str, str | None] | None:
    plain = matchable(text)
    event = find_event(plain, Span(0, len(plain)))
    return (event.kind, event.by.name if event.by else None) if event else None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sáng 5/3, UBND tỉnh họp phiên thường kỳ tháng 2.", ("regular session", "UBND tỉnh")),
        ("Bí thư Tỉnh ủy chủ trì phiên họp chuyên đề UBND tỉnh.", ("thematic session", "UBND tỉnh")),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh tiếp công dân.", ("reception", "UBND tỉnh")),
        ("Thực hiện chỉ đạo của Thủ tướng Chính phủ, UBND tỉnh họp.", ("session", "UBND tỉnh")),
        ("Sáng 5/3, tại trụ sở UBND tỉnh, Sở Y tế tổ chức hội nghị.", ("conference", "Sở Y")),
        ("Bộ trưởng Bộ Y tế làm việc với UBND tỉnh.", ("working session", "Bộ trưởng")),
        ("UBND tỉnh làm việc với Đoàn công tác của Bộ Y tế.", ("working session", "UBND tỉnh")),
        ("UBND tỉnh nghe Sở Xây dựng báo cáo.", ("deliberation", "UBND tỉnh")),
        ("UBND tỉnh tổ chức Lễ khởi công.", ("ceremony", None)),
        ("UBND tỉnh tổ chức họp báo quý I.", ("press", None)),
        ("Chủ tịch UBND tỉnh ban hành Công điện số 5.", ("document", None)),
        ("Bí thư Tỉnh ủy kiểm tra tiến độ dự án.", ("visit", None)),
        ("Các đại biểu dự hội nghị của UBND tỉnh rất đông.", None),
        ("Tỉnh có nhiều giải pháp tốt.", None),
    ],
)
def test_first_event(text: str, event: tuple[str, str | None] | None) -> None:
    assert first(text) == event


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("UBND tỉnh tổ chức hội nghị.", False),
        ("Kỳ họp thứ 9, HĐND tỉnh dự kiến diễn ra đầu tháng 12.", True),
        ("HĐND tỉnh sẽ tổ chức phiên họp chuyên đề của HĐND tỉnh.", True),
    ],
)
def test_what_is_still_to_come(text: str, planned: bool) -> None:
    plain = matchable(text)
    assert [event.planned for event in find_meetings(plain, Span(0, len(plain)))][:1] in ([planned], [])


def test_occasions_only_on_demand() -> None:
    plain = "Tại kỳ họp thứ 7 HĐND tỉnh, đồng chí Lê Văn Đạt trình bày báo cáo."
    sentence = Span(0, len(plain))
    assert find_meetings(plain, sentence) == ()
    assert [event.kind for event in find_meetings(plain, sentence, occasions=True)] == ["council session"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tại cuộc họp với các sở sáng 4/4, Ban Pháp chế HĐND tỉnh gợi ý cách làm mới.",
            True,
        ),  # an act of participation.csv
        ("Tại cuộc họp với các sở chiều 4/4, Thường trực HĐND tỉnh bác bỏ đề xuất tăng phí.", True),
        ("Tại cuộc họp với các sở chiều 4/4, UBND tỉnh nhất trí chọn phương án hai.", True),  # an outcome
        ("Đó là lời nhắc của Chủ tịch UBND tỉnh tại cuộc họp chiều 4/4.", True),  # a verb of order_verbs.csv
        ("Tại cuộc họp với các sở chiều 4/4, Ban Pháp chế HĐND tỉnh vắng mặt.", False),
    ],
)
def test_who_speaks_or_decides_at_a_meeting_holds_it(text: str, told: bool) -> None:
    plain = matchable(text)
    found = find_meetings(plain, Span(0, len(plain)), occasions=True)
    assert bool(found and found[0].by and found[0].by.level == "province") is told


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh họp báo cáo tiến độ các dự án.",  # no press conference
        "UBND tỉnh họp, yêu cầu các sở gửi kết quả về Thường trực HĐND tỉnh.",  # no letter
    ],
)
def test_words_of_other_events_inside_others(text: str) -> None:
    event = first(text)
    assert event is not None
    assert event[0] == "session"
