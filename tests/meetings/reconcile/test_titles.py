"""How titles rank, and which of them serve the nation."""

import pytest

from meetings.reconcile.titles import UNRANKED, is_national, rank


def test_higher_offices_rank_before_lower_ones() -> None:
    order = [
        "Thủ tướng Chính phủ",
        "Bí thư Tỉnh ủy",
        "Phó Bí thư Tỉnh ủy",
        "Chủ tịch UBND tỉnh",
        "Phó Chủ tịch UBND tỉnh",
        "Giám đốc Sở Y tế",
        "Chủ tịch UBND huyện",
    ]
    ranks = [rank(title) for title in order]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(
    ("title", "same_as"),
    [
        ("nguyên Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy"),
        ("Bí thư Thành ủy", "Bí thư Tỉnh ủy"),
        ("Chủ tịch HĐND thành phố", "Chủ tịch HĐND tỉnh"),
        ("CHỦ TỊCH UBND TỈNH", "Chủ tịch UBND tỉnh"),
        ("Giám đốc Sở Nông nghiệp và Môi trường", "Giám đốc Sở"),
    ],
)
def test_variants_rank_alike(title: str, same_as: str) -> None:
    assert rank(title) == rank(same_as) != UNRANKED


def test_an_unknown_title_ranks_last() -> None:
    assert rank("Tổng đạo diễn chương trình") == UNRANKED


@pytest.mark.parametrize(
    ("title", "national"),
    [
        ("Bộ trưởng Bộ Y tế", True),
        ("Thứ trưởng", True),
        ("nguyên Chủ tịch nước", True),
        ("Phó Chủ tịch Quốc hội", True),
        ("Ủy viên Ban Chấp hành Trung ương Đảng", False),
        ("Đại biểu Quốc hội", False),
        ("Bí thư Tỉnh ủy", False),
        ("Giám đốc Sở Tài chính", False),
        ("Tổng đạo diễn", False),
    ],
)
def test_who_serves_the_nation(title: str, national: bool) -> None:
    assert is_national(title) is national
