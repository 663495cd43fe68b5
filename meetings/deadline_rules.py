"""In readers' words, how the days of a deadline were computed from the author's words."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from meetings.models import Directive

# The parts of `deadline_rule`, which "; " joins: what led to a day, then what gave the year or the day counted from.
_MEANINGS = {
    "from": gettext_noop("from the day named on"),
    "before": gettext_noop("“before” a day means that day at the latest"),
    "before a period": gettext_noop("“before” a month, quarter or year means the day before it begins"),
    "at the latest": gettext_noop("to the end of the day or period named"),
    "until": gettext_noop("to the end of the day or period named"),
    "within": gettext_noop("within the period named, not before the meeting"),
    "in a month": gettext_noop("within the period named, not before the meeting"),
    "day in brackets": gettext_noop("on the day of the event"),
    "event": gettext_noop("on the day of the event"),
    "days given": gettext_noop("as many days as are given"),
    "this week": gettext_noop("the day, week, month, quarter or year is the meeting's or the next one"),
    "this year": gettext_noop("the day, week, month, quarter or year is the meeting's or the next one"),
    "day of this month": gettext_noop("the day, week, month, quarter or year is the meeting's or the next one"),
    "year of the meeting": gettext_noop("the year is the meeting's"),
    "year after the meeting": gettext_noop("the year is the one after the meeting's, as the day had passed"),
    "year told by the meeting": gettext_noop("“this year” and “next year” are counted from the meeting's"),
    "counted from the meeting": gettext_noop("counted from the day of the meeting"),
}
_WHOLE_DAY = len("2025-06-30")


def how_computed(directive: Directive) -> str:
    """How the days of the deadline came about: by the rule, in words, or by a person; empty where there are none.

    A rule that has no words yet is called by its name.
    """
    if directive.deadline_to is None:
        return ""
    if directive.is_corrected("deadline_to"):
        return _("Set by a person")
    told = [_(_MEANINGS[part]) if part in _MEANINGS else part for part in _parts(directive) if part]
    return capfirst("; ".join(told))


def _parts(directive: Directive) -> list[str]:
    lead, *rest = directive.deadline_rule.split("; ")
    if lead == "before" and 0 < len(directive.deadline_value) < _WHOLE_DAY:
        lead = "before a period"
    return [lead, *rest]
