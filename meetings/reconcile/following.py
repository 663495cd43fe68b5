"""The records of one article follow its facts; what they say beside those of others is left to be settled after."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from meetings.extraction.facts import Extraction, MeetingFact, RoleFact
from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Report,
    Target,
)
from meetings.reconcile import records
from meetings.reconcile.assignments import settle_assignments
from meetings.reconcile.case import Case, attested_on
from meetings.reconcile.documents import settle_documents
from meetings.reconcile.earlier_names import EarlierNames
from meetings.reconcile.held_titles import Held
from meetings.reconcile.jurisdictions import jurisdiction
from meetings.reconcile.locking import locked
from meetings.reconcile.meetings import release, settle_meeting
from meetings.reconcile.mentions import settle_mentions
from meetings.reconcile.officials import Officials
from meetings.reconcile.organizations import Agencies, Organizations
from meetings.reconcile.provinces import Place, era_day
from meetings.reconcile.relocation import relocate, relocate_places
from meetings.reconcile.roles import settle_roles
from meetings.reconcile.rows import save_quietly, set_columns, update, withdraw
from meetings.reconcile.tally import Tally
from meetings.reconcile.together.holding import hold
from meetings.reconcile.together.namesakes import numbers_for
from meetings.reconcile.together.tellings import Newcomer, tellings_of
from meetings.reconcile.wordings import Wordings
from people.corrections import State
from people.register import ProvinceRegister


@dataclass
class Shared:
    """What readings of one transaction have in common: the provinces, the agencies met so far, and free `numbers`.

    `holds_all`: nobody else writes on any province of what they told so far and tell now.
    """

    register: ProvinceRegister
    agencies: Agencies
    numbers: Mapping[str, deque[int]]
    holds_all: bool

    @classmethod
    def of(cls, texts: Iterable[tuple[Article, Extraction]], *, waiting: bool) -> Self:
        """Holds what the records of texts may need, and fetches the agencies that they name (as `hold`)."""
        register, wordings, newcomers = ProvinceRegister(), Wordings(), [Newcomer(*text) for text in texts]
        tellings = list(tellings_of(newcomers, register))
        told_of = Meeting.objects.filter(reports__article__in=[newcomer.article.pk for newcomer in newcomers])
        former = set(told_of.order_by().values_list("province", flat=True))
        hold(tellings, wordings, register, waiting=waiting, beside=former)
        agencies = Agencies(wordings)
        agencies.look_up({key for telling in tellings for key in telling.agencies(wordings)})
        return cls(register, agencies, numbers_for(tellings), None not in former)


@dataclass
class Followed:
    """What became of the records of an article, and the meetings whose retellings are to be settled."""

    article: Article
    tally: Tally = field(default_factory=Tally)
    retold: list[Meeting] = field(default_factory=list)


def follow(article: Article, extraction: Extraction, former_text: str, shared: Shared) -> Followed:
    """Brings the records of `article` in line with what was read from its text, but for what is settled beside others.

    `former_text` is the text that earlier readings counted the characters of.
    """
    detection = extraction.detection
    subject = Article.Subject.MEETING if detection.is_meeting else Article.Subject.OTHER
    columns = {"detection_rule": detection.rule[:80], "detection_quote": detection.span.of(article.text)}
    if article.subject == Article.Subject.UNREAD:  # nobody's word yet
        columns["subject"] = subject
    if set_columns(article, columns) | article.follow({"subject": subject}):
        save_quietly(article)
    # A person who says that the text is about something else is believed.
    if extraction.meeting is not None and article.subject == Article.Subject.MEETING:
        return _follow(article, former_text, extraction, extraction.meeting, shared)
    return _withdraw_all(article, former_text, shared)


def _follow(article: Article, former_text: str, extraction: Extraction, fact: MeetingFact, shared: Shared) -> Followed:
    followed, register = Followed(article), shared.register
    tally = followed.tally
    report = Report.objects.filter(article=article).select_related("meeting__province").first()
    province_before = report.meeting.province if report else None
    day = era_day(fact, article)
    own = register.find(fact.province, day) if fact.province else None
    curated = register.on(article.province, day) if article.province else None
    meeting = settle_meeting(article, fact, Place(register, own or curated, day), tally, former_text, shared.agencies)
    place = Place(register, meeting.province or own or curated, day)

    earlier, names = EarlierNames.of(article, former_text), _names(extraction)
    officials = Officials(
        earlier.read, names, register, province_before, earlier.who(names, extraction.mentions), shared.numbers
    )
    roles_of: dict[str, list[RoleFact]] = {name: [] for name in names}
    for role in extraction.roles:
        roles_of[role.official].append(role)
    served = {name: jurisdiction(titles, article.text, place) for name, titles in roles_of.items()}
    for name, titles in roles_of.items():
        officials.resolve(name, titles, served[name])
    settle_mentions(article, former_text, extraction.mentions, officials, earlier)

    organizations = Organizations(place, _bodies(extraction), shared.agencies)
    held = []
    for role in extraction.roles:
        where = served[role.official]
        home = register.home(where.province) if where.province else None
        held.append(Held(role, officials.resolve(role.official, (), where), home))
    roles = settle_roles(article, former_text, held, organizations, attested_on(meeting, article), tally)

    case = Case(article, former_text, meeting, officials, organizations, roles, tally)
    records.settle_appearances(case, extraction.appearances)
    directives = records.settle_directives(case, extraction.directives)
    settle_assignments(case, extraction.directives, directives.found, directives.others)
    records.settle_targets(case, extraction.targets, directives.found)
    documents = settle_documents(extraction.legal_refs)
    records.settle_citations(case, extraction.legal_refs, documents, directives.found)
    records.settle_decisions(case, extraction.decisions)
    followed.retold.append(meeting)
    if report is not None and report.meeting_id != meeting.pk:
        followed.retold.append(report.meeting)
    return followed


def _names(extraction: Extraction) -> list[str]:
    """The officials whom the text names, in the order of their first mention."""
    return list(dict.fromkeys([*(m.name for m in extraction.mentions), *(r.official for r in extraction.roles)]))


def _bodies(extraction: Extraction) -> list[str | None]:
    assignees = [a.name for directive in extraction.directives for a in directive.assignees]
    return [*(role.organization for role in extraction.roles), *assignees]


def _withdraw_all(article: Article, former_text: str, shared: Shared) -> Followed:
    """Takes the records of a text that tells of no meeting from view; what people said stays, on its words."""
    # Others may have told what this one told first.
    followed = Followed(article, retold=list(Meeting.objects.filter(reports__article=article)))
    tally = followed.tally
    changed = former_text != article.text
    for model in (Appearance, Directive, Target, Citation, Decision):
        of_article: Any = model.objects.filter(article=article)
        rows = list(locked(of_article).order_by("pk"))
        moved = relocate(rows, former_text, article.text) if changed else []
        update(model, [*moved, *withdraw(model, rows, tally)])
    assignments = list(locked(Assignment.objects.filter(directive__article=article)).order_by("pk"))
    moved_places = relocate_places(assignments, former_text, article.text)
    left = set(Directive.objects.filter(article=article, state=State.WITHDRAWN).values_list("pk", flat=True))
    withdrawn = withdraw(Assignment, [row for row in assignments if row.directive_id in left], tally)
    update(Assignment, [*moved_places, *withdrawn])
    names = EarlierNames.of(article, former_text)
    Mention.objects.filter(article=article, by_person=False).delete()
    names.save_added()
    nowhere = Organizations(Place(shared.register, None, None), [], shared.agencies)
    settle_roles(article, former_text, [], nowhere, None, tally)
    release(article, shared.register, tally)
    return followed
