"""Which figures are indicators: each row is the words before, the figure and the words after."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.extraction.document import Document
from meetings.extraction.indicators import _ONE_WORK, is_indicator, objection
from meetings.extraction.quantities import find_quantities
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("lead", "figure", "tail", "expected"),
    [
        ("thu ngân sách đạt ", "812 tỷ đồng", "", True),
        ("tuyến đường dài ", "12 km", " nối hai huyện", False),
        ("mỗi suất trị giá ", "5 triệu đồng", "", False),
        ("mỗi năm cảng nộp ngân sách ", "180 tỷ đồng", "", True),
        ("bản nằm cách trung tâm xã ", "40 km", "", False),
        ("được bầu với 50/52 phiếu thuận, đạt ", "96,2%", "", False),
        ("hộ ông Tư khiếu nại việc thu hồi ", "900 m2", " đất vườn", False),
        ("diện tích bị tranh chấp còn ", "1.200 ha", "", True),
        ("đến nay đã có ", "48 căn", " hoàn thành", True),
        ("từ đầu năm ghi nhận ", "64 ca", " mắc mới", True),
        ("đã có ", "75.000 người", " được tiêm mũi hai", True),
        ("lò đốt chạy được ", "60%", " công suất", False),
        ("công suất phòng khách sạn đạt ", "60%", "", True),
        ("bà đứng đầu trong số ", "90 doanh nghiệp", " hợp tác xã", False),
        ("dân số dự báo đến năm 2040 ", "300.000 người", "", True),
        ("kỳ họp có ", "100%", " đại biểu tán thành", False),
        ("bàn giao ", "100%", " mặt bằng", True),
        ("huyện kiến nghị tỉnh bố trí vốn nâng cấp ", "9 km", " đường", False),
        ("xã xin làm mới ", "3 km", " kênh", False),
        ("tỉnh đã nâng cấp ", "90 km", " đường", True),
        ("có ", "52/188 xã", " đạt chuẩn nông thôn mới", True),
        ("có ", "2 xã", " Ia Tôr, Ia Me đạt chuẩn nông thôn mới", False),
        ("có ", "120/124 tàu", " lắp định vị", True),
        ("lắp định vị cho ", "120 tàu", "", False),
        ("kết nối đến ", "135 xã", "", False),
        ("số xã đạt chuẩn nông thôn mới tăng thêm ", "7 xã", "", True),
        ("tỉnh có ", "214 doanh nghiệp", " công nghệ số", True),
        ("đối thoại với ", "50 doanh nghiệp", "", False),
        ("giải quyết việc làm cho ", "15.360 lao động", "", True),
        ("gồm ", "300 lao động", " tham dự hội nghị", False),
        ("tăng ", "1,3 lần", " so với cùng kỳ", True),
        ("đã họp ", "2 lần", "", False),
        ("tăng ", "7 bậc", "", True),
        ("chỉ số PCI đạt ", "68,5 điểm", "", True),
        ("đến thăm ", "5 điểm", " tái định cư", False),
        ("chỉ tiêu giao cho tỉnh đến năm 2030 là ", "28.300 căn", "", True),
        ("có ", "12 dự án", "", False),
        ("thu hút ", "12 dự án", " mới", True),
    ],
)
def test_is_indicator(lead: str, figure: str, tail: str, expected: bool) -> None:
    (quantity,) = find_quantities(Document("t", figure), Span(0, len(figure)))
    assert is_indicator(quantity, lead, tail) is expected


@settings(max_examples=500)
@given(st.from_regex(_ONE_WORK))
def test_all_words_of_one_work_are_seen(lead: str) -> None:
    document = Document("", "5 km")
    (quantity,) = find_quantities(document, Span(0, len(document.plain)))
    assert objection(quantity, lead, "") == "size or price of one thing"
