"""Days told from the day of the report, which appeared on Wednesday, 6 March 2024."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.meetings import find_meeting
from meetings.extraction.near_days import find_near_days
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("text", "date", "session"),
    [
        ("Chiều nay, UBND tỉnh họp phiên thường kỳ. Đến ngày 1/3, tỉnh thu được 5 tỷ đồng.", "2024-03-06", "afternoon"),
        ("Hôm nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", None),
        ("Sáng hôm nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "morning"),
        ("Trong sáng nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "morning"),
        ("Tối qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "evening"),
        ("Đêm qua, Ban Chỉ đạo phòng, chống dịch tỉnh họp khẩn.", "2024-03-05", "evening"),
        ("Ngày hôm qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", None),
        ("Suốt ngày hôm qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "all_day"),
        ("Cả ngày nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "all_day"),
        ("Trọn ngày hôm nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "all_day"),
        ("Chiều thứ Ba, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "afternoon"),
        ("Sáng thứ Hai vừa qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-04", "morning"),
        ("Hôm thứ Hai, UBND tỉnh họp phiên thường kỳ.", "2024-03-04", None),
        ("Sáng thứ Tư, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "morning"),
        ("Chiều Chủ nhật, UBND tỉnh họp khẩn.", "2024-03-03", "afternoon"),
        ("Thứ sáu vừa rồi, Chủ tịch UBND tỉnh Lê Văn Đạt làm việc với Sở Y tế.", "2024-03-01", None),
        ("UBND tỉnh sáng nay họp phiên thường kỳ, bàn việc trước ngày 30/4.", "2024-03-06", "morning"),
        ("UBND tỉnh họp phiên thường kỳ chiều nay. Sáng 1/3, tỉnh khởi công cầu mới.", "2024-03-06", "afternoon"),
        ("8 giờ sáng nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "morning"),
        ("14 giờ chiều qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "afternoon"),
        ("Sáng và chiều nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "all_day"),
        ("Từ sáng đến chiều qua, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "all_day"),
        ("Chiều tối qua, UBND tỉnh họp khẩn.", "2024-03-05", "evening"),
        ("Lúc 14 giờ hôm nay, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "afternoon"),
        ("Sáng nay, UBND tỉnh họp về vụ cháy đêm 5/3.", "2024-03-06", "morning"),
        ("Chiều hôm qua (5/3), UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "afternoon"),
        ("Vừa qua, UBND tỉnh tổ chức hội nghị sơ kết. Sở Tài chính bố trí kinh phí trong dự toán năm 2025.", None, None),
        ("Sáng 5.3, Thành ủy họp giao ban.", "2024-03-05", "morning"),
        ("Ngày đầu tuần, UBND tỉnh họp giao ban.", None, None),
        ("Chiều thứ Hai tuần này, UBND tỉnh họp phiên thường kỳ.", "2024-03-04", "afternoon"),
        ("Sáng nay (thứ Tư), UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "morning"),
        ("Hôm qua, trong buổi chiều, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "afternoon"),
        ("Hôm nay, từ 14 giờ, UBND tỉnh họp phiên thường kỳ.", "2024-03-06", "afternoon"),
        ("Cuộc họp sáng nay của Thường trực Tỉnh ủy bàn về nhân sự.", "2024-03-06", "morning"),
        ("Phát biểu tại phiên họp UBND tỉnh sáng qua, Chủ tịch UBND tỉnh Lê Văn Đạt nói rõ ba việc.", "2024-03-05", "morning"),
        ("UBND tỉnh họp phiên thường kỳ vào hôm nay.", "2024-03-06", None),
        ("Đến sáng nay, nước lũ đã rút. Hôm qua, UBND tỉnh họp khẩn về lũ.", "2024-03-05", None),
        ("UBND tỉnh họp phiên thường kỳ trong hai ngày 4 và 5/3.", "2024-03-04", None),
    ],
)  # fmt: skip
def test_by_the_stamp(text: str, date: str | None, session: str | None) -> None:
    meeting = find_meeting(Document("t", settle(" date 2024-03-06 UBND tỉnh họp\n\n" + text)))
    assert (meeting.date, meeting.session) == (date, session)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Chiều nay, UBND tỉnh họp phiên thường kỳ.", "afternoon"),
        ("Sáng thứ Hai vừa qua, UBND tỉnh họp phiên thường kỳ.", "morning"),
        # without a stamp the day of something else is not taken for it
        ("Tối qua, UBND tỉnh họp khẩn. Sáng 1/3/2024, tỉnh khởi công cầu mới.", "evening"),
    ],
)
def test_without_a_stamp_the_part_alone(text: str, session: str) -> None:
    meeting = find_meeting(Document("t", settle(text)))
    assert (meeting.date, meeting.session) == (None, session)


@pytest.mark.parametrize(
    "text",
    [
        "Kỳ họp thứ Ba thông qua mười nghị quyết.",
        "Người dân ngày nay đã quen với dịch vụ công trực tuyến.",
        "Những ngày qua, mưa lớn kéo dài.",
        "Ánh sáng nay đã về bản.",
        "Chiều nay (5/9), UBND tỉnh họp.",
        "Sáng thứ Hai hằng tuần, UBND tỉnh giao ban.",
        "Hôm thứ Ba (ngày 5/3), UBND tỉnh họp.",
    ],
)
def test_no_near_day(text: str) -> None:
    assert find_near_days(text, Span(0, len(text))) == []
