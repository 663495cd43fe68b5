"""Meetings in the wording of many newspapers, and what only looks like one."""

from __future__ import annotations

import pytest

from meetings.extraction.detection import detect
from meetings.extraction.document import Document, settle


@pytest.mark.parametrize(
    ("text", "is_meeting"),
    [
        # the lead is lost: the text opens in the middle
        ("Tại cuộc họp, Sở Xây dựng báo cáo tiến độ cầu Rào.\n\nPhó Chủ tịch UBND tỉnh Bùi Văn Kha yêu cầu nhà thầu tăng ca. UBND tỉnh sẽ kiểm tra hằng tuần.", True),
        ("Bước vào buổi làm việc, đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chia sẻ với đoàn về tiềm năng của tỉnh.", True),
        ("Cùng dự có ông Lê Văn Đạt, Chủ tịch UBND tỉnh.\n\nHội nghị lần này bàn về nhân sự. Bí thư Tỉnh ủy Trần Thị Hằng nhấn mạnh vai trò người đứng đầu. Bí thư Tỉnh ủy yêu cầu các cấp ủy nêu gương.", True),
        ("Tại hội nghị, ngành y tế báo cáo kết quả năm.\n\nPhó Chủ tịch UBND tỉnh Bùi Văn Kha đề nghị ngành cố gắng hơn.", False),
        ("Tại hội nghị, Thứ trưởng Đỗ Văn Sơn yêu cầu các tỉnh khẩn trương. Chủ tịch UBND tỉnh Lê Văn Đạt đề nghị hỗ trợ vốn.", False),
        # who speaks at it holds it
        ("Tại hội nghị giao ban với các huyện, Thường trực Tỉnh ủy đánh giá tình hình tháng qua ổn định.", True),
        ("Tại buổi giám sát chiều 9/4, Ban Pháp chế HĐND tỉnh đề nghị Công an tỉnh rà soát quân số.", True),
        ("Tại buổi giám sát ngày 9/4 - Ban Đô thị HĐND TP.HCM vừa kiến nghị tháo gỡ quy hoạch treo.", True),
        ("Làm việc với Đoàn ĐBQH tỉnh, ngành giáo dục kiến nghị tăng biên chế.", True),
        ("Làm việc với UBND tỉnh, Thứ trưởng Bộ Y tế Đỗ Văn Sơn đề nghị tiêm nhanh hơn.", False),
        ("Sáng 8/12, các đại biểu dự kỳ họp thứ 9 HĐND tỉnh khóa X đã thảo luận tại tổ.", True),
        ("Chi phí cao là điều được nói nhiều tại cuộc họp giữa lãnh đạo tỉnh và các nhà thầu sáng 9/1.", True),
        ("Y tế phải đổi mới, Phó Chủ tịch UBND tỉnh Bùi Văn Kha nhấn mạnh tại hội nghị tổng kết do Sở Y tế tổ chức.", False),
        ("Chủ tịch UBND tỉnh Lê Văn Đạt đề nghị như vậy tại hội nghị sơ kết của ngành nông nghiệp chiều 3/7.", False),
        # a body hears reports only where it meets
        ("Sáng nay, Thường trực Tỉnh ủy đã nghe báo cáo về hai dự án chậm.", True),
        ("Những năm qua, Thường trực Tỉnh ủy nghe báo cáo của nhiều ngành.", False),
        # questions in council
        ("Sáng 9/12, HĐND tỉnh tiến hành phiên chất vấn về nước sạch.", True),
        ("Chiều 5/6, Quốc hội tiến hành phiên chất vấn Bộ trưởng Bộ Công Thương.", False),
        # a feature that never says "họp"
        ("Hết ngày 9/11, các Ủy viên Ban Thường vụ Tỉnh ủy chỉ bàn chuyện nước. Người điều hành là Bí thư Tỉnh ủy Lê Văn Đạt.", True),
        ("Cả buổi chiều, hội trường xã chật kín. Người chủ trì là Bí thư Đảng ủy xã Lê Văn Đạt.", False),
        # documents passed on, meetings to come
        ("Ngày 21/1, Văn phòng UBND tỉnh ra Thông báo kết luận của Chủ tịch UBND tỉnh tại cuộc họp về giá đất ngày 16/1.", False),
        ("Thông báo ý kiến kết luận của Phó Chủ tịch UBND tỉnh về mỏ đá\n\nTheo đó, tại cuộc họp ngày 4/3, Phó Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra.", False),
        ("Vì mưa bão, Ban Chấp hành Đảng bộ tỉnh đã thống nhất tổ chức Đại hội trong hai ngày thay vì ba ngày.", False),
        # a kind of work is no visit
        ("Tại phiên họp sáng 4/3, UBND tỉnh đánh giá công tác kiểm tra rừng còn lỏng.", True),
    ],
)  # fmt: skip
def test_reads_as_a_reader_does(text: str, is_meeting: bool) -> None:
    assert detect(Document("t", settle(text))).is_meeting is is_meeting
