"""Bands: the years, and spans of several years, that figures are of. A month or quarter lies in its year's band."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Case, F, Value, When
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from meetings import phrases

UNSTATED = ""  # of figures whose text says no period

# The band of a target in the database; in Python it is `band_of`.
BAND = Case(When(year__isnull=True, then=Value(UNSTATED)), When(period__contains="/", then=F("period")),
            default=Substr("period", 1, 4))  # fmt: skip


def band_of(period: str) -> str:
    """The band that a period lies in: "2025" of "2025-Q1", "2026/2030" of itself."""
    if not period[:4].isdecimal():
        return UNSTATED
    return period if "/" in period else period[:4]


def is_whole(period: str) -> bool:
    """Whether a figure of the period is of its whole band, not of a month or a quarter in it."""
    return period == band_of(period)


def in_order(bands: Iterable[str]) -> list[str]:
    """Bands by the year they end in, longer ones behind; figures of no stated year are last."""
    return sorted(bands, key=lambda band: (band == UNSTATED, band[-4:], len(band), band))


def label(band: str) -> str:
    """What stands at the head of a band: "2025", "2026–2030", "Year not stated"."""
    if band == UNSTATED:
        return _("Year not stated")
    return phrases.period(band) if "/" in band else band
