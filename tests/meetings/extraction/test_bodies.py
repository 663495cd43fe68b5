"""Bodies that hold meetings and the level they belong to."""

from __future__ import annotations

import pytest

from meetings.extraction.bodies import find_bodies, leaders
from meetings.extraction.spans import matchable


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("UBND tỉnh Gia Lai họp", [("UBND tỉnh", "province", "Gia Lai")]),
        ("Thường trực HĐND tỉnh họp", [("Thường trực HĐND tỉnh", "province", None)]),
        ("BTV Tỉnh uỷ Sơn La họp", [("Ban Thường vụ Tỉnh ủy", "province", "Sơn La")]),
        ("Ban Chấp hành (BCH) Đảng bộ tỉnh họp", [("Ban Chấp hành Đảng bộ tỉnh", "province", None)]),
        ("Hội đồng nhân dân (HĐND) tỉnh họp", [("HĐND tỉnh", "province", None)]),
        ("HĐND thành phố Cần Thơ họp", [("HĐND thành phố", "province", "Cần Thơ")]),
        ("HĐND thành phố Hà Tĩnh họp", [("HĐND thành phố", "district", "Hà Tĩnh")]),
        ("Thành ủy Bảo Lộc họp", [("Thành ủy", "district", "Bảo Lộc")]),
        ("UBND huyện Tuy An họp", [("UBND huyện", "district", "Tuy An")]),
        ("UBND các xã họp", [("UBND", "district", None)]),
        ("Huyện ủy Bình Đại họp", [("Huyện ủy", "district", None)]),
        ("Chính phủ họp", [("Chính phủ", "nation", None)]),
        ("Đoàn công tác của Bộ Y tế làm việc", [("Đoàn công tác của Bộ", "nation", None)]),
        ("Sở Y tế họp", [("Sở Y", "department", None)]),
        (
            "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh Bắc Kạn họp",
            [("Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh", "province", None)],
        ),
        ("Ban Chỉ đạo họp, nghe báo cáo của tỉnh", [("Ban Chỉ đạo", "province", None)]),
        ("Ban Chỉ đạo 389 tỉnh họp", [("Ban Chỉ đạo 389 tỉnh", "province", None)]),
        ("Ban Chỉ đạo quốc gia về chuyển đổi số họp", [("Ban Chỉ đạo quốc gia về chuyển đổi số", "nation", None)]),
        ("Chủ tịch UBND tỉnh họp", []),  # a person's title is no body
    ],
)
def test_bodies(text: str, bodies: list[tuple[str, str, str | None]]) -> None:
    plain = matchable(text)
    assert [(body.name, body.level, body.place) for body in find_bodies(plain, 0, len(plain))] == bodies


@pytest.mark.parametrize(
    ("text", "body", "level", "deputy"),
    [
        ("Phó Chủ tịch UBND tỉnh", "UBND tỉnh", "province", True),
        ("Bí thư Tỉnh ủy", "Tỉnh ủy", "province", False),
        ("Trưởng đoàn đại biểu Quốc hội tỉnh", "Đoàn ĐBQH tỉnh", "province", False),
        ("Bộ trưởng Bộ Y tế", "Bộ trưởng", "nation", False),
        ("Bí thư Huyện ủy Bình Đại", "Huyện ủy", "district", False),
        ("Giám đốc Sở Y tế", "Giám đốc Sở Y tế", "department", False),
    ],
)
def test_whom_a_leader_stands_for(text: str, body: str, level: str, deputy: bool) -> None:
    found = leaders(text, 0, len(text))
    assert [(leader.name, leader.level, leader.deputy, leader.led) for leader in found] == [(body, level, deputy, True)]
