"""Deadlines and meetings as the events of a calendar: whole days, in the author's words, with where they were printed.

Events rather than tasks (VTODO): these are what calendars of every make show of an address that is followed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Event

from meetings import phrases
from meetings.called import called_plainly
from meetings.deadline_rules import how_computed
from meetings.models import Article, Assignment, Directive, Meeting
from opendata.feeds.entries import articles_of, cut, who
from opendata.identifiers import absolute, identifier, kind_of, page_of
from people.templatetags.english import in_english
from people.templatetags.page import number, province_name

SUMMARY = 90  # characters of a task in an event's title
ONE_DAY = datetime.timedelta(days=1)


def of_task(directive: Directive, request: HttpRequest) -> Event:
    """The deadline of a task; a period has both its ends. Raises `ValueError` for one without a day.

    `directive` is one that `opendata.feeds.records` fetched.
    """
    parts: list[Assignment] = directive.parts  # type: ignore[attr-defined]
    event = _event(directive, request, directive.deadline_from or directive.deadline_to, directive.deadline_to)
    called = f"{who(parts)}: {cut(directive.text, SUMMARY)}" if parts else cut(directive.text, SUMMARY)
    is_due = directive.deadline_kind != Directive.DeadlineKind.EVENT_DATE
    event.add("summary", printable(_("Due: %(task)s") % {"task": called} if is_due else called))
    event.add("categories", [str(_("Tasks"))])
    _describe(event, _told_of_task(directive, parts), articles_of("directive", directive), directive, request)
    return event


def of_meeting(meeting: Meeting, request: HttpRequest) -> Event:
    """A meeting that `opendata.feeds.records` fetched. Raises `ValueError` for one without a day."""
    event = _event(meeting, request, meeting.date, meeting.date)
    event.add("summary", printable(called_plainly(meeting)))
    where = [meeting.place, province_name(meeting.province)]
    if place := ", ".join(part for part in where if part):
        event.add("location", printable(place))
    event.add("categories", [str(_("Meetings"))])
    _describe(event, _told_of_meeting(meeting), articles_of("meeting", meeting), meeting, request)
    return event


def _event(record: Any, request: HttpRequest, first: datetime.date | None, last: datetime.date | None) -> Event:
    """Whole days that leave whoever follows them free; its number grows with every change of the record."""
    if first is None or last is None:
        raise ValueError(f"{record!r} has no day to be shown on")
    event = Event()
    event.add("uid", f"{kind_of(type(record))}-{record.pk}@{request.get_host()}")
    # Of an event that nobody is invited to, this says when it was changed last (RFC 5545, 3.8.7.2).
    event.add("dtstamp", _utc(record.updated_at))
    event.add("created", _utc(record.created_at))
    event.add("last-modified", _utc(record.updated_at))
    event.add("sequence", max(0, int((record.updated_at - record.created_at).total_seconds())))
    event.add("dtstart", first)
    if last < datetime.date.max:
        event.add("dtend", last + ONE_DAY)  # the day after the last one
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("status", "CONFIRMED")
    event.add("url", absolute(page_of(record), request))
    return event


def _describe(event: Event, lines: Iterable[str], told: list[Article], record: Any, request: HttpRequest) -> None:
    sources = [", ".join(part for part in _source(article) if part) for article in told]
    said = [*lines, *([_("According to the text:") + " " + "; ".join(sources)] if sources else [])]
    event.add("description", printable("\n".join([*said, absolute(identifier(record), request)])))


def _source(article: Article) -> tuple[str, ...]:
    day = phrases.day(article.reported_on) if article.reported_on else ""
    return f"“{article}”", article.publisher, day, article.url


def _told_of_task(directive: Directive, parts: list[Assignment]) -> list[str]:
    lines = [f"“{directive.text}”"]
    lines += [f"{part.get_part_display()}: {in_english(part.words)}" for part in parts]
    computed = how_computed(directive)
    words = {"words": directive.deadline_text, "due": phrases.due(directive)}
    due = _("Deadline: “%(words)s”, %(due)s") % words if directive.deadline_text else phrases.due(directive)
    lines.append(f"{due} ({_('How it was computed: %(how)s.') % {'how': computed}})" if computed else due)
    giver = ", ".join(
        part for part in (str(directive.assigner or ""), in_english(directive.assigner_title)) if part.strip()
    )
    lines += [f"{_('Given by')}: {giver}"] if giver else []
    lines.append(f"{called_plainly(directive.meeting)}, {phrases.dated(directive.meeting)}")
    lines.append(_("The day says nothing of the result, which press texts rarely report."))
    return lines


def _told_of_meeting(meeting: Any) -> list[str]:
    tally = meeting.tally
    tasks = ngettext("%(shown)s task", "%(shown)s tasks", tally.directives) % {"shown": number(tally.directives)}
    figures = ngettext("%(shown)s figure", "%(shown)s figures", tally.targets) % {"shown": number(tally.targets)}
    brought = [words for words, n in ((tasks, tally.directives), (figures, tally.targets)) if n]
    lines = [f"{meeting.get_kind_display()}, {phrases.dated(meeting)}"]
    lines += [in_english(meeting.body_name)] if meeting.body_name else []
    lines += [", ".join(brought)] if brought else []
    return lines + [f"“{report.quote}”" for report in meeting.told[:1] if report.quote]


def _utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC).replace(microsecond=0)


def printable(text: str) -> str:
    """The text without control characters, of which RFC 5545 takes none but the end of a line."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)
