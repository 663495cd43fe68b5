"""Names of measures: what belongs to them, and the one name of their series."""

from __future__ import annotations

import pytest

from meetings.extraction.metrics import Aspect, canonical, known_metric, name_of_measure


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("phấn đấu thu ngân sách cả năm đạt trên ", "thu ngân sách"),
        ("Theo đó, tổng thu ngân sách ước đạt ", "tổng thu ngân sách"),
        ("toàn tỉnh giải ngân ", "giải ngân"),
        ("tốc độ tăng trưởng GRDP 6 tháng đầu năm đạt ", "tốc độ tăng trưởng GRDP"),
        ("Tổng sản phẩm trên địa bàn (GRDP) 9 tháng tăng ", "Tổng sản phẩm trên địa bàn (GRDP)"),
        ("đến năm 2030 đạt ", ""),
        ("bằng ", ""),
        ("tăng trưởng ", "tăng trưởng"),
        ("bình quân 6 tháng tăng ", ""),
        ("đã bàn giao ", "bàn giao"),
        ("(BBT) - Thu nội địa ", "Thu nội địa"),
    ],
)
def test_name_of_measure(words: str, name: str) -> None:
    assert name_of_measure(words) == name


@pytest.mark.parametrize(
    ("metric", "aspect", "in_percent", "name"),
    [
        ("GRDP", "growth", True, "tăng trưởng GRDP"),
        ("tốc độ tăng trưởng kinh tế", "level", True, "tăng trưởng GRDP"),
        ("thu NSNN trên địa bàn", "level", False, "thu ngân sách"),
        ("thu ngân sách", "share", True, "thu ngân sách so với kế hoạch"),
        ("giải ngân vốn đầu tư công", "level", True, "tỷ lệ giải ngân vốn đầu tư công"),
        ("giải ngân vốn đầu tư công", "share", True, "tỷ lệ giải ngân vốn đầu tư công"),
        ("giải ngân vốn đầu tư công", "level", False, "giải ngân vốn đầu tư công"),
        ("Tỷ lệ hộ nghèo theo chuẩn đa chiều", "level", True, "tỷ lệ hộ nghèo"),
        ("thu ngân sách của huyện", "level", False, "thu ngân sách của huyện"),
        ("giá trị xuất khẩu nông sản", "level", False, "giá trị xuất khẩu nông sản"),
        ("sản lượng chè", "growth", True, "sản lượng chè (tăng)"),
    ],
)
def test_canonical(metric: str, aspect: Aspect, in_percent: bool, name: str) -> None:
    assert canonical(metric, aspect, "tăng", in_percent) == name


def test_the_longest_known_measure_is_found() -> None:
    known = known_metric("phấn đấu tổng thu ngân sách nhà nước đạt")
    assert known is not None
    assert known[0].of("phấn đấu tổng thu ngân sách nhà nước đạt") == "tổng thu ngân sách nhà nước"
    assert known_metric("đi bộ") is None
