"""Why syllables are no name of an official, each reason once."""

from __future__ import annotations

import pytest

from meetings.extraction.names import is_person
from meetings.extraction.spans import Span
from meetings.extraction.why.names import no_name, runs_in
from tests.meetings.extraction.why import reason

WHERE = "Đồng chí Lê Văn Sơn, Giám đốc Sở Y tế báo cáo. "


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Các sở báo cáo tiến độ.", "tiến độ", "no syllable in it begins with a capital"),
        ("Đồng chí Lê Văn Sơn, Giám đốc Sở Y tế báo cáo.", "Sở Y tế", "belongs to the title “Giám đốc Sở Y tế”"),
        ("Ông Lê Văn Sơn hỏi thăm Bình.", "Bình", "“Bình” is a single syllable"),
        ("Ông Hoàng Văn Thái Sơn Lâm Bình báo cáo.", "Thái Sơn", "has 6 capitalised syllables in a row"),
        ("Đồng chí Hồ Chí Minh dạy như thế.", "Hồ Chí Minh", "a historical person of the table historical_persons.csv"),
        ("Đồng chí nói về Bí thư tại Cao Bằng.", "Cao Bằng", "a province of the table provinces.csv"),
        ("Đồng chí nói về Bí thư tại Hồng Bàng.", "Hồng Bàng", "a place named after a person of the table name_places.csv"),
        ("Ông Lê Văn Sơn, Giám đốc Sở Y tế gặp Phòng Mua sắm.", "Phòng Mua", "“Phòng” in “Phòng Mua” is no surname"),
        ("Hôm qua Lê Văn Sơn về quê, Giám đốc Sở Y tế thì không.", "Lê Văn Sơn", "no title and no “đồng chí”, “ông” or “bà” stands beside “Lê Văn Sơn”"),
        ("Hôm qua Lê Văn Sơn về quê.", "Lê Văn Sơn", "no title and no “đồng chí”, “ông” or “bà” stands in its sentence"),
        ("Ông Lê Văn Sơn ở thôn Hạ hỏi về đất.", "Lê Văn Sơn", "no title stands beside Lê Văn Sơn anywhere"),
        ("Nhớ cố Chủ tịch UBND tỉnh Lê Văn Sơn nhiều.", "Lê Văn Sơn", "Lê Văn Sơn has died, as “cố” says"),
        (WHERE + "Tuyến đường Lê Văn Sơn dài thêm.", "Lê Văn Sơn", "the word before makes this a street's, school's or company's name"),
        (WHERE + "Trên sân có Trần Lê Văn Sơn đứng.", "Lê Văn Sơn", "this is part of a longer name"),
        (WHERE + "Mọi người xem ảnh: Lê Văn Sơn, rồi về nhà nghỉ, hôm sau lại lên đường đi tiếp.", "Lê Văn Sơn", "an author's or photographer's credit"),
        ("Mở rộng đường Lê Văn Sơn - Giám đốc Sở Y tế cho biết.", "Lê Văn Sơn", "“đường” before “Lê Văn Sơn” makes it a street's"),
        ("Giám đốc Sở Y tế xem tin: Lê Văn Sơn, Giám đốc Sở Y tế.", "Lê Văn Sơn", "“Lê Văn Sơn” is an author's or photographer's"),
        ("Việc này đã xong, mọi người đều biết và cùng nhau làm tốt hơn nữa trong những ngày tới.\n\nTin, ảnh: Lê Văn Sơn", "Lê Văn Sơn", "in a line taken for byline no names are looked for"),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("name", told, phrase)


@pytest.mark.parametrize("words", [
    "Lê Văn Sơn", "LÊ VĂN SƠN", "Sơn", "K'Dung", "Hồ Chí Minh", "Cao Bằng", "Hội Nông", "Zơ-Râm Ba", "Y Thông",
    "Ban Thường", "Lê A B C Đ", "Hoàng Văn Thái Sơn Lâm Bình", "Bắc Ninh", "Kỳ Anh",
])  # fmt: skip
@pytest.mark.parametrize("strong", [False, True])
def test_the_reason_is_that_of_the_rule(words: str, strong: bool) -> None:
    for run in runs_in(words, Span(0, len(words))):
        assert bool(no_name(run, strong=strong)) is not is_person(run, strong=strong)
