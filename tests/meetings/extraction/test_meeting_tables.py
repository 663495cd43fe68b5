"""Fields of meetings in the wording of many newspapers: abbreviated bodies, days without a day, provinces in capitals."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.meetings import find_meeting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 4/6, Ủy ban Kiểm tra (UBKT) Tỉnh ủy tổ chức kỳ họp thứ 21.", {"body": "Ủy ban Kiểm tra Tỉnh ủy", "kind": "other", "number": 21}),
        ("Chiều 8/8, Ban Thường vụ (BTV) Thành ủy họp, cho ý kiến vào 5 nội dung.", {"body": "Ban Thường vụ Thành ủy", "kind": "standing_committee_meeting"}),
        ("Sáng 3/3, UBND TPHCM tổ chức phiên họp về kinh tế - xã hội.", {"body": "UBND thành phố", "province": "Hồ Chí Minh"}),
        ("Sáng 3/3, Thường trực HĐND Hà Nội họp phiên thứ 9.", {"body": "Thường trực HĐND thành phố", "province": "Hà Nội"}),
        ("Chiều 7/7, UBND Quảng Trị họp phiên thường kỳ tháng 6.", {"body": "UBND tỉnh", "province": "Quảng Trị"}),
        ("Tối 2/2, Ban Chỉ đạo chống ngập TP. Hồ Chí Minh họp khẩn.", {"body": "Ban Chỉ đạo chống ngập TP. Hồ Chí Minh", "province": "Hồ Chí Minh"}),
        ("Ngày 9/9, Ban Chỉ đạo Chương trình mục tiêu quốc gia giảm nghèo họp phiên thứ hai.", {"kind": "other", "number": 2}),
        ("Sáng 5/5, Ban Thường vụ Tỉnh ủy tổ chức hội nghị thông báo kết quả Hội nghị lần thứ mười Ban Chấp hành Trung ương Đảng.", {"kind": "conference", "number": None}),
        ("Chiều 6/6, Ban Thường vụ Tỉnh ủy tổ chức hội nghị sơ kết 3 năm thực hiện Nghị quyết của Ban Chấp hành Đảng bộ tỉnh.", {"kind": "conference"}),
        ("Ngày 7/7, Ban Thường vụ Tỉnh ủy tổ chức Hội nghị BCH Đảng bộ tỉnh lần thứ 12.", {"kind": "committee_plenum", "number": 12}),
        ("Chiều 8/7, HĐND tỉnh khóa X họp kỳ họp thứ 8 (chuyên đề).", {"number": 8, "kind": "council_session"}),
        ("Cuối tháng 4/2021, UBND tỉnh tổ chức hội nghị đánh giá mùa vụ.", {"date": "2021-04", "precision": "month"}),
        ("Trong quý II năm 2022, UBND tỉnh đã tổ chức hội nghị gặp gỡ nhà đầu tư.", {"date": "2022-Q2", "precision": "quarter"}),
        ("Sáng nay, Thường trực Tỉnh ủy họp cho ý kiến về nhân sự.", {"date": None, "session": "morning"}),
        ("Thứ Tư, 07/04/2021, 09:15\nChiều hôm qua, UBND tỉnh họp bàn về giá cát.", {"date": "2021-04-06", "session": "afternoon"}),
        ("Thứ Ba, 04/01/2022\nChiều 31/12, UBND tỉnh họp bàn việc đón Tết.", {"date": "2021-12-31", "session": "afternoon"}),
        ("Sáng 9-9 đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì cuộc họp về bão.", {"session": "morning", "kind": "other"}),
        ("Sáng 3/4, UBND tỉnh họp. Kinh tế Hà Nam và du lịch Ninh Bình cùng tăng.", {"province": None}),
        ("Sáng 3/4, UBND tỉnh họp. Giá lúa ở các chợ từ Long An đến An Giang đều giảm.", {"province": None}),
        ("Gần ba tiếng đồng hồ sáng hôm qua, 7-4, các Ủy viên Ban Thường vụ Tỉnh ủy bàn chuyện rừng năm 2022. Người điều hành là Bí thư Tỉnh ủy.", {"body": "Ban Thường vụ Tỉnh ủy", "kind": "standing_committee_meeting", "date": "2022-04-07", "session": "morning"}),
        ("Sáng 8/12/2021, tại kỳ họp thứ 4 HĐND tỉnh khóa X, Chủ tịch HĐND tỉnh điều hành phiên chất vấn của HĐND tỉnh.", {"kind": "council_session", "number": 4, "term": "khóa X"}),
        ("Sáng 8/12/2021, Thường trực HĐND tỉnh tổ chức phiên chất vấn.", {"kind": "standing_committee_meeting"}),
        ("Chiều 8/12/2021, Chủ tịch UBND tỉnh chủ trì buổi gặp mặt các nhà xe để gỡ chuyện bến bãi.", {"body": "UBND tỉnh", "kind": "other"}),
        ("HĐND TỈNH NAM ĐỊNH\n\nSáng 3/4, Thường trực HĐND tỉnh họp phiên thứ 30.", {"province": "Nam Định"}),
        ("CÀ MAU DỒN LỰC CHO VỤ TÔM\n\nSáng 3/4, UBND tỉnh họp bàn về vụ tôm.", {"province": "Cà Mau"}),
        ("Sáng 3/4, UBND tỉnh họp phiên thường kỳ. Kinh tế Hà Nam quý I khởi sắc.", {"province": "Hà Nam"}),
        ("Sáng 3/4, UBND tỉnh họp. Công ty Điện lực Bắc Kạn bảo đảm nguồn cho trạm bơm.", {"province": "Bắc Kạn"}),
    ],
)  # fmt: skip
def test_fields_of_a_lead(text: str, expected: dict[str, object]) -> None:
    meeting = find_meeting(Document("t", settle(text)))
    assert {name: getattr(meeting, name) for name in expected} == expected
