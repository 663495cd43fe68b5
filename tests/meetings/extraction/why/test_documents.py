"""Why words cite no document, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "neither a kind of the table legal_kinds.csv nor a document's number"),
        ("Bàn về nghị quyết mới.", "nghị quyết", "“nghị quyết” is a kind of document, but no number stands behind it"),
        ("Có 57 xã.", "57", "no kind of the table legal_kinds.csv stands before its number"),
        ("Thông qua Nghị quyết 5 năm.", "Nghị quyết 5", "“Nghị quyết 5” counts what follows"),
        ("Làm theo Báo cáo 06 nhé.", "Báo cáo 06", "would need “số” or symbols"),
        ("Làm theo nghị quyết 57 nhé.", "nghị quyết 57", "would need a capital"),
        ("Đọc 12-XYZ/QW đi.", "12-XYZ/QW", "the symbols of “12-XYZ/QW” belong to no kind"),
        ("Làm theo Nghị quyết số 57-NQ/TW.", "57", ""),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    found = reason("law", told, phrase)
    assert expected in found
    assert bool(found) is bool(expected)
