"""Why numbers are no figures, each reason once."""

from __future__ import annotations

import pytest

from meetings.extraction import indicators
from meetings.extraction.why.figures import ASKED
from tests.meetings.extraction.why import reason, returned


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "no number stands in it"),
        ("Việc xong trước ngày 12/6/2024.", "12/6", "“12/6/2024” belongs to the date “12/6/2024”"),
        ("Làm theo Nghị quyết số 57-NQ/TW.", "57", "“57” belongs to the document “Nghị quyết số 57-NQ/TW”"),
        ("Ông cụ nay 85 tuổi.", "85", "“85” is an age"),
        ("Đây là lần thứ 5, rất vui.", "5", "“thứ” before “5” makes it an ordinal"),
        ("Có 7 cái kẹo.", "7", "“cái kẹo” behind “7” is none"),
        ("Nhà ở số 19.", "19", "nothing behind “19” is one"),
        ("Nơi này đứng thứ 5/63 xã.", "5/63", "is a rank, or the greater number comes first"),
        ("Có 5 xã hội học.", "5", "what looks like a unit in “5 xã” is part of another word"),
        ("Phiên bầu được 58% đại biểu đồng ý.", "58", "“58%”: it counts people, votes or opinions at the meeting"),
        ("Tuyến đường dài 12 km.", "12", "“12 km”: it is the size or price of one thing"),
        ("Mưa to ở 02 huyện Ia Pa, Chư Pưh.", "02", "tell which ones"),
        ("Có 64 hộ dân.", "64", "households count only where they are helped"),
        ("Có 300 người đến xem.", "300", "people count only where jobs"),
        ("Các việc lớn đạt 9%", "9", "in a line taken for heading no figures are looked for"),
        ("Thu ngân sách đạt 9.000 tỷ đồng.", "9.000", ""),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    found = reason("figure", told, phrase)
    assert expected in found
    assert bool(found) is bool(expected)


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Giá điện 1,3 lần.", "1,3", "only a change counts"),
        ("Cả tỉnh có 85,3 điểm.", "85,3", "only an index has figures"),
        ("Đã gặp 75 xã.", "75", "only a standard reached counts"),
        ("Có 12 dự án.", "12", "works count only where"),
        ("Đã mời 12 doanh nghiệp.", "12", "it counts who or what took part"),
        ("Bỏ quên 12 doanh nghiệp.", "12", "things count only where they are made"),
    ],
)  # fmt: skip
def test_what_units_ask_of_the_words_around_them(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("figure", told, phrase)


def test_every_objection_to_a_figure_is_put_in_words() -> None:
    assert returned(indicators.objection) | returned(indicators._misses) <= set(ASKED)
