"""Differences word by word."""

import pytest

from people.desk.changes import difference


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c d", "a b c d", "a b c d"),
        ("giao Sở Tài chính làm", "giao Sở Công Thương làm",
         "giao Sở <del>Tài</del><ins>Công</ins> <del>chính</del><ins>Thương</ins> làm"),
        ("Cũ", "Mới", "<del>Cũ</del> → <ins>Mới</ins>"),
        ("một hai ba bốn", "năm sáu bảy tám", "<del>một hai ba bốn</del> → <ins>năm sáu bảy tám</ins>"),
        ("chuẩn bị nguồn lực, để trình", "chuẩn bị nguồn lực trình.",
         "chuẩn bị nguồn lực<del>, để</del> trình<ins>.</ins>"),
        ("thu đạt 26.000 tỷ đồng", "thu đạt 26.500 tỷ đồng",
         "thu đạt <del>26.000</del><ins>26.500</ins> tỷ đồng"),
        ("a b c <b>", "a b c <i>", "a b c <del>&lt;b&gt;</del><ins>&lt;i&gt;</ins>"),
    ],
)  # fmt: skip
def test_difference(old: str, new: str, expected: str) -> None:
    assert difference(old, new) == expected
