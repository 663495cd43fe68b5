"""Meetings that were held, planned, called off, or only provided for by a rule."""

from __future__ import annotations

import re

import pytest

from meetings.extraction.held import is_about_rules, is_called_off, is_dated, is_habit, is_to_come
from meetings.extraction.meeting_words import nouns


def noun_of(text: str) -> re.Match[str]:
    found = nouns()[0].search(text)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "to_come", "habit", "called_off"),
    [
        ("Sáng 5/3, UBND tỉnh tổ chức phiên họp thường kỳ.", False, False, False),
        ("Sáng 5/3, UBND tỉnh sẽ tổ chức phiên họp thường kỳ.", True, False, False),
        ("Kỳ họp thứ 7 dự kiến diễn ra trong tháng 7.", True, False, False),
        ("Chủ tịch UBND tỉnh tiếp công dân ít nhất 1 ngày trong một tháng.", False, True, False),
        ("Chủ tịch UBND tỉnh phải trực tiếp tiếp công dân.", False, True, False),
        ("Chiều 5/3, Chủ tịch UBND tỉnh tiếp công dân định kỳ hằng tháng.", False, False, False),
        ("Buổi tiếp công dân của Chủ tịch UBND tỉnh bị hủy do bão.", False, False, True),
        ("Phiên họp thường kỳ tháng 9 tạm hoãn.", False, False, True),
        ("Phiên họp thường kỳ bàn về các dự án bị hoãn.", False, False, False),
        ("Hội nghị nghe báo cáo, thống nhất việc đã dừng.", False, False, False),
    ],
)
def test_was_it_held(text: str, to_come: bool, habit: bool, called_off: bool) -> None:
    noun = noun_of(text)
    assert (is_to_come(text, noun), is_habit(text, noun), is_called_off(text, noun)) == (to_come, habit, called_off)


@pytest.mark.parametrize(
    ("heading", "rules"),
    [
        ("Quy định mới về tiếp công dân", True),
        ("Nội quy tiếp công dân tại trụ sở", True),
        ("Bí thư Tỉnh ủy tiếp công dân định kỳ", False),
        ("Thực hiện nghiêm quy định tiếp công dân", False),
        ("Quy định mới về giá đất", False),
    ],
)
def test_is_about_rules(heading: str, rules: bool) -> None:
    assert is_about_rules(heading) is rules


@pytest.mark.parametrize(
    ("text", "dated"),
    [("Sáng 5/3, họp", True), ("chiều nay họp", True), ("ngày 5 tháng 3", True), ("họp mỗi tháng", False)],
)
def test_is_dated(text: str, dated: bool) -> None:
    assert is_dated(text) is dated
