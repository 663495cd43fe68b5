"""Two spellings of one name: a slip of the keyboard, or a middle name left out; found again among many."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.extraction.spellings import Spellings, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cao Văng Tường", "Cao Văn Tường", True),
        ("Huỳnh Thị Thúy Vân", "Huỳnh Thúy Vân", True),
        ("LÊ VĂN ĐẠT", "Lê Văn Đạt", True),
        ("Lê Văn Đạt", "Lê Văn Đại", True),
        ("Lê Văn Đạt", "Lê Văn Hải", False),
        ("Lê Văn Đạt", "Lê Vân Đại", False),
        ("Lê Văn Đạt", "Văn Đạt", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


syllables = st.text("abA", min_size=1, max_size=4)
names = st.lists(syllables, min_size=1, max_size=5).map(" ".join)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(names, max_size=12), names)
def test_every_like_name_is_found_and_no_other(known: list[str], wanted: str) -> None:
    spellings: Spellings[int] = Spellings()
    for number, name in enumerate(known):
        spellings.add(name, number)
    assert set(spellings.like(wanted)) == {n for n, name in enumerate(known) if same_name(wanted, name)}
