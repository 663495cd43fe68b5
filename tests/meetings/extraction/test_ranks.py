"""Ranks: what titles together make of their holder, and the branch he heads."""

from __future__ import annotations

import pytest

from meetings.extraction.ranks import branch_of, first_office, rank_of


@pytest.mark.parametrize(
    ("titles", "rank"),
    [
        (["Chủ tịch UBND tỉnh"], "leader"),
        (["Ủy viên Ban Thường vụ", "Giám đốc Công an tỉnh"], "leader"),
        (["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"], "leader"),
        (["Phó Vụ trưởng Vụ Địa phương"], "national"),
        (["Phó Chánh Văn phòng Điều phối nông thôn mới Trung ương"], "national"),
        (["Phó Trưởng Ban Pháp chế HĐND tỉnh"], "overseer"),
        (["Tỉnh ủy viên", "Giám đốc Sở Y tế"], "official"),
        (["Chủ tịch UBND huyện Tuy An"], "district"),
        ([], "leader"),
    ],
)
def test_rank(titles: list[str], rank: str) -> None:
    assert rank_of(titles) == rank


@pytest.mark.parametrize(
    ("titles", "branch"),
    [
        (["Giám đốc Công an tỉnh"], "Công an"),
        (["Tỉnh ủy viên", "Giám đốc Sở Y tế"], "Y tế"),
        (["Giám đốc Sở Nội vụ"], ""),
        ([], ""),
    ],
)
def test_branch(titles: list[str], branch: str) -> None:
    assert branch_of(titles) == branch


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Chủ tịch UBND tỉnh", "Chủ tịch"),
        ("Chủ tịch Bình Định", "Chủ tịch"),
        ("Chủ tịch tỉnh", "Chủ tịch"),
        ("Bí thư", "Bí thư"),
        ("Bí thư Thành ủy", "Bí thư"),
        ("Chủ tịch", ""),
        ("Chủ tịch HĐND tỉnh", ""),
        ("Chủ tịch UBND huyện Tuy An", ""),
        ("Phó Chủ tịch UBND tỉnh", ""),
    ],
)
def test_first_offices_under_all_their_names(title: str, office: str) -> None:
    assert first_office(title) == office
