"""Filters by day: what a browser or a reader sends, and what a meeting dated less exactly may have been held on."""

from __future__ import annotations

import datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import Q


class DayFilter(django_filters.DateFilter):
    """A day, as the browser's own field or a Vietnamese reader writes it."""

    def __init__(self, **kwargs: Any) -> None:
        # A browser's own field takes and gives ISO days; one without it is typed into, day before month.
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        super().__init__(**{"widget": widget, "input_formats": formats, **kwargs})


def not_before(day: datetime.date, prefix: str = "") -> Q:
    """Meetings that may have been held on `day` or later: of one known only by its year, the year must not be over."""
    quarter = 3 * ((day.month - 1) // 3) + 1
    first = {
        "day": day,
        "month": day.replace(day=1),
        "quarter": day.replace(month=quarter, day=1),
        "year": day.replace(month=1, day=1),
    }
    met = Q()
    for precision, earliest in first.items():
        met |= Q(**{f"{prefix}date_precision": precision, f"{prefix}date__gte": earliest})
    return met
