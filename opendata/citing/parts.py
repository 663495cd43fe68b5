"""What a citation of each kind of record says: who said it, what, when and where, and which text tells of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from meetings.called import called_plainly, measured_plainly
from meetings.models import Article, Assignment, Directive, LegalDocument, Meeting, Target
from meetings.phrases import dated, day, figure
from meetings.phrases import period as in_words
from opendata.remembered import once
from people import careers
from people.models import Official, Organization, Province, Role
from people.records import PUBLISHED
from people.templatetags.english import INNER_QUOTES, in_english
from people.templatetags.page import province_name

LONGEST = 240  # characters of a record's own words

# A day as exactly as it is known: year, month, day, or fewer of them.
Known = tuple[int, ...]
_PRECISION = {"day": 3, "month": 2, "quarter": 1, "year": 1}


@dataclass(frozen=True)
class Parts:
    """`who` said or is behind `what`, which happened or was said `where` (meeting, province, day) and `when`.

    `source` is the press text that tells of it. What is not known is empty.
    """

    what: str
    who: str = ""
    where: str = ""
    when: Known = ()
    source: Article | None = None


@singledispatch
def parts_of(record: Any) -> Parts:
    """The parts of a record of a meeting that has no page of its own: its words."""
    return Parts(_quoted(record.quote or str(record)), "", _at(record.meeting), _when(record.meeting), record.article)


@parts_of.register
def _of_directive(record: Directive) -> Parts:
    office = in_english(record.assigner_title)
    named = record.assigner if record.assigner and record.assigner.state in PUBLISHED else None
    who = f"{named} ({office})" if named and office else str(named or office)
    return Parts(_quoted(record.text), who, _at(record.meeting), _when(record.meeting), record.article)


@parts_of.register
def _of_target(record: Target) -> Parts:
    said = f"{measured_plainly(record)}: {figure(record)}"
    beside = [in_words(record.period) if record.period else "", str(record.get_status_display()).lower()]
    what = f"{said} ({', '.join(part for part in beside if part)})"
    return Parts(what, "", _at(record.meeting), _when(record.meeting), record.article)


@parts_of.register
def _of_meeting(record: Meeting) -> Parts:
    told = record.told_by if hasattr(record, "told_by") else record.reports.select_related("article").order_by("pk")
    first = next(iter(told), None)
    body = in_english(record.body_name or (record.body.name if record.body else ""))
    return Parts(called_plainly(record), body, _held(record), _when(record), None if first is None else first.article)


@parts_of.register
def _of_official(record: Official) -> Parts:
    known = getattr(record, "current_roles", None)
    held = careers.current(careers.roles().filter(official=record)) if known is None else known
    office = in_english(held[0].canonical_title) if held else ""
    last = held[0].last_attested if held else None
    where = (_("as attested on %(day)s") % {"day": day(last)}) if last else ""
    named = ", ".join(part for part in (record.name, office, province_name(record.province)) if part)
    return Parts(named, "", where)


@parts_of.register
def _of_organization(record: Organization) -> Parts:
    return Parts(in_english(record.full_name))


@parts_of.register
def _of_document(record: LegalDocument) -> Parts:
    return Parts(in_english(str(record)), in_english(record.issuer))


@parts_of.register
def _of_article(record: Article) -> Parts:
    printed = record.reported_on
    when = (printed.year, printed.month, printed.day) if printed else ()
    return Parts(_quoted(str(record)), record.publisher, day(printed) if printed else "", when)


@parts_of.register
def _of_assignment(record: Assignment) -> Parts:
    return parts_of(record.directive)


@parts_of.register
def _of_role(record: Role) -> Parts:
    last = record.last_attested
    where = (_("as attested on %(day)s") % {"day": day(last)}) if last else ""
    return Parts(f"{record.official}, {in_english(record.canonical_title)}", "", where)


@parts_of.register
def _of_province(record: Province) -> Parts:
    return Parts(province_name(record))


def _quoted(words: str) -> str:
    """The words in quotation marks, on one line, cut where they are long; the sentence's end is the citation's own."""
    said = " ".join(words.split())
    said = (Truncator(said).chars(LONGEST) if len(said) > LONGEST else said).rstrip(".")
    return f"“{said.translate(INNER_QUOTES)}”"


@once
def _at(meeting: Meeting) -> str:
    return f"{called_plainly(meeting)}, {_held(meeting)}"


def _held(meeting: Meeting) -> str:
    return ", ".join(part for part in (province_name(meeting.province), dated(meeting)) if part)


def _when(meeting: Meeting) -> Known:
    date: datetime.date | None = meeting.date
    return () if date is None else (date.year, date.month, date.day)[: _PRECISION[meeting.date_precision]]
