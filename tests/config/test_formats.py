"""Dates and numbers are read and written as in Vietnam, in both languages day before month."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format, get_format, number_format

DAY = datetime.date(2026, 3, 5)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("text", ["05/03/2026", "5/3/2026", "2026-03-05"])
def test_a_day_is_read_day_first(language: str, text: str) -> None:
    with translation.override(language):
        assert forms.DateField(localize=True).clean(text) == DAY


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("vi", "DATE_FORMAT", "5/3/2026"),
        ("vi", "SHORT_DATE_FORMAT", "05/03/2026"),
        ("vi", "YEAR_MONTH_FORMAT", "tháng 3/2026"),
        ("en", "DATE_FORMAT", "5\N{NO-BREAK SPACE}March 2026"),
        ("en", "SHORT_DATE_FORMAT", "5\N{NO-BREAK SPACE}March 2026"),
        ("en", "YEAR_MONTH_FORMAT", "March\N{NO-BREAK SPACE}2026"),
    ],
)
def test_a_day_is_written(language: str, name: str, expected: str) -> None:
    with translation.override(language):
        assert date_format(DAY, name) == expected


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_form_shows_is_what_it_reads(language: str) -> None:
    with translation.override(language):
        shown = str(forms.DateField(localize=True).widget.format_value(DAY))
        assert shown == "05/03/2026"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize(("language", "expected"), [("vi", "1.234.567,5"), ("en", "1,234,567.5")])
def test_a_number_is_written(language: str, expected: str) -> None:
    with translation.override(language):
        assert number_format(Decimal("1234567.5"), force_grouping=True) == expected
