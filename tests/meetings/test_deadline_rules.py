"""How a deadline's days were computed, in words."""

from __future__ import annotations

import datetime

import pytest
from django.utils import translation

from meetings.deadline_rules import how_computed
from meetings.extraction.deadline_words import DATED, WORDED
from meetings.models import Directive

DAY = datetime.date(2025, 6, 30)


def told(rule: str, value: str = "2025-06-30", day: datetime.date | None = DAY, read: str | None = "2025-06-30") -> str:
    """The words for a deadline that the machine read as `read`."""
    extracted = {"deadline_to": read} if read else {}
    with translation.override("en"):
        return how_computed(Directive(deadline_rule=rule, deadline_value=value, deadline_to=day, extracted=extracted))


def test_without_a_day_nothing_was_computed() -> None:
    assert told("urgently", "", None) == ""


def test_before_a_day_counts_that_day_and_before_a_month_does_not() -> None:
    assert told("before") == "“before” a day means that day at the latest"
    assert told("before", "2025-07") == "“before” a month, quarter or year means the day before it begins"


def test_what_gave_the_year_is_told_too() -> None:
    assert told("until; year of the meeting") == "To the end of the day or period named; the year is the meeting's"


def test_a_day_that_a_person_set_was_computed_by_no_rule() -> None:
    assert told("before", read="2025-07-31") == "Set by a person"
    assert told("", read=None) == "Set by a person"


def test_a_rule_without_words_is_called_by_its_name() -> None:
    assert told("by the moon") == "By the moon"


_UNDATED = {"day of each month", "day of each week", "this term", "before an event", "after an event", "as soon as"}
_UNDATED |= {"at a session", "coming time", "urgently"}
NAMES = {rule.rule for rule in DATED if rule.kind} | {rule.rule for rule in WORDED} - _UNDATED


@pytest.mark.parametrize("rule", sorted(NAMES))
def test_every_rule_that_computes_days_has_words(rule: str) -> None:
    assert told(rule).lower() != rule
