"""Who is meant by a title alone."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.offices import Offices
from meetings.extraction.people import find_people

TEXT = (
    "Đồng chí Lê Văn Đạt, Bí thư Huyện ủy Tân Phú; đồng chí Hà Thị Mận, Phó Chủ tịch Thường trực UBND tỉnh; "
    "đồng chí Vũ Đình Khoan, Phó Chủ tịch HĐND tỉnh; đồng chí Mai Thế Hùng, Phó Chủ tịch HĐND tỉnh; "
    "đồng chí Tạ Quang Bửu, nguyên Chủ tịch UBND tỉnh dự họp."
)


@pytest.mark.parametrize(
    ("title", "before", "holder"),
    [
        ("Bí thư Huyện ủy Tân Phú", None, "Lê Văn Đạt"),
        ("Bí thư Huyện ủy", None, "Lê Văn Đạt"),
        ("Phó Chủ tịch UBND tỉnh", None, "Hà Thị Mận"),
        ("Phó Chủ tịch HĐND tỉnh", None, None),
        ("Phó Chủ tịch HĐND tỉnh", TEXT.index("Mai Thế Hùng"), "Vũ Đình Khoan"),
        ("Phó Chủ tịch HĐND tỉnh", len(TEXT), None),
        ("Chủ tịch UBND tỉnh", None, None),
        ("Giám đốc Sở Y tế", None, None),
    ],
)
def test_holder(title: str, before: int | None, holder: str | None) -> None:
    assert Offices(find_people(Document("t", TEXT)).persons).holder(title, before) == holder


def test_bearers_of_a_kind_of_title_former_ones_too() -> None:
    offices = Offices(find_people(Document("t", TEXT)).persons)

    def first_word(title: str) -> str:
        return title.split()[0]

    assert offices.bearers(first_word, "Nguyên") == {"Tạ Quang Bửu"}
    assert offices.bearers(first_word, "Phó") == {"Hà Thị Mận", "Vũ Đình Khoan", "Mai Thế Hùng"}
    assert offices.bearers(first_word, "Trưởng") == frozenset()
