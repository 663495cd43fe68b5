"""What a report says of its meeting, field by field."""

from __future__ import annotations

import pytest

from meetings.readings import readings_of
from tests.factories import make_article, make_meeting, make_report

pytestmark = pytest.mark.django_db


def test_fields_with_words_rule_and_mark() -> None:
    report = make_report(make_meeting(), make_article("Sáng 27/3, UBND tỉnh họp."))
    report.reading = {
        "identity": {"value": "1|ubnd tinh|2023-03-27"},
        "date": {"value": "2023-03-27", "start": 5, "end": 9, "rule": "printed"},
        "kind": {"value": "regular_session", "rule": "by the body"},
    }
    date, kind = readings_of(report)
    assert (date.words, date.rule, date.key) == ("27/3", "printed", f"date-{report.pk}")
    assert (date.mark("/x/").start, date.mark("/x/").end, date.mark("/x/").href) == (5, 9, "/x/#meeting")
    assert (kind.words, kind.rule, kind.key) == ("", "by the body", "")


def test_a_report_without_a_reading_says_nothing() -> None:
    assert list(readings_of(make_report(make_meeting()))) == []
