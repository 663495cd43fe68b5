"""Openings: past connectives, ordinals and topics to where the clause begins."""

from __future__ import annotations

import pytest

from meetings.extraction.openings import begins_item, clause_starts, due_first, past_connectives, then, topic_need


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Đồng thời, giao Sở Y tế", "giao Sở Y tế"),
        ("Thứ hai, Sở Y tế", "Sở Y tế"),
        ("Ba là, đồng thời, rà soát", "rà soát"),
        ("Trọng tâm là, rà soát", "rà soát"),
        ("Ba, Sở Y tế mua thuốc", "Sở Y tế mua thuốc"),
        ("Ba xã rà soát", "Ba xã rà soát"),
        ("Điều thứ hai, Sở Y tế", "Sở Y tế"),
        ("(2) Sở Y tế", "Sở Y tế"),
        ("tuy nhiên giao Sở Y tế", "giao Sở Y tế"),
        ("Sở Y tế rà soát", "Sở Y tế rà soát"),
    ],
)
def test_skips_what_only_connects(text: str, rest: str) -> None:
    assert text[past_connectives(text, 0, len(text)) :] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Về đất đai, xây dựng, Sở Nội vụ", ["Về đất đai, xây dựng, Sở Nội vụ", "xây dựng, Sở Nội vụ", "Sở Nội vụ"]),
        ("Riêng Sở Nội vụ rà soát", ["Riêng Sở Nội vụ rà soát", "Sở Nội vụ rà soát"]),
        ("Đơn của bà Sen: Sở Nội vụ trả lời", ["Đơn của bà Sen: Sở Nội vụ trả lời", "Sở Nội vụ trả lời"]),
        ("Hồ nào cạn, Sở Nội vụ báo", ["Hồ nào cạn, Sở Nội vụ báo", "Sở Nội vụ báo"]),
        ("Sở Nội vụ, Sở Y tế rà soát", ["Sở Nội vụ, Sở Y tế rà soát"]),
        ("Nếu chậm thì ông An kiểm điểm", ["Nếu chậm thì ông An kiểm điểm", "ông An kiểm điểm"]),
        ("Từ tháng 5, xã An Bình sẽ thu phí, nộp quỹ", ["Từ tháng 5, xã An Bình sẽ thu phí, nộp quỹ", "xã An Bình sẽ thu phí, nộp quỹ"]),
    ],
)  # fmt: skip
def test_gives_the_places_where_a_clause_may_begin(text: str, expected: list[str]) -> None:
    assert [text[place:] for place in clause_starts(text, 0, len(text))] == expected


def test_knows_items_of_a_list() -> None:
    assert begins_item("Thứ ba, rà soát", 0, 15)
    assert not begins_item("Rà soát", 0, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong xây dựng chính sách cần nghiên cứu kỹ, tránh hình thức", True),
        ("Về đất đai, các xã cần rà soát", False),
        ("Rà soát nội dung cần sửa", False),
    ],
)
def test_a_need_may_follow_the_topic_without_a_comma(text: str, expected: bool) -> None:
    assert bool(topic_need(text, 0, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("đến ngày 2/9 phải thông xe", "phải"),
        ("chậm nhất trong tuần tới cần có lời đáp", "cần"),
        ("đến ngày 2/9, các xã phải thông xe", None),
        ("các xã phải thông xe", None),
    ],
)
def test_a_time_before_what_is_due(text: str, modal: str | None) -> None:
    match = due_first(text, 0, len(text))
    assert (match[0] if match else None) == modal


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nếu tái phạm thì đóng cửa mỏ", "đóng cửa mỏ"),
        ("mỏ nào nổ mìn đêm thì niêm phong", "niêm phong"),
        ("chậm nữa thì thay nhà thầu", "thay nhà thầu"),
        ("nếu mưa thì sẽ ngập", None),
        ("thuốc thì thiếu", None),
        ("những nội dung chưa chín thì rút lại", "rút lại"),
        ("hồ sơ đủ giấy tờ thì cấp phép", "cấp phép"),
        ("những nơi làm tốt thì dân tin", None),
        ("nếu chậm thì bà con chịu thiệt", None),
    ],
)
def test_what_is_to_be_done_behind_a_condition(text: str, rest: str | None) -> None:
    place = then(text, 0, len(text))
    assert (text[place:] if place is not None else None) == rest
