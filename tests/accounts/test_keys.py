"""The key as a picture and as text, and codes as people type them."""

from __future__ import annotations

from base64 import b32decode
from urllib.parse import unquote

import pytest

from accounts.keys import grouped, new_key, picture, plain, spelled


def test_a_key_has_160_bits_and_no_two_are_alike() -> None:
    keys = {new_key() for _ in range(20)}
    assert len(keys) == 20
    assert {len(bytes.fromhex(key)) for key in keys} == {20}


def test_a_key_is_spelled_in_groups_of_four() -> None:
    key = new_key()
    assert {len(group) for group in spelled(key).split()} == {4}
    assert b32decode(spelled(key).replace(" ", "")).hex() == key


def test_the_picture_is_an_image_that_needs_nothing_from_elsewhere() -> None:
    image = picture(new_key(), "nguyễn")
    assert image.startswith("data:image/svg+xml")
    assert "<script" not in unquote(image)


@pytest.mark.parametrize("typed", ["abcd efgh", " ABCD-EFGH ", "abcdefgh", "a b c d e f g h"])
def test_codes_may_be_typed_with_spaces_and_hyphens(typed: str) -> None:
    assert plain(typed) == "abcdefgh"
    assert plain(grouped("abcdefgh")) == "abcdefgh"
