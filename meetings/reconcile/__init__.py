"""Facts in, records out: what a text says becomes rows that follow later readings and keep what people set right."""

from __future__ import annotations

from typing import Any

from django.db import transaction

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
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.orphans import read_organizations, referred_to, withdraw_orphans
from meetings.reconcile.provinces import Place, era_day
from meetings.reconcile.relocation import relocate, relocate_places
from meetings.reconcile.repeats import settle_of
from meetings.reconcile.retellings import settle_retellings
from meetings.reconcile.roles import settle_roles
from meetings.reconcile.rows import save_quietly, set_columns, update, withdraw
from meetings.reconcile.signals import reconciled
from meetings.reconcile.tally import Tally
from people.corrections import State
from people.merging.locks import while_reading
from people.models import Organization
from people.register import ProvinceRegister

__all__ = ["Tally", "reconcile"]


def reconcile(article: Article, extraction: Extraction, *, former_text: str | None = None) -> Tally:
    """Brings all records of `article` in line with what was read from its text, in one transaction.

    A record keeps its row across readings; what a person made, corrected, confirmed or rejected stays. `former_text` is
    the text that earlier readings counted the characters of, where it has changed since.
    """
    with transaction.atomic():
        while_reading()
        Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        before = referred_to(article)
        told_of = set(Report.objects.filter(article=article).values_list("meeting", flat=True))
        detection = extraction.detection
        subject = Article.Subject.MEETING if detection.is_meeting else Article.Subject.OTHER
        columns = {"detection_rule": detection.rule[:80], "detection_quote": detection.span.of(article.text)}
        if article.subject == Article.Subject.UNREAD:  # nobody's word yet
            columns["subject"] = subject
        if set_columns(article, columns) | article.follow({"subject": subject}):
            save_quietly(article)
        # A person who says that the text is about something else is believed.
        if extraction.meeting is not None and article.subject == Article.Subject.MEETING:
            tally = _follow(article, former_text or article.text, extraction, extraction.meeting)
        else:
            tally = _withdraw_all(article, former_text or article.text)
        # What a reading names comes into view, although people may say that another organization is meant.
        before[Organization] |= read_organizations(article)
        withdraw_orphans(before, tally)
        settle_of(told_of | set(Report.objects.filter(article=article).values_list("meeting", flat=True)), article.pk)
        reconciled.send(sender=Article, article=article, before={**before, Meeting: told_of})
    return tally


def _follow(article: Article, former_text: str, extraction: Extraction, fact: MeetingFact) -> Tally:
    tally = Tally()
    register = ProvinceRegister()
    report = Report.objects.filter(article=article).select_related("meeting__province").first()
    province_before = report.meeting.province if report else None
    day = era_day(fact, article)
    own = register.find(fact.province, day) if fact.province else None
    curated = register.on(article.province, day) if article.province else None
    meeting = settle_meeting(article, fact, Place(register, own or curated, day), tally, former_text)
    place = Place(register, meeting.province or own or curated, day)

    earlier, names = EarlierNames.of(article, former_text), _names(extraction)
    officials = Officials(earlier.read, names, register, province_before, earlier.who(names, extraction.mentions))
    roles_of: dict[str, list[RoleFact]] = {name: [] for name in names}
    for role in extraction.roles:
        roles_of[role.official].append(role)
    served = {name: jurisdiction(titles, article.text, place) for name, titles in roles_of.items()}
    for name, titles in roles_of.items():
        officials.resolve(name, titles, served[name])
    settle_mentions(article, former_text, extraction.mentions, officials, earlier)

    organizations = Organizations(place, _bodies(extraction))
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
    settle_retellings(meeting)
    if report is not None and report.meeting_id != meeting.pk:
        settle_retellings(report.meeting)
    return tally


def _names(extraction: Extraction) -> list[str]:
    """The officials whom the text names, in the order of their first mention."""
    return list(dict.fromkeys([*(m.name for m in extraction.mentions), *(r.official for r in extraction.roles)]))


def _bodies(extraction: Extraction) -> list[str | None]:
    assignees = [a.name for directive in extraction.directives for a in directive.assignees]
    return [*(role.organization for role in extraction.roles), *assignees]


def _withdraw_all(article: Article, former_text: str) -> Tally:
    """Takes the records of a text that tells of no meeting from view; what people said stays, on its words."""
    tally = Tally()
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
    settle_roles(article, former_text, [], Organizations(Place(ProvinceRegister(), None, None), []), None, tally)
    left_behind = list(Meeting.objects.filter(reports__article=article))
    release(article, ProvinceRegister(), tally)
    for meeting in left_behind:  # others may have told what this one told first
        settle_retellings(meeting)
    return tally
