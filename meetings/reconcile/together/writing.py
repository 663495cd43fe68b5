"""The records of many new texts in the making: made in memory, text by text, and written at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from meetings.extraction.facts import Extraction
from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Target,
)
from meetings.reconcile import records
from meetings.reconcile.assignments import wanted_assignment
from meetings.reconcile.attestations import settle_days
from meetings.reconcile.blank import blank
from meetings.reconcile.case import Case, attested_on
from meetings.reconcile.held_titles import Held
from meetings.reconcile.meetings import settle_meeting
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.orphans import withdraw_orphans
from meetings.reconcile.provinces import Place
from meetings.reconcile.retellings import settle_retellings, settle_within
from meetings.reconcile.rows import Wanted, made, prepare
from meetings.reconcile.tally import Tally
from meetings.reconcile.ties import link
from meetings.reconcile.together.agencies import BatchAgencies
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.meetings import tell
from meetings.reconcile.together.people import NewlyNamed, People
from meetings.reconcile.together.roles import Offices
from meetings.reconcile.together.tellings import Telling
from meetings.reconcile.together.whole import Whole
from people.models import Official, Organization, Role


class Writing:
    """The records of many tellings in the making."""

    def __init__(self, batch: Batch, whole: Whole, tellings: Sequence[Telling], *, shared: bool = False) -> None:
        """`shared`: others may have told of the meetings, but no two of these of one."""
        self._batch, self._whole, self._tellings, self._shared = batch, whole, tellings, shared
        # Meetings of which others had told, and those of them that are told otherwise now.
        self._retold: dict[int, Meeting] = {}
        self._updated: set[int] = set()
        self._agencies = BatchAgencies(batch, whole.wordings)
        self._people = People(batch, whole.numbers)
        self._offices = Offices(batch, self._people)
        self._people.look_up({sought for t in tellings for sought in t.sought(t.place)})

    def write_all(self) -> None:
        """Makes the records, writes them, and settles what they say beside others of their meetings."""
        self._agencies.look_up({key for t in self._tellings for key in t.agencies(self._whole.wordings)})
        for telling in self._tellings:
            prepare(telling.article)
            self._batch.add(telling.article)
        if self._shared:
            self._batch.write_first(Article)
        for telling in self._tellings:
            self._make(telling)
        self._batch.write()
        link(self._batch.of(Organization))
        settle_days(self._offices.earlier, Tally())
        self._settle_retold()
        self._whole.articles += self._batch.of(Article)
        self._whole.meetings += [*self._batch.of(Meeting), *self._retold.values()]

    def _settle_retold(self) -> None:
        asked = {row.pk for row in self._batch.of(Directive)}
        if self._retold:
            asked |= settle_retellings(*self._retold.values())
        otherwise = [meeting for pk, meeting in self._retold.items() if pk in self._updated]
        asked |= set(Directive.objects.filter(meeting__in=otherwise).order_by().values_list("pk", flat=True))
        self._whole.tasks |= asked
        # What was read of a meeting may be what people say is not meant.
        read = {row.extracted.get("body") for row in self._retold.values() if row.extracted.get("body") != row.body_id}
        if read := read - {None}:
            withdraw_orphans({Organization: read})

    def _make(self, telling: Telling) -> None:
        article, extraction, tally = telling.article, telling.extraction, telling.newcomer.tally
        meeting = self._meeting(telling)
        place = Place(self._whole.register, meeting.province or telling.place.province, telling.place.day)
        officials = NewlyNamed(self._people, self._whole.register)
        served = telling.served(place)
        self._people.look_up(telling.sought(place))
        for name, titles in telling.roles_of.items():
            officials.resolve(name, titles, served[name])
        self._mention(article, extraction, officials)
        self._people.tell_named({official.pk: official for official in officials.all}.values(), meeting.province)
        organizations = Organizations(place, telling.bodies, self._agencies)
        held = []
        for role in extraction.roles:
            where = served[role.official]
            home = self._whole.register.home(where.province) if where.province else None
            held.append(Held(role, officials.resolve(role.official, (), where), home))
        day = attested_on(meeting, article)
        roles = self._offices.settle(article, held, organizations, day, tally)
        case = Case(article, article.text, meeting, officials, organizations, roles, tally)
        assigned = self._make_records(case, extraction)
        self._touch(case, roles, assigned)

    def _meeting(self, telling: Telling) -> Meeting:
        article, tally, place = telling.article, telling.newcomer.tally, telling.place
        if self._shared:
            meeting = settle_meeting(article, telling.fact, place, tally, article.text, self._agencies)
            self._retold[meeting.pk] = meeting
            if tally.updated:
                self._updated.add(meeting.pk)
            return meeting
        tally.created += 1
        return tell(self._batch, self._agencies, article, telling.fact, telling.own, place)

    def _mention(self, article: Article, extraction: Extraction, officials: NewlyNamed) -> None:
        for (start, end), fact in {(fact.span.start, fact.span.end): fact for fact in extraction.mentions}.items():
            official = officials.of(fact.name)
            if official is not None:
                columns = {
                    "article": article, "start": start, "end": end, "name": fact.name[:120],
                    "quote": fact.span.of(article.text), "rule": fact.rule[:80], "official": official,
                    "read_as": official.stands_for,
                }  # fmt: skip
                self._batch.add(blank(Mention, columns))

    def _make_records(self, case: Case, extraction: Extraction) -> list[Any]:
        appearances = self._rows(case, Appearance, records.wanted_appearances(case, extraction.appearances))
        directives = self._rows(case, Directive, records.wanted_directives(case, extraction.directives))
        asked = [
            wanted_assignment(case, directive, order, assignee)
            for fact, directive in zip(extraction.directives, directives, strict=True)
            for order, assignee in enumerate(fact.assignees)
        ]
        assigned = self._rows(case, Assignment, asked)
        figures = self._rows(case, Target, records.wanted_targets(case, extraction.targets, directives))
        documents = self._whole.documents.settle(extraction.legal_refs)
        self._rows(case, Citation, records.wanted_citations(case, extraction.legal_refs, documents, directives))
        self._rows(case, Decision, records.wanted_decisions(case, extraction.decisions))
        settle_within(appearances, figures)
        return assigned

    def _rows(self, case: Case, model: Any, wanted: Sequence[Wanted]) -> list[Any]:
        rows = [made(model, item) for item in wanted]
        for row in rows:
            prepare(row)
            self._batch.add(row)
        case.tally.created += len(rows)
        return rows

    def _touch(self, case: Case, roles: Sequence[Role], assigned: Sequence[Assignment]) -> None:
        self._whole.touched[Official] |= {official.pk for official in case.officials.all}
        self._whole.touched[Role] |= {role.pk for role in roles}
        self._whole.touched[Organization] |= {row.organization_id for row in assigned if row.organization_id}
