"""Who is in office, as last told: never more than the texts say."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from people.incumbents import last_told
from tests.factories import make_official, make_province, make_role

pytestmark = pytest.mark.django_db

BEFORE, AFTER = datetime.date(2024, 3, 1), datetime.date(2025, 8, 1)


def told(most: int = 9) -> list[tuple[str, list[str]]]:
    found = last_told(make_province("Nghệ An"), most)
    return [(incumbent.official.name, [role.canonical_title for role in incumbent.roles]) for incumbent in found]


def office(name: str, title: str, rank: int, day: datetime.date | None, place: str = "Nghệ An", **values: Any) -> None:
    official = make_official(name, province=make_province(place))
    make_role(official, title, rank=rank, first_attested=day, last_attested=day, **values)


def test_the_highest_office_comes_first_each_official_once() -> None:
    official = make_official("Lê Hồng Vinh", province=make_province("Nghệ An"))
    make_role(official, "Chủ tịch UBND tỉnh", rank=22, last_attested=AFTER)
    make_role(official, "Phó Bí thư Tỉnh ủy", rank=21, last_attested=AFTER)
    make_role(official, "Phó Chủ tịch UBND tỉnh", rank=30, last_attested=BEFORE)
    office("Nguyễn Văn A", "Bí thư Tỉnh ủy", 20, BEFORE)
    assert told() == [
        ("Nguyễn Văn A", ["Bí thư Tỉnh ủy"]),
        ("Lê Hồng Vinh", ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]),
    ]
    assert [name for name, _titles in told(most=1)] == ["Nguyễn Văn A"]


def test_of_one_office_the_one_told_later_comes_first() -> None:
    office("Người Trước", "Chủ tịch UBND tỉnh", 22, BEFORE)
    office("Người Sau", "Chủ tịch UBND tỉnh", 22, AFTER)
    assert [name for name, _titles in told()] == ["Người Sau", "Người Trước"]


def test_ended_undated_local_rejected_and_other_provinces_roles_are_left_out() -> None:
    office("Đã Thôi", "Chủ tịch UBND tỉnh", 22, AFTER, status="ended")
    office("Không Ngày", "Chủ tịch UBND tỉnh", 22, None)
    office("Ở Xã", "Chủ tịch UBND xã", 70, AFTER)
    office("Đọc Nhầm", "Chủ tịch UBND tỉnh", 22, AFTER, state="rejected")
    office("Nơi Khác", "Chủ tịch UBND tỉnh", 22, AFTER, place="Sơn La")
    assert told() == []
