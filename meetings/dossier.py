"""All that a meeting's page shows, fetched in a number of queries that does not grow with what there is to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Prefetch, QuerySet

from meetings.highlights import Mark
from meetings.marks import marks_of
from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Report,
    Target,
)
from meetings.models.evidence import Record
from meetings.participants import Participant, participants
from meetings.readings import FieldReading, readings_of
from meetings.tasks import AgencyTasks, by_agency

_Row = TypeVar("_Row", bound=Record)


class Dossier:
    """A meeting's published records. Each first telling carries its `also_told`: what other articles say alike."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @cached_property
    def reports(self) -> list[Report]:
        """The articles that tell of the meeting, the oldest first."""
        rows = self.meeting.reports.select_related("article", "article__province").defer("article__search_text")
        told = list(rows.order_by("pk"))
        self.meeting.told_by = told  # type: ignore[attr-defined] # where citing the page looks for them
        return sorted(told, key=lambda report: (report.article.sort_date, report.article.pk))

    @property
    def articles(self) -> list[Article]:
        """The texts themselves."""
        return [report.article for report in self.reports]

    @cached_property
    def readings(self) -> list[tuple[Report, list[FieldReading]]]:
        """What each article says of the meeting itself."""
        return [(report, list(readings_of(report))) for report in self.reports]

    @cached_property
    def appearances(self) -> list[Appearance]:
        """What people did, in the order of the text."""
        return self._first_tellings(Appearance.objects.select_related("official", "role"))

    @cached_property
    def participants(self) -> list[Participant]:
        """Who was there, each with roles and acts."""
        return participants(self.appearances, self.mentions, self.attestations)

    @cached_property
    def directives(self) -> list[Directive]:
        """The tasks, numbered in the order of the text."""
        rows: QuerySet[Directive] = Directive.objects.select_related("assigner").defer("search_text")
        assignments: QuerySet[Any] = Assignment.objects.published().select_related("organization", "official")
        citations: QuerySet[Any] = Citation.objects.published().select_related("document")
        tasks: list[Any] = self._first_tellings(
            rows.prefetch_related(
                Prefetch("assignments", assignments, to_attr="parts"), Prefetch("citations", citations, to_attr="cites")
            )
        )
        for number, task in enumerate(tasks, start=1):
            task.number = number
        return tasks

    @property
    def assignments(self) -> list[Assignment]:
        """Who is told to act, of all tasks."""
        return [part for task in self.directives for part in task.parts]  # type: ignore[attr-defined]

    @cached_property
    def agencies(self) -> list[AgencyTasks]:
        """The tasks by the agency told to act, those that name none last."""
        return by_agency(self.directives)

    @cached_property
    def targets(self) -> list[Target]:
        """The figures."""
        return self._first_tellings(Target.objects.defer("search_text"))

    @cached_property
    def decisions(self) -> list[Decision]:
        """What the meeting approved."""
        return self._first_tellings(Decision.objects.all())

    @cached_property
    def citations(self) -> list[Citation]:
        """The places where legal documents are cited."""
        published = Citation.objects.published().filter(meeting=self.meeting)
        return self._with_articles(published.select_related("document").order_by("start", "pk"))

    @cached_property
    def documents(self) -> list[tuple[Any, list[Citation]]]:
        """Each document cited with the places."""
        places: dict[Any, list[Citation]] = defaultdict(list)
        for citation in self.citations:
            places[citation.document].append(citation)
        return sorted(places.items(), key=lambda item: item[0].canonical)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The places where names stand."""
        return list(Mention.objects.filter(article__in=self.articles).select_related("official"))

    @cached_property
    def attestations(self) -> list[Attestation]:
        """The places where titles stand."""
        rows = Attestation.objects.filter(article__in=self.articles, role__state__in=("read", "confirmed"))
        return list(rows.select_related("role"))

    def _first_tellings(self, rows: QuerySet[_Row]) -> list[_Row]:
        told: dict[int | None, list[_Row]] = defaultdict(list)
        published = rows.filter(meeting=self.meeting, state__in=("read", "confirmed"))
        for record in self._with_articles(published.order_by("start", "pk")):
            told[record.same_as_id].append(record)
        firsts = told.pop(None, [])
        place = {article.pk: number for number, article in enumerate(self.articles)}
        firsts.sort(
            key=lambda r: (place.get(r.article_id or 0, len(place)), r.start or 0, getattr(r, "order", 0), r.pk)
        )
        for record in firsts:
            record.also_told = told.get(record.pk, [])  # type: ignore[attr-defined]
        return firsts

    def _with_articles(self, rows: Iterable[_Row | Citation]) -> list[Any]:
        """The records, all of one article holding the same one, so that its text is fetched once."""
        records: list[Any] = list(rows)
        articles = {article.pk: article for article in self.articles}
        if others := {record.article_id for record in records if record.article_id} - articles.keys():
            articles |= Article.objects.in_bulk(others)
        for record in records:
            record.article = articles.get(record.article_id or 0)
            record.meeting = self.meeting  # whose page their addresses lead to
        return records

    @property
    def records(self) -> list[Any]:
        """All records whose words are marked in the texts, those that may hold others first."""
        return [*self.directives, *self.decisions, *self.appearances, *self.targets, *self.citations]

    @cached_property
    def texts(self) -> list[tuple[Report, list[Mark]]]:
        """Each report with the marks on its article's text."""
        return [(report, marks_of(report, self.records, self.mentions, self.attestations)) for report in self.reports]
