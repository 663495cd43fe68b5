"""Dates, periods and figures in the words of the page's language, no more exact than the record is."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from meetings.models import Directive, Meeting, Target
from meetings.models.articles import UNKNOWN_DAY
from people.english import unit as english_unit
from people.templatetags.charts import quarter_name
from people.templatetags.page import number


def day(date: datetime.date) -> str:
    """A day in figures: 05/03/2026."""
    return _day(date, get_language())


@lru_cache(maxsize=4096)
def _day(date: datetime.date, language: str | None) -> str:
    return date_format(date, "SHORT_DATE_FORMAT")


def period(value: str) -> str:
    """A period as records keep it, in words: `2025-Q1` is "quý I/2025", `2026/2030` "giai đoạn 2026–2030"."""
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return quarter_name(int(match[2]), match[1])
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        return date_format(datetime.date.fromisoformat(f"{value}-01"), "YEAR_MONTH_FORMAT")
    if match := re.fullmatch(r"(\d{4})/(\d{4})", value):
        return pgettext("period", "%(first)s–%(last)s") % {"first": match[1], "last": match[2]}
    if re.fullmatch(r"\d{4}", value):
        return pgettext("period", "%(year)s") % {"year": value}
    try:
        return day(datetime.date.fromisoformat(value))
    except ValueError:
        return value


def held_on(meeting: Meeting) -> str:
    """When the meeting was held, as exactly as is known: "chiều 14/11/2024", "quý I/2023", "năm 2021"."""
    if meeting.date is None:
        return ""
    date = meeting.date
    match meeting.date_precision:
        case "month":
            return period(f"{date:%Y-%m}")
        case "quarter":
            return period(f"{date:%Y}-Q{(date.month + 2) // 3}")
        case "year":
            return period(f"{date:%Y}")
    sessions = {
        "morning": _("morning of %(day)s"),
        "afternoon": _("afternoon of %(day)s"),
        "evening": _("evening of %(day)s"),
        "all_day": _("all day on %(day)s"),
    }
    return sessions.get(meeting.session, "%(day)s") % {"day": day(date)}


def dated(meeting: Meeting) -> str:
    """When the meeting was held and, where that is no day, when the press reported it; or that neither is known."""
    known = held_on(meeting)
    if meeting.sort_date not in (meeting.date, UNKNOWN_DAY) and meeting.date_precision != "day":
        reported = _("reported on %(day)s") % {"day": date_format(meeting.sort_date, "DATE_FORMAT")}
        return f"{known}, {reported}" if known else reported
    return known or _("date unknown")


def amount(target: Target) -> str:
    """The figure with comparator, range and total in words: "trên 26.000", "8 đến 8,5", "327 trên tổng số 411"."""
    value = number(target.value)
    if target.value_high is not None:
        value = _("%(low)s to %(high)s") % {"low": value, "high": number(target.value_high)}
    if target.of_total is not None:
        value = _("%(value)s out of %(total)s") % {"value": value, "total": number(target.of_total)}
    comparator = Target.Comparator(target.comparator)
    return value if comparator == Target.Comparator.EQUAL else f"{comparator.label} {value}"


def figure(target: Target) -> str:
    """The amount with its unit: "trên 26.000 tỷ đồng", "8,5%"; an English page has billion VND."""
    unit = unit_of(target)
    joint = "" if unit.startswith("%") else "\u00a0"
    return f"{amount(target)}{joint}{unit}"


def unit_of(target: Target) -> str:
    """The unit in the page's language; the Vietnamese one where no rule knows it."""
    if get_language() != "en":
        return target.unit
    one = target.value == 1 and target.value_high is None and target.of_total is None
    return english_unit(target.unit, one) or target.unit


def due(directive: Directive) -> str:
    """The day or days computed from the deadline's words; empty where none can be."""
    if directive.deadline_to is None:
        return ""
    last = day(directive.deadline_to)
    if directive.deadline_from is None:
        return _("by %(day)s at the latest") % {"day": last}
    if directive.deadline_from == directive.deadline_to:
        return _("on %(day)s") % {"day": last}
    return _("from %(first)s to %(last)s") % {"first": day(directive.deadline_from), "last": last}
