"""The meeting that an article tells of: found again, shared with other articles, or made."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from meetings.extraction.facts import MeetingFact
from meetings.models import Appearance, Article, Citation, Decision, Directive, Meeting, Report, Target
from meetings.reconcile.identities import Identity, free_identity, identity, same_meeting
from meetings.reconcile.locking import locked
from meetings.reconcile.organizations import Agencies, Organizations
from meetings.reconcile.provinces import Place
from meetings.reconcile.reports import certainty, merged, reading_of
from meetings.reconcile.rows import save_quietly, set_columns, tell_who_was_read
from meetings.reconcile.tally import Tally
from people.register import ProvinceRegister


def settle_meeting(
    article: Article,
    fact: MeetingFact,
    place: Place,
    tally: Tally,
    former_text: str,
    agencies: Agencies | None = None,
) -> Meeting:
    """The meeting of `article`, brought in line with what all its reports say; counts into `tally`.

    `former_text` is the text that the article's earlier report counts the characters of. `agencies` are those of whom
    other texts, not yet written, tell.
    """
    own = identity(fact, place)
    report = _report_of(article)
    former = report.meeting if report else None
    chosen = _chosen(article, report, own, fact)
    meeting, new = (chosen, False) if chosen else _made(article, fact, own)
    if not new and meeting.touched_by_person():
        meeting.remembered = meeting.evidence(former_text, article)
    _tell(article, fact, own, meeting, report)
    follow_reports(meeting, place.register, tally, new=new, own=own, identified=True, agencies=agencies)
    if former is not None and former.pk != meeting.pk:
        _left(former, place.register, tally)
        if not former.reports.exists():
            _bring_along(former, meeting)
    return meeting


def release(article: Article, register: ProvinceRegister, tally: Tally) -> None:
    """Unties `article` from its meeting, of which it no longer tells, and remembers that."""
    report = _report_of(article)
    if report is not None:
        report.delete()
        article.told_of = report.meeting
        Article.objects.filter(pk=article.pk).update(told_of=report.meeting)
        _left(report.meeting, register, tally)


def _report_of(article: Article) -> Report | None:
    """The article's report, with its meeting locked."""
    report = Report.objects.filter(article=article).first()
    if report is not None:
        report.meeting = locked(Meeting.objects.all()).get(pk=report.meeting_id)
    return report


def _chosen(article: Article, report: Report | None, own: Identity | None, fact: MeetingFact) -> Meeting | None:
    """Where the article belongs: it stays where it is, as a person may have tied it, unless it says something new."""
    if report is None:
        return same_meeting(own, fact, exclude=None) or _told_of_before(article)
    meeting, before = report.meeting, report.reading.get("identity", {}).get("value")
    shared = meeting.reports.exclude(pk=report.pk).exists()
    placed_by_person = shared and (before is None or before != meeting.identity)
    if before == (str(own) if own else None) or placed_by_person or meeting.touched_by_person():
        return meeting
    return same_meeting(own, fact, exclude=meeting) or (None if shared else meeting)


def _told_of_before(article: Article) -> Meeting | None:
    """The meeting that the article told of before it was read as something else, unless others tell of it."""
    before = locked(Meeting.objects.all()).filter(pk=article.told_of_id).first() if article.told_of_id else None
    return before if before is not None and not before.reports.exists() else None


def _bring_along(former: Meeting, meeting: Meeting) -> None:
    """What people added to a meeting of which nobody tells any more, without naming an article, goes where it went."""
    for model in (Appearance, Directive, Target, Citation, Decision):
        rows: Any = model
        rows.objects.filter(meeting=former, article__isnull=True).update(meeting=meeting)


def _made(article: Article, fact: MeetingFact, own: Identity | None) -> tuple[Meeting, bool]:
    """A new meeting, or the one that another reading made at the same time; and whether it is new."""
    meeting = Meeting(title=fact.title[:500] or article.first_line[:500], identity=free_identity(own, None))
    try:
        with transaction.atomic():
            save_quietly(meeting)
    except IntegrityError:
        made = same_meeting(own, fact, exclude=None)
        if made is None:
            raise
        return made, False
    return meeting, True


def _tell(article: Article, fact: MeetingFact, own: Identity | None, meeting: Meeting, report: Report | None) -> None:
    """Says in a report that `article` tells of `meeting`."""
    columns = {
        "meeting": meeting,
        "start": fact.span.start,
        "end": fact.span.end,
        "quote": fact.span.of(article.text),
        "rule": fact.rule[:80],
        "reading": reading_of(fact, str(own) if own else None),
    }
    if report is None:
        Report.objects.create(article=article, **columns)
    elif set_columns(report, columns):
        report.save()


def follow_reports(
    meeting: Meeting,
    register: ProvinceRegister,
    tally: Tally,
    *,
    new: bool = False,
    own: Identity | None = None,
    identified: bool = False,
    agencies: Agencies | None = None,
) -> None:
    """Brings a meeting in line with its reports and saves it; one that a person made keeps all its values.

    With `identified`, `own` is what the article read last would find its meeting by, if anything.
    """
    reports = list(meeting.reports.select_related("article__province").order_by("pk"))
    touched = not new and meeting.touched_by_person()
    before = (meeting.search_text, meeting.sort_date, meeting.year)
    differs = False
    if meeting.extracted or new:
        values = merged(reports, register)
        place = Place(register, values["province"], values["date"])
        values["body"] = Organizations(place, [values["body_name"]], agencies).of(values["body_name"])
        values["title"] = values["title"] or meeting.title
        differs = meeting.follow(values) | tell_who_was_read(meeting, values)
        columns: dict[str, object] = {"confidence": certainty(reports, meeting.confidence)}
        if own is not None and (meeting.identity is None or len(reports) == 1 or own.number is not None):
            columns["identity"] = free_identity(own, meeting)
        elif own is None and len(reports) == 1 and identified:
            columns["identity"] = None
        differs |= set_columns(meeting, columns)
    meeting.settle_dates()
    meeting.refresh_search_text()
    if new or differs or before != (meeting.search_text, meeting.sort_date, meeting.year):
        save_quietly(meeting)
    if new:
        tally.created += 1
    elif touched:
        tally.kept += 1
    elif differs:
        tally.updated += 1
    else:
        tally.unchanged += 1


def _left(meeting: Meeting, register: ProvinceRegister, tally: Tally) -> None:
    """Follows what others tell of a meeting of which an article no longer tells; where none does, it is an orphan."""
    if meeting.reports.exists():
        follow_reports(meeting, register, tally)
