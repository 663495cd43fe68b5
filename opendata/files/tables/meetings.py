"""Meetings as a file: when, by whom, where, how many tasks and figures, and the texts that tell of each."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.called import english_title
from meetings.models import Meeting, Report
from meetings.phrases import dated
from meetings.tallies import add_tallies
from opendata.files.columns import Column, coded, in_page_language, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, evidence, identity, province, with_openings
from opendata.files.tables.base import Table
from people.templatetags.english import is_english


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each meeting, and the parts that its date is made of."""
    return [
        *identity(edition),
        plain(Meeting, "title", width=48),
        *_title_in_english(),
        Column("held", _("Held"), dated, width=22),
        plain(Meeting, "date", width=12),
        coded(Meeting, "date_precision", width=10),
        coded(Meeting, "session", width=10),
        *in_page_language(plain(Meeting, "body_name", width=26)),
        Column(
            "body_identifier",
            _("Body, permanent identifier"),
            lambda meeting: edition.identifier(meeting.body),
            corrects="body",
            width=34,
        ),
        province(corrects="province"),
        coded(Meeting, "province_source", corrects=False, width=18),
        coded(Meeting, "kind", width=22),
        plain(Meeting, "number", width=8),
        plain(Meeting, "term", width=16),
        plain(Meeting, "period", width=10),
        plain(Meeting, "place", width=22),
        Column("tasks", _("Tasks"), lambda meeting: meeting.tally.directives, width=10),
        Column("tasks_with_deadline", _("Tasks with a deadline"), lambda m: m.tally.deadlines, width=10),
        Column("figures", _("Figures"), lambda meeting: meeting.tally.targets, width=10),
        *evidence(edition, lambda meeting: next(iter(meeting.told_by), None)),
        Column(
            "other_articles",
            _("Other articles, permanent identifiers"),
            lambda meeting: [edition.identifier(report.article) for report in meeting.told_by[1:]],
            width=34,
        ),
        *closing(edition, Meeting),
    ]


def _title_in_english() -> list[Column]:
    label = _("%(column)s, in English") % {"column": _("Title")}
    return [Column("title_english", label, english_title, width=48, only_words=True)] if is_english() else []


def fetch(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings, each with the reports of it in `told_by`, the first one first."""
    reports = Report.objects.select_related("article").order_by("pk")
    light = reports.defer("reading", "article__text", "article__search_text")
    return rows.defer("search_text", "body__search_text").prefetch_related(
        Prefetch("reports", light, to_attr="told_by")
    )


def describe(meetings: list[Any]) -> None:
    """Counts tasks and figures."""
    add_tallies(meetings)
    with_openings(report.article for meeting in meetings for report in meeting.told_by[:1])


MEETINGS = Table(gettext_lazy("Meetings"), columns, fetch, describe)
