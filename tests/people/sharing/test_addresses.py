"""The address of a page in each language."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from people.sharing import addresses
from people.sharing.addresses import in_language


@pytest.mark.parametrize(
    ("spoken", "address", "language", "there"),
    [
        ("vi", "/cuoc-hop/?q=a%20b&kind=briefing", "en", "/en/meetings/?q=a%20b&kind=briefing"),
        ("vi", "/cuoc-hop/?q=a", "vi", "/cuoc-hop/?q=a"),
        ("en", "/en/meetings/?", "vi", "/cuoc-hop/?"),
        ("vi", "/khong-co/?q=a", "en", "/khong-co/?q=a"),
        ("vi", "/can-bo/7-le-hong-vinh/", "en", "/en/officials/7-le-hong-vinh/"),
    ],
)
def test_addresses_in_other_languages(spoken: str, address: str, language: str, there: str) -> None:
    for _ in range(2):
        with override(spoken):
            assert in_language(language, address) == there


def test_a_path_that_somebody_typed_at_length_is_not_remembered() -> None:
    before = addresses._path_in.cache_info().currsize
    typed = f"/{'a' * 300}/"
    assert in_language("en", typed) == typed
    assert addresses._path_in.cache_info().currsize == before
