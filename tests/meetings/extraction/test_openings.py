"""Openings: past connectives, ordinals and topics to where the clause begins."""

from __future__ import annotations

import pytest

from meetings.extraction.openings import begins_item, clause_starts, past_connectives, topic_need


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Đồng thời, giao Sở Y tế", "giao Sở Y tế"),
        ("Thứ hai, Sở Y tế", "Sở Y tế"),
        ("Ba là, đồng thời, rà soát", "rà soát"),
        ("Trọng tâm là, rà soát", "rà soát"),
        ("Sở Y tế rà soát", "Sở Y tế rà soát"),
    ],
)
def test_skips_what_only_connects(text: str, rest: str) -> None:
    assert text[past_connectives(text, 0, len(text)) :] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Về đất đai, xây dựng, Sở Nội vụ", ["Về đất đai, xây dựng, Sở Nội vụ", "xây dựng, Sở Nội vụ", "Sở Nội vụ"]),
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
