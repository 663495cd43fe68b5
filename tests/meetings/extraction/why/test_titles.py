"""Why words give nobody a title, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason

SAID = "Đồng chí Lê Văn Sơn, Giám đốc Sở Y tế báo cáo. "


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Các xã báo cáo tiến độ.", "tiến độ", "no word of the table title_heads.csv"),
        ("Nói về GRDP của tỉnh.", "GRDP", "“GRDP” is no abbreviation of the table title_heads.csv"),
        ("Một bí thư nói.", "bí thư", "is a title only with a body behind it"),
        ("Anh là phó Sở Y tế.", "phó Sở Y tế", "“phó” is a title only with a capital"),
        ("Họp với Ban Thường vụ Tỉnh ủy.", "Thường vụ", "“Ban” before “Thường vụ Tỉnh ủy” makes it part of a body's name"),
        ("Các chủ tịch UBND các xã báo cáo.", "chủ tịch UBND", "means the holders in many bodies"),
        ("Các Phó Chủ tịch UBND tỉnh cùng dự.", "Phó Chủ tịch UBND tỉnh", "means several people"),
        ("Chủ tịch UBND tỉnh nói.", "Chủ tịch UBND tỉnh", "it means Trần Văn Minh, to whom the text gives it elsewhere"),
        ("Giám đốc Sở Y tế nói.", "Giám đốc Sở Y tế", "the text gives it to nobody else"),
        (SAID + "Rồi đồng chí Lê Văn Sơn, Giám đốc Sở Y tế về.", "Giám đốc Sở Y tế", "that Lê Văn Sơn has this title was read at its first place, line 3"),
        (SAID.replace("Giám đốc Sở Y tế", "Bộ trưởng Bộ Y tế") + "Sau đó Bộ trưởng Lê Văn Sơn về.", "Bộ trưởng", "“Bộ trưởng” is a short form of “Bộ trưởng Bộ Y tế”, which Lê Văn Sơn has"),
        ("Nói dài cho hết dòng này để thành một câu thật dài, dài hơn tám mươi chữ mới được tính.\n\nTin, ảnh: PV Giám đốc", "Giám đốc", "in a line taken for byline"),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    assert expected in reason("role", told, phrase)
