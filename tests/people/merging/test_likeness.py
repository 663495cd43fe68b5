"""What two names share, and by what two words differ."""

from __future__ import annotations

import pytest

from people.merging.likeness import (
    initials,
    is_short,
    one_slip,
    only_tone,
    same_but_spelling,
    shortened,
    without_middle,
    without_place,
)
from people.names import name_key


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("tám", "tám", False),
        ("tám", "tạm", True),
        ("tám", "tam", True),
        ("tâm", "tam", True),
        ("tấm", "tam", False),
        ("đặng", "dặng", True),
        ("hùng", "hùn", True),
        ("hùng", "hưng", False),
        ("hùng", "dũng", False),
        ("phước", "phóc", False),
        ("phường1", "phường2", False),
        ("an", "anh", True),
        ("", "a", True),
    ],
)
def test_one_slip(one: str, other: str, expected: bool) -> None:
    a, b = name_key(one), name_key(other)
    assert one_slip(a, b) is one_slip(b, a) is expected
    assert not expected or shortened(a) & shortened(b)


def test_a_tone_alone() -> None:
    assert only_tone("tám", "tâm")
    assert not only_tone("tám", "tán")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("lê văn tám", ["lê tám"]),
        ("lê thị hồng nga", ["lê hồng nga", "lê thị nga"]),
        ("lê tám", []),
        ("tám", []),
    ],
)
def test_without_a_middle_name(key: str, expected: list[str]) -> None:
    assert list(without_middle(key)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Ban QLDA 85", "Ban Quản lý dự án 85"),
        ("STC", "Sở Tài chính"),
    ],
)
def test_initials(one: str, other: str) -> None:
    assert initials(one) == initials(other)
    assert any(map(is_short, one.split()))
    assert not any(map(is_short, other.split()))


def test_without_the_province() -> None:
    assert without_place("UBND tỉnh Nghệ An", "Nghệ An") == without_place("UBND tỉnh", "Nghệ An")
    assert without_place("UBND tỉnh Sơn La", "Nghệ An") != without_place("UBND tỉnh", "Nghệ An")


def test_one_key_in_two_spellings() -> None:
    assert same_but_spelling("Thuý Hoà", "Thúy Hòa")
    assert not same_but_spelling("Thúy Hòa", "THÚY  HÒA")
    assert not same_but_spelling("Thúy Hòa", "Thùy Hoa")
