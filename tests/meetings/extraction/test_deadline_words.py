"""The tables of words that make deadlines."""

from __future__ import annotations

import pytest

from meetings.extraction.deadline_words import DATED, WORDED
from meetings.extraction.deadlines import find_deadline
from meetings.extraction.document import Document
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("before", "rule"),
    [
        ("tính đến ngày ", "so far"),
        ("hoàn thành trước ngày ", "before"),
        ("chậm nhất là ngày ", "at the latest"),
        ("không muộn hơn ngày ", "at the latest"),
        ("đến hết ", "until"),
        ("ngay trong ", "within"),
        ("tổ chức vào sáng ngày ", "event"),
    ],
)
def test_the_first_rule_that_fits_decides(before: str, rule: str) -> None:
    assert next(name for name, _, words, _ in DATED if words.search(before)) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("trong vòng 15 ngày làm việc", "days given"),
        ("trước ngày 25 hằng tháng", "day of each month"),
        ("trước mùa mưa lũ", "before an event"),
        ("trình tại kỳ họp cuối năm", "at a session"),
        ("trong tuần này", "this week"),
        ("trong thời gian tới", "coming time"),
    ],
)
def test_words_alone(text: str, rule: str) -> None:
    assert next(worded.rule for worded in WORDED if worded.pattern.search(text)) == rule


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("hoàn thành xong trước ngày 30/6", "trước ngày 30/6", "2024-06-30"),
        ("xong trước 30-6", "trước 30-6", "2024-06-30"),
        ("trình UBND tỉnh trước ngày 30 tháng 6", "trước ngày 30 tháng 6", "2024-06-30"),
        ("trình UBND tỉnh trước ngày 30 tháng 6 năm 2024", "trước ngày 30 tháng 6 năm 2024", "2024-06-30"),
        ("trình UBND tỉnh trước ngày 30/6 tới", "trước ngày 30/6", "2024-06-30"),
        ("trình UBND tỉnh trước ngày 30/6 năm nay", "trước ngày 30/6", "2024-06-30"),
        ("trình UBND tỉnh trước ngày 15/1 năm sau", "trước ngày 15/1", "2025-01-15"),
        ("trình UBND tỉnh trước 15/3 sang năm", "trước 15/3", "2025-03-15"),
        ("trình UBND tỉnh trước ngày 15 tháng này", "trước ngày 15 tháng này", "2024-05-15"),
        ("trình UBND tỉnh trước ngày 25 tháng này", "trước ngày 25 tháng này", "2024-05-25"),
        ("trình UBND tỉnh trước ngày 10 tháng tới", "trước ngày 10 tháng tới", "2024-06-10"),
        ("trình UBND tỉnh trước ngày 10 tháng sau", "trước ngày 10 tháng sau", "2024-06-10"),
        ("gửi về trước 17h ngày 20/5", "trước 17h ngày 20/5", "2024-05-20"),
        ("gửi về trước 17h00 ngày 20/5", "trước 17h00 ngày 20/5", "2024-05-20"),
        ("gửi về trước 17 giờ 30 ngày 20/5", "trước 17 giờ 30 ngày 20/5", "2024-05-20"),
        ("gửi về trước 16h30' ngày 20/5", "trước 16h30' ngày 20/5", "2024-05-20"),
        ("gửi về trước 17 giờ hôm nay", "trước 17 giờ hôm nay", None),
        ("gửi về trước 17 giờ chiều nay", "trước 17 giờ chiều nay", None),
        ("gửi về trước 12 giờ trưa mai", "trước 12 giờ trưa mai", None),
        ("xong chậm nhất đến ngày 31/12", "chậm nhất đến ngày 31/12", "2024-12-31"),
        ("xong chậm nhất trong ngày 20/5", "chậm nhất trong ngày 20/5", "2024-05-20"),
        ("xong chậm nhất trưa 20/5", "chậm nhất trưa 20/5", "2024-05-20"),
        ("xong chậm nhất vào ngày 20/5", "chậm nhất vào ngày 20/5", "2024-05-20"),
        ("xong muộn nhất là cuối tháng 9", "muộn nhất là cuối tháng 9", "2024-09"),
        ("xong chậm nhất cuối tháng 9", "chậm nhất cuối tháng 9", "2024-09"),
        ("xong chậm nhất giữa tháng 9", "chậm nhất giữa tháng 9", "2024-09"),
        ("xong chậm nhất quý III", "chậm nhất quý III", "2024-Q3"),
        ("xong chậm nhất trong quý III/2024", "chậm nhất trong quý III/2024", "2024-Q3"),
        ("xong chậm nhất là tháng 7", "chậm nhất là tháng 7", "2024-07"),
        ("không quá ngày 20/6", "không quá ngày 20/6", "2024-06-20"),
        ("không muộn hơn ngày 20/6", "không muộn hơn ngày 20/6", "2024-06-20"),
        ("không để quá ngày 20/6", "không để quá ngày 20/6", "2024-06-20"),
        ("không chậm quá ngày 20/6", "không chậm quá ngày 20/6", "2024-06-20"),
        ("thời hạn hoàn thành: 20/6/2024", "thời hạn hoàn thành: 20/6/2024", "2024-06-20"),
        ("thời hạn báo cáo là ngày 20/6", "thời hạn báo cáo là ngày 20/6", "2024-06-20"),
        ("hoàn thành vào ngày 20/6", "vào ngày 20/6", "2024-06-20"),
        ("hoàn thành ngày 20/6", "ngày 20/6", "2024-06-20"),
        ("xong đến hết quý III", "đến hết quý III", "2024-Q3"),
        ("đến hết quý III phải xong", "đến hết quý III", "2024-Q3"),
        ("hết quý II phải xong", "hết quý II", "2024-Q2"),
        ("đến hết tháng 9 giải ngân 100%", "đến hết tháng 9", "2024-09"),
        ("hết tháng 9 giải ngân 100%", "hết tháng 9", "2024-09"),
        ("hết năm 2024 giải ngân 100%", "hết năm 2024", "2024"),
        ("đến hết năm 2025 hoàn thành", "đến hết năm 2025", "2025"),
        ("đến cuối năm nay hoàn thành", "đến cuối năm nay", "2024"),
        ("cuối năm nay hoàn thành", "cuối năm nay", "2024"),
        ("hoàn thành trong năm nay", "trong năm nay", "2024"),
        ("hoàn thành ngay trong năm nay", "ngay trong năm nay", "2024"),
        ("xong các thủ tục trong năm nay", "trong năm nay", "2024"),
        ("trình trong tháng này", "trong tháng này", "2024-05"),
        ("trình ngay trong tháng này", "ngay trong tháng này", "2024-05"),
        ("trình trong tháng tới", "trong tháng tới", "2024-06"),
        ("trình trong tháng sau", "trong tháng sau", "2024-06"),
        ("xong trong quý này", "trong quý này", "2024-Q2"),
        ("xong trong quý tới", "trong quý tới", "2024-Q3"),
        ("khởi công đầu quý III", "đầu quý III", "2024-Q3"),
        ("khởi công vào đầu quý III", "vào đầu quý III", "2024-Q3"),
        ("khởi công ngay đầu quý III/2024", "ngay đầu quý III/2024", "2024-Q3"),
        ("khởi công trong đầu tháng 7", "trong đầu tháng 7", "2024-07"),
        ("khởi công đầu tháng 7", "đầu tháng 7", "2024-07"),
        ("khởi công giữa tháng 7", "giữa tháng 7", "2024-07"),
        ("khởi công vào giữa tháng 7", "vào giữa tháng 7", "2024-07"),
        ("khởi công vào cuối tháng 7", "vào cuối tháng 7", "2024-07"),
        ("trình vào trung tuần tháng 7", "vào trung tuần tháng 7", "2024-07"),
        ("trình vào hạ tuần tháng 7", "vào hạ tuần tháng 7", "2024-07"),
        ("trình vào tuần đầu tháng 7", "vào tuần đầu tháng 7", "2024-07"),
        ("trình trong nửa đầu tháng 7", "trong nửa đầu tháng 7", "2024-07"),
        ("thông xe vào tháng 9", "vào tháng 9", "2024-09"),
        ("khánh thành vào quý IV/2024", "vào quý IV/2024", "2024-Q4"),
        ("hoàn thành trước tháng 9", "trước tháng 9", "2024-09"),
        ("hoàn thành trước quý IV", "trước quý IV", "2024-Q4"),
        ("hoàn thành trước năm 2026", "trước năm 2026", "2026"),
        ("hoàn thành trước cuối năm 2024", "cuối năm 2024", "2024"),
        ("xong cuối quý này", "cuối quý này", "2024-Q2"),
        ("xong trong nhiệm kỳ này", "trong nhiệm kỳ này", None),
        ("xong trước Tết Nguyên đán", "trước Tết Nguyên đán", None),
        ("xong trước kỳ họp thứ 15 HĐND tỉnh", "trước kỳ họp thứ 15 HĐND tỉnh", None),
        ("xong trước mùa mưa bão", "trước mùa mưa bão", None),
        ("xong trước năm học mới", "trước năm học mới", None),
        ("báo cáo vào ngày 25 hằng tháng", "vào ngày 25 hằng tháng", None),
        ("báo cáo vào thứ Sáu hằng tuần", "vào thứ Sáu hằng tuần", None),
        ("báo cáo trước 16 giờ thứ năm hằng tuần", "trước 16 giờ thứ năm hằng tuần", None),
        ("báo cáo trước ngày 20 tháng cuối quý", "trước ngày 20 tháng cuối quý", None),
        ("báo cáo định kỳ trước ngày 20 mỗi tháng", "trước ngày 20 mỗi tháng", None),
        ("báo cáo trước ngày 20 của mỗi tháng", "trước ngày 20 của mỗi tháng", None),
        ("ngay sau hội nghị, các huyện ký cam kết", "ngay sau hội nghị", None),
        ("trong vòng 3 tháng phải xong", "trong vòng 3 tháng", None),
        ("không quá 30 ngày", "không quá 30 ngày", None),
        ("sau 10 ngày phải báo cáo", "sau 10 ngày", None),
        ("chậm nhất 10 ngày phải báo cáo", "chậm nhất 10 ngày", None),
        ("từ nay đến hết năm 2024 phải giải ngân hết", "đến hết năm 2024", "2024"),
        ("từ nay đến 31/12 phải giải ngân hết", "đến 31/12", "2024-12-31"),
        ("đến 31/1/2025 giải ngân 100%", "đến 31/1/2025", "2025-01-31"),
        ("Đến trước ngày 30/6, giải ngân 100%", "trước ngày 30/6", "2024-06-30"),
        ("Trước mắt, trong tháng 5, xử lý xong", "trong tháng 5", "2024-05"),
        ("bàn giao 100% mặt bằng ngay trong tháng 6", "ngay trong tháng 6", "2024-06"),
        ("hẹn đến ngày 20/6 phải xong", "đến ngày 20/6", "2024-06-20"),
        ("lùi hạn đến 20/6", "hạn đến 20/6", "2024-06-20"),
        ("thông xe đúng dịp 2/9", "dịp 2/9", "2024-09-02"),
        ("thông xe dịp 2/9", "dịp 2/9", "2024-09-02"),
        ("hoàn thành kịp dịp Quốc khánh 2/9", "dịp Quốc khánh 2/9", "2024-09-02"),
        ("thông xe trước lễ 30/4/2025", "trước lễ 30/4/2025", "2025-04-30"),
        ("thông xe trước dịp 30/4/2025", "trước dịp 30/4/2025", "2025-04-30"),
        ("thông xe trước Quốc khánh 2/9", "trước Quốc khánh 2/9", "2024-09-02"),
    ],
)  # fmt: skip
def test_ways_to_word_a_time(text: str, words: str, value: str | None) -> None:
    deadline = find_deadline(Document("t", text), Span(0, len(text)), "2024-05-16")
    assert deadline is not None
    assert (deadline.text, deadline.value) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "thu đủ 2.600 tỷ đồng trong năm nay",
        "đưa nội dung vào kỳ họp cuối năm nay",
        "không chờ đến cuối năm mới làm",
        "sau 10 ngày triển khai",
        "tốt nghiệp vào năm 2026",
        "mưa lớn vào đầu năm",
        "xã nào giải ngân dưới 30% vào cuối tháng 6 thì chủ tịch xã giải trình",
        "kiểm điểm trách nhiệm nếu để giải ngân dưới 50% vào cuối quý III",
        "nếu đến ngày 30/6 chưa xong thì thu hồi",
    ],
)
def test_no_time_is_set(text: str) -> None:
    assert find_deadline(Document("t", text), Span(0, len(text)), "2024-05-16") is None
