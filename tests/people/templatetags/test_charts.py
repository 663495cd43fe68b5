"""A strip's table tells what its bars do."""

from __future__ import annotations

import datetime

from charts.bars import strip
from charts.periods import Period, Unit, fitting
from people.templatetags.charts import chart_rows


def test_rows_of_a_table() -> None:
    first, last = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    shown = fitting(first, last, least=12)
    counts = {Period.of(first, Unit.MONTH): 1234}
    led = strip(counts, shown, selection=(None, None), url=lambda period: f"?a=1&since={period.first}")
    assert chart_rows(led) == (
        '<tr><th scope="row"><a href="?a=1&amp;since=2024-01-01" rel="nofollow">tháng\N{NO-BREAK SPACE}1/2024</a></th>'
        '<td class="numeric">1.234</td></tr>'
    )
