"""Meetings and indicators are called in English on English pages, with the Vietnamese behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from meetings import called
from meetings.models import Meeting, Target


def meeting(**values: Any) -> Meeting:
    return Meeting(**{"title": "Phiên họp <I>", "body_name": "UBND tỉnh", "kind": "regular_session", **values})


def target(**values: Any) -> Target:
    usual = {"metric": "tổng thu ngân sách toàn tỉnh", "canonical_metric": "thu ngân sách", "comparator": "="}
    return Target(**{**usual, "value": Decimal(5), "unit": "tỷ đồng", **values})


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "Regular session of the Provincial People's Committee"),
        ({"period": "2025-09"}, "Regular session of the Provincial People's Committee, September\u00a02025"),
        (
            {"kind": "council_session", "number": 4, "body_name": "HĐND tỉnh"},
            "4th session of the Provincial People's Council",
        ),
        ({"kind": "other", "number": 2}, "2nd meeting of the Provincial People's Committee"),
        ({"kind": "standing_committee_meeting", "body_name": "Tỉnh ủy"}, "Meeting of the Provincial Party Committee"),
        ({"body_name": "Ban Muối"}, None),
        ({"body_name": ""}, None),
    ],
)
def test_a_title_is_made_of_kind_number_body_and_period(values: dict[str, Any], title: str | None) -> None:
    with override("en"):
        assert called.english_title(meeting(**values)) == title


def test_a_meeting_is_called_in_the_language_of_the_page() -> None:
    assert called.called(meeting()) == called.called_in_full(meeting()) == "Phiên họp &lt;I&gt;"
    assert called.called_plainly(meeting()) == "Phiên họp <I>"
    with override("en"):
        assert called.called(meeting(body_name="")) == '<span lang="vi">Phiên họp &lt;I&gt;</span>'
        assert called.called_in_full(meeting()).endswith('<span class="original" lang="vi">Phiên họp &lt;I&gt;</span>')
        assert called.called_plainly(meeting()) == "Regular session of the Provincial People's Committee"


def test_an_indicator_is_called_by_what_the_words_printed_name() -> None:
    assert called.measured(target()) == called.measured_in_full(target()) == "tổng thu ngân sách toàn tỉnh"
    with override("en"):
        assert called.measured(target()) == called.measured_plainly(target()) == "Budget revenue"
        assert "Budget revenue <span" in called.measured_in_full(target())
        unknown = target(metric="thu muối", canonical_metric="thu muối")
        assert called.measured(unknown) == called.measured_in_full(unknown) == '<span lang="vi">thu muối</span>'
        assert called.measured(target(metric="(%)", canonical_metric="(%)")) == "A figure without a name (%)"


def test_a_unit_that_stays_vietnamese_says_so() -> None:
    assert called.figure(target()) == "5\u00a0tỷ đồng"
    with override("en"):
        assert called.figure(target()) == "5\u00a0billion VND"
        assert called.figure(target(unit="vại")) == '5\u00a0<span lang="vi">vại</span>'
