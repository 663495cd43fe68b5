"""Why nothing is due, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason

ORDER = "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc "


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "đẹp", "neither a date nor words of a deadline"),
        (ORDER + "theo Công văn số 154/UBND-VX ngày 2/5/2024.", "2/5/2024", "“2/5/2024” is the date of a document"),
        ("09:05, 21/05/2024, trời đẹp và mọi người ra đồng từ sáng sớm.", "21/05/2024", "“21/05/2024” tells when the report appeared"),
        (ORDER + "như từ ngày 2/6/2024.", "2/6/2024", "tells since when or up to when something has been"),
        (ORDER + "của năm 2025.", "năm 2025", "no words such as “trước” or “chậm nhất” lead to “năm 2025”"),
        ("Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu trong năm 2025 Sở Y tế mua thuốc.", "năm 2025", ""),
        ("Trong năm 2025, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc.", "năm 2025", "is a year without “cuối” or “trong”"),
        (ORDER + "trước ngày 2/5/2024.", "2/5/2024", "“2/5/2024” lies before the meeting"),
        (ORDER + "khẩn trương, trước ngày 2/6/2024.", "khẩn trương", "an order keeps only one, and “trước ngày 2/6/2024” is the firmer"),
        ("Ngay sau hội nghị, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc.", "Ngay sau hội nghị", "“Ngay sau hội nghị” stands before whoever gives the order"),
        ("Lúa chín trước ngày 2/6/2024.", "2/6/2024", "would be a deadline, but no order is read here"),
        (ORDER + "trước ngày 2/6/2024.", "2/6/2024", ""),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    found = reason("due", told, phrase)
    assert expected in found
    assert bool(found) is bool(expected)
