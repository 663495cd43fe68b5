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
        ("UBND tỉnh họp thành viên thường kỳ tháng 8.", "UBND tỉnh", "regular_session"),
        (
            "Thường trực HĐND tỉnh mở phiên giải trình về nước sạch.",
            "Thường trực HĐND tỉnh",
            "standing_committee_meeting",
        ),
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
        ("Sở Chỉ huy phòng, chống hạn tỉnh họp khẩn.", "Sở Chỉ huy phòng, chống hạn tỉnh", "other"),
        ("Tại cuộc họp Ban Chỉ đạo chống hạn tối 4/3, Chủ tịch UBND tỉnh yêu cầu.", "Ban Chỉ đạo chống hạn", "other"),
        (
            "Thường trực Tỉnh ủy: Giao ban tháng 2\nÔng Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh chủ trì cuộc họp giao ban tháng 2.",
            "Thường trực Tỉnh ủy",
            "briefing",
        ),
        ("Bí thư Tỉnh ủy Lê Văn Đạt chủ trì cuộc họp giao ban các khối.", "Tỉnh ủy", "briefing"),
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
        # a month or a quarter is all that is told
        ("Đầu tháng 3/2020, UBND tỉnh tổ chức hội nghị.", "2020-03", "month", None),
        ("Trong quý III năm 2023, UBND tỉnh đã tổ chức hội nghị đối thoại.", "2023-Q3", "quarter", None),
        # the stamp's line has no time of day
        ("Tết sớm\n\nThứ Bảy, 30/12/2023\n\nChiều 29/12, UBND tỉnh họp phiên thường kỳ.", "2023-12-29", "day", "afternoon"),
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
        # told as today's or yesterday's, far from the head of the sentence
        ("UBND tỉnh họp\nThứ Năm, 15/10/2020 | 16:21\nDưới sự chủ trì của ông Lê Văn Đạt, hôm nay (15/10), UBND tỉnh họp phiên thường kỳ.", "2020-10-15", "day", None),
        (" date 2022-06-10 Vốn và sâm là hai việc của cuộc họp thường kỳ UBND tỉnh, diễn ra hôm qua 9.6 tại Tam Kỳ.", "2022-06-09", "day", None),
        # in the agenda
        ("Sáng 9/7, UBND tỉnh họp bàn nhiệm vụ 6 tháng cuối năm 2018.", "2018-07-09", "day", "morning"),
        ("Chiều 20/12, UBND tỉnh họp đánh giá kết quả năm 2022, kế hoạch năm 2023.", "2022-12-20", "day", "afternoon"),
        # several days, other dates around
        ("Trong 2 ngày 4 và 5/7/2023, Ban Chấp hành Đảng bộ tỉnh tổ chức Hội nghị.", "2023-07-04", "day", None),
        ("Sáng 5/3/2024, UBND tỉnh họp. Sở Y tế báo cáo trước ngày 30/4/2024.", "2024-03-05", "day", "morning"),
        ("Ngày 5/3/2024, UBND tỉnh họp triển khai Nghị quyết số 10-NQ/TW ngày 2/2/2018.", "2024-03-05", "day", None),
        # between whoever holds the meeting and the verb
        ("Thường trực Tỉnh ủy ngày 6-5 tổ chức hội nghị giao ban tháng 4/2022.", "2022-05-06", "day", None),
        ("Chủ tịch UBND tỉnh Lê Văn Đạt, ngày 6/5/2022, có buổi làm việc với Sở Y tế.", "2022-05-06", "day", None),
        ("Sau vụ sạt lở ngày 3/5, UBND tỉnh ngày 6/5/2022 họp với các sở.", "2022-05-06", "day", None),
        # several days behind how long it took, the parts of which are told later
        ("Sau hai ngày rưỡi làm việc (từ ngày 4 đến trưa 6/7/2022), kỳ họp thứ 9 HĐND tỉnh đã bế mạc. Chiều 5/7, HĐND tỉnh chất vấn.", "2022-07-04", "day", None),
        ("Kỳ họp thứ 9 HĐND tỉnh diễn ra từ sáng 4/7 đến trưa 6/7/2022. Chiều 5/7, HĐND tỉnh chất vấn.", "2022-07-04", "day", None),
        ("Kỳ họp thứ 9 HĐND tỉnh khóa X (từ 4 - 6/7/2022) thông qua 20 nghị quyết.", "2022-07-04", "day", None),
        # parts of the day
        ("Sáng sớm 6/5/2022, UBND tỉnh họp về bão.", "2022-05-06", "day", "morning"),
        ("Chiều mùng 6/5/2022, UBND tỉnh họp về bão.", "2022-05-06", "day", "afternoon"),
        ("Sáng, chiều 6/5/2022, UBND tỉnh họp phiên thường kỳ.", "2022-05-06", "day", "all_day"),
        ("Trọn một ngày 6/5/2022, UBND tỉnh họp phiên thường kỳ.", "2022-05-06", "day", "all_day"),
        ("Từ 7 giờ 30 đến 17 giờ ngày 6/5/2022, UBND tỉnh họp phiên thường kỳ.", "2022-05-06", "day", None),
        (" date 2022-05-07 UBND tỉnh họp\n\nSáng qua, UBND tỉnh họp phiên thường kỳ.", "2022-05-06", "day", "morning"),
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
        ("Sáng 5/3, UBND tỉnh họp phiên thường kỳ. Thu ngân sách của Yên Bái tăng khá.", "Yên Bái"),
        ("Năm 2020, Hòa Bình phấn đấu thoát nghèo\nSáng 5/3, UBND tỉnh họp phiên thường kỳ.", "Hòa Bình"),
        ("Hà Nam, ngày 06 tháng 3 năm 2021\nKỳ họp giữa năm\nSáng 5/3, UBND tỉnh họp phiên thường kỳ.", "Hà Nam"),
        ("HĐND TỈNH LAI CHÂU\nSáng 5/3, UBND tỉnh họp phiên thường kỳ.", "Lai Châu"),
        ("ĐỒNG THÁP SIẾT CHẶT BIÊN GIỚI\nSáng 5/3, UBND tỉnh họp phiên thường kỳ.", "Đồng Tháp"),
        ("Sáng 5/3, UBND tỉnh họp phiên thường kỳ. Bức tranh kinh tế Hà Giang có nhiều mảng sáng.", "Hà Giang"),
        ("(Báo Hà Nam)- Sáng 5/3, UBND tỉnh họp phiên thường kỳ, học mô hình của Bắc Giang và Bắc Ninh.", None),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp tục chương trình Kỳ họp thứ 3, HĐND tỉnh Gia Lai khoá IV, nhiệm kỳ 2021 - 2026, sáng 9/12/2021, các đại biểu tiến hành chất vấn.", {"term": "khoá IV, nhiệm kỳ 2021 - 2026", "date": "2021-12-09", "session": "morning", "number": 3}),
        ("BTO-Chiều 12/4/2023, UBND tỉnh họp phiên thường kỳ.", {"date": "2023-04-12", "session": "afternoon"}),
        ("BTO-Chiều 12/4, UBND tỉnh họp bàn chống hạn. Quý I/2024, thu ngân sách đạt 20%. Sở Y tế hoàn thành trong tháng 5/2024.", {"date": "2024-04-12", "session": "afternoon"}),
        ("HĐND Thường trực HĐND tỉnh họp phiên thứ 52\n\nSáng 4/6/2019, Thường trực HĐND tỉnh họp phiên thứ 52.", {"title": "Thường trực HĐND tỉnh họp phiên thứ 52"}),
        ("HĐND tỉnh khoá X, nhiệm kỳ 2021-2026 khai mạc Kỳ họp thứ mười hai vào sáng 10/7/2023.", {"term": "khoá X, nhiệm kỳ 2021-2026", "number": 12, "date": "2023-07-10", "session": "morning"}),
        ("Kỳ họp lần thứ 8, HĐND tỉnh Yên Bái khoá XVIII (nhiệm kỳ 2016 – 2021) diễn ra trong hai ngày 5 và 6-12-2017.", {"number": 8, "term": "khoá XVIII (nhiệm kỳ 2016 – 2021)", "date": "2017-12-05", "province": "Yên Bái"}),
        ("UBND tỉnh tổ chức phiên họp thường kỳ tháng 7 vào chiều 28/7/2022.", {"date": "2022-07-28", "session": "afternoon", "period": "2022-07"}),
        ("UBND tỉnh Lào Cai vừa có phiên họp chuyên đề (ngày 19/5/2021) về chuyển đổi số.", {"date": "2021-05-19", "session": None, "kind": "thematic_session"}),
        ("QNO – Buổi sáng ngày 3.8.2020, Thường trực Tỉnh ủy giao ban tháng 7.", {"date": "2020-08-03", "session": "morning", "kind": "briefing"}),
        ("(LĐO)-Tối 4/9/2021, Ban Chỉ đạo phòng, chống dịch tỉnh họp khẩn.", {"date": "2021-09-04", "session": "evening"}),
        ("Chủ tịch UBND tỉnh Phạm Công Lý chủ trì cuộc họp ngày 6/6/2019 về chống hạn. Báo cáo nêu, đến ngày 31/5/2019 có 12 hồ cạn.", {"date": "2019-06-06", "session": None}),
        ("Ban Thường vụ Tỉnh uỷ khoá XXI, nhiệm kỳ 2020-2025 họp phiên thứ 40 trong ngày 11/11, đánh giá kết quả 10 tháng năm 2022.", {"term": "khoá XXI, nhiệm kỳ 2020-2025", "number": 40, "date": "2022-11-11"}),
        ("Cả ngày 7/7/2023, Ban Chấp hành Đảng bộ tỉnh tổ chức Hội nghị lần thứ 10.", {"date": "2023-07-07", "session": "all_day", "number": 10}),
        ("Thời sự - Chính trị UBND tỉnh họp phiên thường kỳ tháng 4\n\nSáng 4/5/2020, UBND tỉnh họp phiên thường kỳ tháng 4.", {"title": "UBND tỉnh họp phiên thường kỳ tháng 4"}),
        ("Tỉnh ủy Ban Thường vụ Tỉnh ủy họp phiên thứ 31\n\nNgày 4/6/2019, Ban Thường vụ Tỉnh ủy họp phiên thứ 31.", {"title": "Ban Thường vụ Tỉnh ủy họp phiên thứ 31", "body": "Ban Thường vụ Tỉnh ủy"}),
        ("Chiều qua (14/8), UBND tỉnh họp bàn về rác thải. Đến hết quý II/2020, tỷ lệ thu gom đạt 90%.", {"date": "2020-08-14", "session": "afternoon"}),
        ("Trong hai ngày 8 và 9/12/2020, tại Trung tâm Hội nghị tỉnh, HĐND tỉnh khoá XVI, nhiệm kỳ 2016-2021 tiến hành kỳ họp thứ 20 (kỳ họp thường lệ cuối năm).", {"date": "2020-12-08", "number": 20, "term": "khoá XVI, nhiệm kỳ 2016-2021", "place": "Trung tâm Hội nghị tỉnh", "session": None}),
        ("Phiên họp thứ 15 Thường trực HĐND tỉnh khoá XVII, nhiệm kỳ 2021-2026 được tổ chức chiều 24/8/2022.", {"date": "2022-08-24", "number": 15, "term": "khoá XVII, nhiệm kỳ 2021-2026", "session": "afternoon", "body": "Thường trực HĐND tỉnh"}),
        ("Hội nghị BCH Đảng bộ tỉnh lần thứ năm, khoá XV (nhiệm kỳ 2020 - 2025) vừa kết thúc trưa nay, 29-6-2021.", {"date": "2021-06-29", "number": 5, "term": "khoá XV (nhiệm kỳ 2020 - 2025)"}),
        ("Ngày 20 tháng 5 năm 2019, lãnh đạo UBND tỉnh làm việc với Sở Y tế về vụ ngộ độc ngày 12/5.", {"date": "2019-05-20", "session": None, "kind": "working_session"}),
        ("Thứ Hai (14/3/2022), Thường trực Thành ủy Đà Nẵng họp giao ban.", {"date": "2022-03-14", "province": "Đà Nẵng", "kind": "briefing"}),
        ("UBND tỉnh họp về vụ cháy ngày 2/3/2021. Cuộc họp diễn ra sáng 4/3/2021.", {"date": "2021-03-04", "session": "morning"}),
        ("Sáng và chiều 6/7/2022, HĐND tỉnh Sóc Trăng tổ chức phiên thảo luận tại Kỳ họp thứ 9, HĐND tỉnh khóa X.", {"date": "2022-07-06", "session": "all_day", "number": 9, "term": "khóa X"}),
        ("Bế mạc Kỳ họp thứ 11 HĐND tỉnh khoá IX\n\nNgày 8/12/2018, sau 2,5 ngày làm việc, Kỳ họp thứ 11 HĐND tỉnh khoá IX, nhiệm kỳ 2016-2021 đã bế mạc.", {"title": "Kỳ họp thứ 11 HĐND tỉnh khoá IX", "number": 11, "date": "2018-12-08"}),
        ("HĐND tỉnh Hòa Bình khoá XVII nhiệm kỳ 2021-2026 họp Kỳ họp thứ Sáu - kỳ họp chuyên đề, sáng thứ Tư, ngày 6-4-2022.", {"number": 6, "date": "2022-04-06", "session": "morning", "term": "khoá XVII nhiệm kỳ 2021-2026", "province": "Hòa Bình", "kind": "council_session"}),
        ("Thanh Hóa: Ban Thường vụ Tỉnh uỷ cho ý kiến về quy hoạch\n\nTHO - Ngày 22.6.2020, tại trụ sở Tỉnh ủy, Ban Thường vụ Tỉnh uỷ khoá XVIII họp cho ý kiến về quy hoạch.", {"date": "2020-06-22", "term": "khoá XVIII", "province": "Thanh Hóa", "kind": "standing_committee_meeting", "place": "trụ sở Tỉnh ủy"}),
        ("Thứ năm, 03/12/2020 - 07:15\nNgày hôm qua (2/12), đồng chí Lường Văn Xuân, Chủ tịch UBND tỉnh chủ trì phiên họp thường kỳ tháng 11.", {"date": "2020-12-02", "period": "2020-11", "body": "UBND tỉnh", "kind": "regular_session"}),
        ("Chiều tối 1/7/2021, Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh họp khẩn về chuỗi lây nhiễm mới.", {"date": "2021-07-01", "body": "Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh", "kind": "other"}),
        ("Đầu giờ chiều 9/12/2021, Kỳ họp thứ 4, HĐND tỉnh Hậu Giang khóa X bước vào phiên chất vấn.", {"date": "2021-12-09", "session": "afternoon", "number": 4, "term": "khóa X", "province": "Hậu Giang"}),
        ("Từ ngày 6 đến 8-12-2023, HĐND tỉnh khoá XII tổ chức Kỳ họp thứ 14.", {"date": "2023-12-06", "number": 14, "term": "khoá XII"}),
    ],
)  # fmt: skip
def test_leads_in_other_orders(text: str, expected: dict[str, object]) -> None:
    assert dict(zip(expected, fields(text, *expected), strict=True)) == expected


def test_a_meeting_of_which_no_sentence_of_the_lead_tells_is_unsure() -> None:
    told = "Sáng 5/3/2024, UBND tỉnh họp phiên thường kỳ." + CHAIR
    signs = (
        "Nhiều việc đang chậm, người dân phải chờ. Các ngành đã nêu rõ nguyên nhân.\n"
        "Phát biểu kết luận, Chủ tịch UBND tỉnh Lê Văn Đạt yêu cầu Sở Tài chính rà soát. Cũng tại phiên họp, Phó Chủ tịch UBND "
        "tỉnh Trần Thị Hằng báo cáo. UBND tỉnh thống nhất chủ trương."
    )
    assert find_meeting(Document("t", told)).confidence == 1.0
    assert find_meeting(Document("t", signs)).confidence < 0.8
