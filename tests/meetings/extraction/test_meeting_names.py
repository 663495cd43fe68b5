"""Numbers of meetings in digits, Roman figures and words."""

from __future__ import annotations

import pytest

from meetings.extraction.meeting_names import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14", 14),
        ("XX", 20),
        ("XIX", 19),
        ("IV", 4),
        ("nhất", 1),
        ("tư", 4),
        ("Ba", 3),
        ("Chín", 9),
        ("mười", 10),
        ("mười lăm", 15),
        ("Mười chín", 19),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("bất thường", None),
        ("cùng", None),
    ],
)
def test_read_number(text: str, number: int | None) -> None:
    assert read_number(text) == number
