"""Kinds of agencies that no table knows."""

from __future__ import annotations

import pytest

from meetings.extraction.agency_kinds import look_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hội Luật gia tỉnh", ("đoàn thể", "tỉnh", True)),
        ("UBND huyện Thanh Liên", ("UBND", "huyện", True)),
        ("Bộ Ngoại thương", ("cơ quan trung ương", "trung ương", True)),
        ("các xã ven sông", ("nhóm", "xã", False)),
    ],
)
def test_look(name: str, expected: tuple[str, str, bool]) -> None:
    assert look_of(name) == expected
