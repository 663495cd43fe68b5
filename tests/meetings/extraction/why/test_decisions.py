"""Why words tell no decision, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "no outcome of the table outcomes.csv"),
        ("Mọi người thông qua cả.", "thông qua", "“thông qua” is an outcome, but no body and no gathering stands before it"),
        ("Sở trình HĐND tỉnh thông qua đề án.", "thông qua", "make it something to come, or somebody else's"),
        ("Dưới sự chủ trì của ông, Hội nghị thông qua đề án.", "thông qua", "only tell who held the meeting"),
        ("Hội nghị thảo luận về đề án dưới sự chủ trì của ông.", "thảo luận", "“thảo luận” only considers"),
        ("Hội nghị thông qua đề án, ai cũng tán thành.", "tán thành", ""),
        ("Các việc thông qua", "thông qua", "in a line taken for heading no decisions are looked for"),
        ("Hội nghị thông qua đề án.", "thông qua", ""),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    found = reason("decision", told, phrase)
    assert expected in found
    assert bool(found) is bool(expected)
