"""Each reason in one sentence that names what is at odds, in the language of the page."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from meetings.models import ReviewItem
from meetings.review.reasons import REASONS
from meetings.review.sentences import why

FIGURES = [
    {"value": "26000", "value_high": None, "unit": "tỷ đồng"},
    {"value": "26500.5", "value_high": "27000", "unit": "tỷ đồng"},
]
SAID: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("report", "directive", {"reports": [1, 2], "said": "Sai hạn."}, ["“Sai hạn.”", "1 báo sai khác"]),
    ("conflict", "directive", {"fields": ["deadline_to", "text"]}, ["hạn"]),
    ("contradiction", "meeting", {"fields": {"date": ["2024-03-27", "2024-03-28"]}}, ["27/03/2024 / 28/03/2024"]),
    ("contradiction", "meeting", {"fields": {"session": ["morning", "afternoon"]}}, ["Sáng / Chiều"]),
    ("contradiction", "meeting", {"fields": {"province": ["Nghệ An", "Hà Tĩnh"]}}, ["Nghệ An / Hà Tĩnh"]),
    ("figures", "target", {"figures": FIGURES}, ["26.000 tỷ đồng và 26.500,5–27.000 tỷ đồng"]),
    ("year", "directive", {"odd": "before_meeting", "day": "2014-06-30", "other": "2024-03-27"}, ["30/06/2014"]),
    ("year", "target", {"odd": "not_yet", "period": "2030", "other": "2024"}, ["2030", "2024"]),
    ("year", "meeting", {"odd": "year", "day": "2204-01-01"}, ["01/01/2204"]),
    ("homonym", "official", {"others": [1, 2], "name": "Trần Văn Nam"}, ["2"]),
    ("duplicate", "official", {"others": [1], "name": "Lê Văn Tám", "why": "slip", "score": 60}, ["Lê Văn Tám"]),
    ("province", "meeting", {}, ["tỉnh"]),
    ("date", "meeting", {}, ["ngày"]),
    ("unread", "article", {}, ["bài"]),
    ("unsure", "directive", {"confidence": 40}, ["40%"]),
]


@pytest.mark.parametrize(("reason", "kind", "detail", "words"), SAID)
def test_a_reason_in_words(reason: str, kind: str, detail: dict[str, Any], words: list[str]) -> None:
    item = ReviewItem(reason=reason, kind=kind, detail=detail)
    said = why(item)
    for expected in words:
        assert expected in said
    with translation.override("en"):
        assert why(item) != said


def test_every_reason_has_a_sentence() -> None:
    assert {reason for reason, *_ in SAID} == set(REASONS)
