"""Why words order nothing, each reason once."""

from __future__ import annotations

import pytest

from meetings.extraction.order_reader import Reader
from meetings.extraction.why.orders import MISSING
from tests.meetings.extraction.why import asked, reason, returned

SUMS_UP = "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc. "
LONG = "Nói dài cho hết dòng này để thành một câu thật dài, dài hơn tám mươi chữ mới được tính.\n\n"


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        # the verb
        ("Việc này đáp ứng yêu cầu mới.", "yêu cầu", "“đáp ứng” before “yêu cầu” makes it a noun"),
        ("Việc này theo đúng là yêu cầu của dân.", "yêu cầu", "“của” behind “yêu cầu” makes it a noun"),
        ("Sở Y tế yêu cầu các trạm mở cửa.", "yêu cầu", "“yêu cầu” is itself what those told shall do"),
        ("Nhiều nơi yêu cầu đội xe dừng lại.", "yêu cầu", "nobody stands before it who gives the order"),
        (SUMS_UP + "Mọi việc lớn nhỏ yêu cầu làm ngay.", "yêu cầu", "it neither opens the clause nor has a giver in it"),
        ("Đồng chí Trần Văn Minh cho biết đã giao Sở Y tế mua thuốc.", "giao", "reports to have ordered earlier"),
        ("Đồng chí Trần Văn Minh rà soát việc yêu cầu các xã góp gạo.", "yêu cầu", "another verb stands between “Đồng chí Trần Văn Minh” and “yêu cầu”"),
        ("UBND tỉnh chỉ đạo xong việc ấy.", "chỉ đạo", "“chỉ đạo” only tells what “UBND tỉnh” did"),
        ("Đồng chí Trần Văn Minh hôm qua mới yêu cầu các xã góp gạo.", "yêu cầu", "that do not join them"),
        ("Đồng chí Trần Văn Minh giao.", "giao", "“.” behind “giao” makes it a noun"),
        ("Đồng chí Trần Văn Minh giao xe.", "giao", "“giao” orders only with somebody told behind it"),
        ("Đồng chí Trần Văn Minh lưu ý tình trạng xe còn hỏng.", "lưu ý", "“lưu ý” points at something, it asks for nothing"),
        # the sentence
        ("Trời đẹp.", "Trời đẹp", "nobody has begun to give orders"),
        ("Trời đẹp.", "Trời đẹp", "no order verb of the table order_verbs.csv"),
        (SUMS_UP + "Cùng ngày, trời đẹp.", "trời đẹp", "“Cùng ngày” begins something else than orders"),
        (SUMS_UP + "Công tác mua thuốc đã được triển khai.", "mua thuốc", "“đã được” makes it tell how things are"),
        (SUMS_UP + "Theo đồng chí, trời đẹp.", "trời đẹp", "“Theo” makes it tell how things are"),
        (SUMS_UP + "Thời gian qua, trời đẹp.", "trời đẹp", "“Thời gian qua” opens it, so it tells of a time gone by"),
        (SUMS_UP + "Trời đẹp.", "Trời đẹp", "orders are being given, but it begins with nobody who is told and with nothing to do"),
        (SUMS_UP + "“Mua ngay thuốc”, ông nói.", "Mua ngay thuốc", "the sentence opens with a quotation mark"),
        (SUMS_UP + "Các nhiệm vụ cụ thể như sau:", "như sau", "the sentence only announces the tasks that follow it"),
        (SUMS_UP + "\n1. Sở Công Thương\n- Bán thuốc.", "Sở Công Thương", "the line only names who is told by the lines below it"),
        ("Đồng chí Lê Văn Sơn, Chủ tịch UBND huyện Hạ yêu cầu Sở Y tế mua thuốc.", "yêu cầu", "whoever asks stands below those asked"),
        ("Đồng chí Trần Văn Minh đề nghị các đại biểu tập trung thảo luận.", "đề nghị", "it only asks those present to discuss"),
        ("Đồng chí Trần Văn Minh nói. Theo đề nghị, Sở Y tế mua thuốc.", "mua thuốc", "nobody gives orders here"),
        ("Theo yêu cầu, trời đẹp.", "trời đẹp", "nobody gives orders here and none run on"),
        (SUMS_UP + "Công tác ấy đã được triển khai; khẩn trương bán thuốc.", "bán thuốc", "the part before it is no order"),
        (SUMS_UP + "Chủ tịch UBND tỉnh phải đi ngay.", "đi ngay", "it begins with the speaker himself"),
        ("Nói " + "và nói " * 700 + "mãi.", "mãi", "the sentence has no end in sight"),
        # the line
        ("Các việc phải làm", "phải làm", "in a heading no orders are looked for"),
        (LONG + "Đồng chí Trần Văn Minh phát biểu", "Trần Văn Minh", "in a line taken for caption no orders are looked for"),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("order", told, phrase)


def test_words_beside_an_order_are_told_where_it_is() -> None:
    told = "Chia sẻ với những khó khăn mà bà con các xã vùng cao gặp phải suốt mấy tháng mưa lũ vừa rồi và sắp tới nữa, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc."
    assert "read from other words, “đồng chí Trần Văn Minh yêu cầu Sở Y tế" in reason("order", told, "mưa lũ")


def test_of_an_order_there_is_nothing_to_explain() -> None:
    assert "order" not in asked(SUMS_UP, "mua thuốc").not_read


def test_every_reason_of_the_reader_is_put_in_words() -> None:
    reasons = returned(Reader._read) | returned(Reader._told)
    assert reasons - {"statement", "past"} <= set(MISSING)  # these two quote the words that decided
