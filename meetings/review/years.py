"""Odd years and days: what a slip of the pen, or of the reading, makes of a date."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import F, Q

from meetings.models import Article, Directive, Meeting, Target
from meetings.models.articles import UNKNOWN_DAY

# Of meetings and their figures the press on the web tells no earlier than this.
FIRST_YEAR = 1990
# A meeting is announced at most so long before, and told of at most so long after it was held.
ANNOUNCED, TOLD = datetime.timedelta(days=45), datetime.timedelta(days=366)
# Plans of provinces reach to 2045 or 2050; a task is given for the years of an office.
LONGEST_PLAN, LONGEST_TASK = 30, 15

Oddity = dict[str, str]
# What deadlines and periods meet that can be odd: by far most are within a few years of their meeting, and not fetched.
SUSPECT_DEADLINES = (
    Q(deadline_to__lt=F("meeting__sort_date"))
    | Q(deadline_to__year__lt=FIRST_YEAR)
    | Q(deadline_to__year__gt=F("meeting__sort_date__year") + LONGEST_TASK)
)
SUSPECT_PERIODS = (
    Q(year__lt=FIRST_YEAR)
    | Q(year__gt=F("meeting__year"))
    | Q(year__isnull=False, meeting__year__isnull=True)
    | Q(period__contains="/")
)


def odd_meeting(meeting: Meeting, reported: list[datetime.date]) -> Oddity | None:
    """What is odd about the meeting's day, given the days on which articles told of it."""
    day = meeting.date
    if day is None:
        return None
    if day.year < FIRST_YEAR or day.year > meeting.created_at.year + 1:
        return {"odd": "year", "day": day.isoformat()}
    if reported and day > max(reported) + ANNOUNCED:
        return {"odd": "after_press", "day": day.isoformat(), "other": max(reported).isoformat()}
    precise = meeting.date_precision == Meeting.Precision.DAY
    if reported and day < min(reported) - TOLD * (1 if precise else 2):
        return {"odd": "before_press", "day": day.isoformat(), "other": min(reported).isoformat()}
    return None


def odd_directive(directive: Directive) -> Oddity | None:
    """What is odd about the deadline: over before the meeting, or an age away."""
    due, meeting = directive.deadline_to, directive.meeting
    if due is None:
        return None
    held = meeting.date if meeting.date is not None else _known(meeting.sort_date)
    margin = datetime.timedelta(0) if meeting.date is not None else ANNOUNCED
    if held is not None and due < held - margin:
        return {"odd": "before_meeting", "day": due.isoformat(), "other": held.isoformat()}
    if due.year < FIRST_YEAR or due.year > (held or directive.created_at).year + LONGEST_TASK:
        return {"odd": "year", "day": due.isoformat()}
    return None


def odd_target(target: Target) -> Oddity | None:
    """What is odd about the figure's period: an age away, or still to come where it is said to be reached."""
    years = [int(part[:4]) for part in target.period.split("/") if part[:4].isdecimal()]
    if not years:
        return None
    present = target.meeting.year or target.created_at.year
    if min(years) < FIRST_YEAR or max(years) > present + LONGEST_PLAN:
        return {"odd": "period", "period": target.period}
    if target.status == Target.Status.ACHIEVED and min(years) > present:
        return {"odd": "not_yet", "period": target.period, "other": str(present)}
    return None


def odd_article(article: Article) -> Oddity | None:
    """What is odd about the day of publication: before there were such pages, or after the text was loaded."""
    day = article.reported_on
    if day is None:
        return None
    if day.year < FIRST_YEAR or day > article.created_at.date() + datetime.timedelta(days=1):
        return {"odd": "year", "day": day.isoformat()}
    return None


def odd(record: Any, reported: list[datetime.date]) -> Oddity | None:
    """What is odd about a day or year of a record of any kind; `reported` is used for meetings."""
    if isinstance(record, Meeting):
        return odd_meeting(record, reported)
    if isinstance(record, Directive):
        return odd_directive(record)
    if isinstance(record, Target):
        return odd_target(record)
    return odd_article(record) if isinstance(record, Article) else None


def _known(day: datetime.date) -> datetime.date | None:
    return None if day == UNKNOWN_DAY else day
