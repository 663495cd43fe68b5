"""Which words of an article belong to which record of a meeting's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meetings.highlights import Mark
from meetings.models import Appearance, Article, Attestation, Directive, Mention, Report
from meetings.models.evidence import Evidenced
from meetings.participants import official_key
from meetings.readings import readings_of


def key_of(record: Any) -> str:
    """A record's name on a page: `directive-12`. The words it was read from are `w-directive-12`."""
    return f"{record._meta.model_name}-{record.pk}"


def place_of(record: Any) -> str:
    """The name of the place on the meeting's page where a record is shown: people have one row for all their acts."""
    if isinstance(record, Appearance):
        return official_key(record)
    if isinstance(record, Mention):
        return f"official-{record.official_id}"
    if isinstance(record, Attestation):
        return f"official-{record.role.official_id}"
    return key_of(record)


def marks_of(
    report: Report,
    records: Iterable[Any],
    mentions: Iterable[Mention],
    attestations: Iterable[Attestation],
    page: str = "",
) -> list[Mark]:
    """The marks on the text of the report's article; `page` is the address of the meeting's page, if it is another."""
    article = report.article
    marks = [Mark(report.start, report.end, "meeting", f"report-{report.pk}", f"{page}#meeting")]
    marks += [reading.mark(page) for reading in readings_of(report) if reading.key]
    for record in records:
        for telling in (record, *getattr(record, "also_told", ())):
            marks += _marks(telling, f"{page}#{place_of(record)}", article)
    for named in (*attestations, *mentions):
        marks += _marks(named, f"{page}#{place_of(named)}", article)
    return marks


def _marks(record: Evidenced, href: str, article: Article) -> list[Mark]:
    if record.article_id != article.pk or record.start is None or record.end is None:
        return []
    kind = str(record._meta.model_name)
    marks = [Mark(record.start, record.end, kind, key_of(record), href)]
    if isinstance(record, Directive) and record.deadline_start is not None and record.deadline_end is not None:
        marks.append(Mark(record.deadline_start, record.deadline_end, "deadline", f"deadline-{record.pk}", href))
    return marks
