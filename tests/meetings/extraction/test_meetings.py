"""The meeting a text reports: body, kind, day, session, province, number, term, period."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.meetings import find_meeting

CHAIR = " Đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy chủ trì hội nghị."


def fields(text: str, *names: str) -> tuple[object, ...]:
    meeting = find_meeting(Document("t", settle(text)))
    return tuple(getattr(meeting, name) for name in names)


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("Sáng 5/3, UBND tỉnh họp phiên thường kỳ tháng 2.", "UBND tỉnh", "regular_session"),
        ("Sáng 5/3, UBND tỉnh tổ chức phiên họp lần thứ 12.", "UBND tỉnh", "regular_session"),
        ("Sáng 5/3, UBND tỉnh tổ chức phiên họp chuyên đề.", "UBND tỉnh", "thematic_session"),
        ("Bí thư Tỉnh ủy Lê Văn Đạt chủ trì phiên họp chuyên đề UBND tỉnh.", "UBND tỉnh", "thematic_session"),
        ("Sáng 5/3, UBND tỉnh tổ chức hội nghị triển khai nhiệm vụ.", "UBND tỉnh", "conference"),
        ("Ban Thường vụ Tỉnh ủy họp phiên thường kỳ tháng 3.", "Ban Thường vụ Tỉnh ủy", "standing_committee_meeting"),
        ("BTV Tỉnh ủy tổ chức hội nghị lần thứ 20.", "Ban Thường vụ Tỉnh ủy", "standing_committee_meeting"),
        ("Ban Thường vụ Tỉnh ủy tổ chức Hội nghị quán triệt Nghị quyết.", "Ban Thường vụ Tỉnh ủy", "conference"),
        ("Thường trực Tỉnh ủy nghe, cho ý kiến vào đề án.", "Thường trực Tỉnh ủy", "standing_committee_meeting"),
        ("Thường trực Tỉnh ủy giao ban tháng 5.", "Thường trực Tỉnh ủy", "briefing"),
        ("Thường trực HĐND tỉnh tổ chức phiên họp tháng 5.", "Thường trực HĐND tỉnh", "standing_committee_meeting"),
        ("Thường trực HĐND tỉnh giao ban quý I với các huyện.", "Thường trực HĐND tỉnh", "briefing"),
        ("HĐND tỉnh khóa XIX tổ chức Kỳ họp thứ Ba (chuyên đề).", "HĐND tỉnh", "council_session"),
        ("Kỳ họp thứ 9, Hội đồng nhân dân (HĐND) tỉnh khóa XIX khai mạc.", "HĐND tỉnh", "council_session"),
        ("Hội nghị lần thứ 14 Ban Chấp hành Đảng bộ tỉnh khai mạc.", "Ban Chấp hành Đảng bộ tỉnh", "committee_plenum"),
        ("BCH Đảng bộ tỉnh tổ chức hội nghị lần thứ 8.", "Ban Chấp hành Đảng bộ tỉnh", "committee_plenum"),
        ("Chủ tịch UBND tỉnh Lê Văn Đạt tiếp công dân định kỳ.", "UBND tỉnh", "citizen_reception"),
        (
            "Đồng chí Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh tiếp công dân.",
            "UBND tỉnh",
            "citizen_reception",
        ),
        ("Bí thư Tỉnh ủy Lê Văn Đạt làm việc với Huyện ủy Bình Đại.", "Tỉnh ủy", "working_session"),
        ("Đoàn ĐBQH tỉnh giám sát việc thực hiện Luật Nhà ở.", "Đoàn ĐBQH tỉnh", "working_session"),
        ("Ban Chỉ đạo 389 tỉnh họp phiên cuối năm.", "Ban Chỉ đạo 389 tỉnh", "other"),
        (
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh tổ chức phiên họp thứ 12.",
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh",
            "other",
        ),
        ("Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì cuộc họp về đất đai.", "UBND tỉnh", "other"),
        ("Ban Pháp chế HĐND tỉnh tổ chức cuộc họp thẩm tra.", "Ban Pháp chế HĐND tỉnh", "other"),
        ("Thành ủy Cần Thơ tổ chức hội nghị tổng kết năm.", "Thành ủy", "conference"),
    ],
)
def test_body_and_kind(text: str, body: str, kind: str) -> None:
    assert fields(text, "body", "kind") == (body, kind)


@pytest.mark.parametrize(
    ("text", "date", "precision", "session"),
    [
        # the year is printed
        ("Sáng 5/3/2024, UBND tỉnh họp phiên thường kỳ.", "2024-03-05", "day", "morning"),
        ("Chiều ngày 08 tháng 12 năm 2025, UBND tỉnh họp phiên thường kỳ.", "2025-12-08", "day", "afternoon"),
        ("Ngày 22-3-2016, UBND tỉnh họp phiên thường kỳ.", "2016-03-22", "day", None),
        ("Chiều nay (5/9/2023), UBND tỉnh họp phiên thường kỳ.", "2023-09-05", "day", "afternoon"),
        # in the meeting's name
        ("Sáng 14/11, UBND tỉnh họp phiên thường kỳ tháng 11/2024.", "2024-11-14", "day", "morning"),
        ("Sáng 27/3, Thường trực HĐND tỉnh giao ban quý I/2023.", "2023-03-27", "day", "morning"),
        ("Sáng 5/1, UBND tỉnh họp phiên thường kỳ tháng 12/2022.", "2023-01-05", "day", "morning"),
        # in the header: next month, day and month exchanged, over the turn of the year
        (" date 2025-11-13 Sáng 13/11, UBND tỉnh họp phiên thường kỳ.", "2025-11-13", "day", "morning"),
        (" date 2025-03-10 Sáng 3/10, UBND tỉnh họp phiên thường kỳ.", "2025-10-03", "day", "morning"),
        (" date 2024-01-02 Chiều 29/12, UBND tỉnh họp phiên thường kỳ.", "2023-12-29", "day", "afternoon"),
        (" date 2021-03 Ngày 18/3, UBND tỉnh họp phiên thường kỳ.", "2021-03-18", "day", None),
        ("UBND tỉnh họp\nThứ Năm, 15/10/2020, 16:21 (GMT+7)\nSáng 14/10, UBND tỉnh họp phiên thường kỳ.", "2020-10-14", "day", "morning"),
        # in the agenda
        ("Sáng 9/7, UBND tỉnh họp bàn nhiệm vụ 6 tháng cuối năm 2018.", "2018-07-09", "day", "morning"),
        ("Chiều 20/12, UBND tỉnh họp đánh giá kết quả năm 2022, kế hoạch năm 2023.", "2022-12-20", "day", "afternoon"),
        # several days, other dates around
        ("Trong 2 ngày 4 và 5/7/2023, Ban Chấp hành Đảng bộ tỉnh tổ chức Hội nghị.", "2023-07-04", "day", None),
        ("Sáng 5/3/2024, UBND tỉnh họp. Sở Y tế báo cáo trước ngày 30/4/2024.", "2024-03-05", "day", "morning"),
        ("Ngày 5/3/2024, UBND tỉnh họp triển khai Nghị quyết số 10-NQ/TW ngày 2/2/2018.", "2024-03-05", "day", None),
        # never from a term or a document
        ("Sáng 9/7, HĐND tỉnh khóa XV, nhiệm kỳ 2021 - 2026 tổ chức kỳ họp.", None, None, "morning"),
        ("Sáng 9/7, UBND tỉnh họp triển khai Nghị quyết số 10/2016/NQ-HĐND.", None, None, "morning"),
        ("UBND tỉnh họp phiên thường kỳ.", None, None, None),
    ],
)  # fmt: skip
def test_when(text: str, date: str | None, precision: str | None, session: str | None) -> None:
    assert fields(text, "date", "precision", "session") == (date, precision, session)


@pytest.mark.parametrize(
    ("text", "number", "term", "period"),
    [
        ("Sáng 9/7/2023, kỳ họp thứ 4, HĐND tỉnh khóa XVII, nhiệm kỳ 2021 - 2026 khai mạc.", 4, "khóa XVII, nhiệm kỳ 2021 - 2026", None),
        ("HĐND tỉnh khóa IX tổ chức Kỳ họp thứ mười lăm.", 15, "khóa IX", None),
        ("HĐND tỉnh khóa IX tổ chức kỳ họp thứ Tư.", 4, "khóa IX", None),
        ("HĐND tỉnh khóa IX tổ chức kỳ họp thứ hai mươi mốt.", 21, "khóa IX", None),
        ("HĐND tỉnh khóa IX (nhiệm kỳ 2016-2021) tổ chức kỳ họp 12.", 12, "khóa IX (nhiệm kỳ 2016-2021)", None),
        ("Thường trực HĐND tỉnh khóa X, nhiệm kỳ 2021 - 2026 tổ chức Phiên họp thứ 52.", 52, "khóa X, nhiệm kỳ 2021 - 2026", None),
        ("Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 11, khóa XX họp.", 11, "khóa XX", None),
        ("UBND tỉnh tổ chức phiên họp lần thứ 5 trong năm.", 5, None, None),
        # numbers and terms of something else
        ("Thường trực Tỉnh ủy họp về nội dung trình kỳ họp thứ 9, HĐND tỉnh khóa XIX.", None, None, None),
        ("Ban Pháp chế HĐND tỉnh tổ chức buổi họp thẩm tra các nội dung trình Kỳ họp thứ 16.", None, None, None),
        ("UBND tỉnh tổ chức hội nghị triển khai Nghị quyết Đại hội lần thứ XX.", None, None, None),
        # periods
        ("Sáng 2/10/2025, UBND tỉnh họp phiên thường kỳ tháng 9.", None, None, "2025-09"),
        ("Sáng 5/1/2023, UBND tỉnh họp phiên thường kỳ tháng 12.", None, None, "2022-12"),
        ("Sáng 27/3, Thường trực HĐND tỉnh giao ban quý I/2023.", None, None, "2023-Q1"),
    ],
)  # fmt: skip
def test_name(text: str, number: int | None, term: str | None, period: str | None) -> None:
    assert fields(text, "number", "term", "period") == (number, term, period)


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Sáng 5/3, UBND tỉnh Gia Lai họp phiên thường kỳ.", "Gia Lai"),
        ("Sáng 5/3, Ban Thường vụ Tỉnh uỷ Sơn La họp.", "Sơn La"),
        ("Gia Lai: Dồn sức cho quý cuối năm\nSáng 5/3, UBND tỉnh họp phiên thường kỳ. Tỉnh có nhiều việc phải làm ngay.", "Gia Lai"),
        ("Sáng 5/3, UBND tỉnh họp về kế hoạch tài chính 5 năm tỉnh Thái Nguyên.", "Thái Nguyên"),
        ("Sáng 5/3, Thành ủy Cần Thơ tổ chức hội nghị.", "Cần Thơ"),
        ("Sáng 5/3, UBND tỉnh Đăk Lăk họp phiên thường kỳ.", "Đắk Lắk"),
        ("Sáng 5/3, UBND tỉnh họp phiên thường kỳ.", None),
        ("Sáng 5/3, UBND tỉnh họp, học tập kinh nghiệm tỉnh Quảng Ninh.", None),
        ("Sáng 5/3, UBND tỉnh Hà Nam họp, bàn hợp tác với tỉnh Ninh Bình và tỉnh Nam Định.", "Hà Nam"),
    ],
)  # fmt: skip
def test_province(text: str, province: str | None) -> None:
    assert fields(text + CHAIR, "province") == (province,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sáng 5/3, tại Trung tâm Hội nghị tỉnh, UBND tỉnh họp phiên thường kỳ.", "Trung tâm Hội nghị tỉnh"),
        ("Sáng nay 4-7, tại Hội trường UBND tỉnh đã diễn ra Kỳ họp thứ 6, HĐND tỉnh khóa IX.", "Hội trường UBND tỉnh"),
        ("Sáng 5/3, tại hội nghị, UBND tỉnh họp phiên thường kỳ.", None),
    ],
)
def test_place(text: str, place: str | None) -> None:
    assert fields(text, "place") == (place,)


def test_title_is_the_heading_that_names_the_meeting() -> None:
    text = "UBND tỉnh họp phiên thường kỳ tháng 9\n\nSáng 2/10, UBND tỉnh họp phiên thường kỳ tháng 9." + CHAIR
    assert fields(text, "title") == ("UBND tỉnh họp phiên thường kỳ tháng 9",)


def test_evidence_names_the_words_and_the_rule() -> None:
    document = Document("t", settle("Sáng 5/3/2024, UBND tỉnh họp phiên thường kỳ tháng 2."))
    evidence = find_meeting(document).evidence
    assert evidence["body"][0].of(document.text) == "UBND tỉnh"
    assert evidence["date"][0].of(document.text) == "5/3/2024"
    assert evidence["date"][1] == "printed"
