"""The years, and spans of years, that figures are of."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from meetings.bands import BAND, band_of, in_order, is_whole, label
from meetings.models import Target
from tests.factories import make_target


@pytest.mark.parametrize(
    ("period", "band", "whole"),
    [("2025", "2025", True), ("2025-Q1", "2025", False), ("2025-10", "2025", False), ("2026/2030", "2026/2030", True),
     ("", "", True), ("nhiệm kỳ", "", False)],
)  # fmt: skip
def test_a_part_of_a_year_lies_in_it(period: str, band: str, whole: bool) -> None:
    assert (band_of(period), is_whole(period)) == (band, whole)


@pytest.mark.django_db
@pytest.mark.parametrize("period", ["2025", "2025-Q1", "2025-10", "2026/2030", "", "nhiệm kỳ"])
def test_the_database_agrees(period: str) -> None:
    make_target(period=period)
    assert Target.objects.annotate(band=BAND).get().band == band_of(period)


def test_spans_stand_behind_the_year_they_end_in_and_no_year_is_last() -> None:
    assert in_order(["", "2026/2030", "2031", "2025", "2030"]) == ["2025", "2030", "2026/2030", "2031", ""]


def test_heads() -> None:
    assert [label(band) for band in ("2025", "2026/2030", "")] == ["2025", "giai đoạn 2026–2030", "Không nêu năm"]
    with override("en"):
        assert [label(band) for band in ("2026/2030", "")] == ["2026–2030", "Year not stated"]
