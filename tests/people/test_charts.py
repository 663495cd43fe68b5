"""Parts of pictures are named in the page's language, in words and as short as can be."""

from __future__ import annotations

import datetime

import pytest
from django.utils.translation import override

from charts.periods import Period, Unit
from people.templatetags.charts import period_mark, period_name, period_short

DAY = datetime.date(2025, 4, 1)


@pytest.mark.parametrize(
    ("language", "unit", "name", "mark", "short"),
    [
        ("vi", Unit.MONTH, "tháng 4/2025", "4", "4/2025"),
        ("en", Unit.MONTH, "April 2025", "4", "Apr 2025"),
        ("vi", Unit.QUARTER, "quý II/2025", "II", "II/2025"),
        ("en", Unit.QUARTER, "second quarter of 2025", "Q2", "Q2 2025"),
        ("vi", Unit.YEAR, "năm 2025", "’25", "2025"),
        ("en", Unit.YEAR, "2025", "’25", "2025"),
    ],
)
def test_a_period_is_named(language: str, unit: Unit, name: str, mark: str, short: str) -> None:
    period = Period.of(DAY, unit)
    with override(language):
        assert period_name(period).replace("\N{NO-BREAK SPACE}", " ") == name
        assert (period_mark(period), period_short(period)) == (mark, short)
