"""Who is told to carry out each directive: single agencies and officials as records, groups as words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from meetings.extraction.facts import Assignee, DirectiveFact
from meetings.models import Assignment, Directive
from meetings.reconcile.additions import eligible, settle_additions
from meetings.reconcile.case import Case
from meetings.reconcile.keys import keys
from meetings.reconcile.locking import locked
from meetings.reconcile.matching import match, match_kin
from meetings.reconcile.relocation import relocate_places
from meetings.reconcile.rows import Wanted, settle
from people.corrections import State


def settle_assignments(
    case: Case, facts: Sequence[DirectiveFact], found: Sequence[Directive], others: Sequence[Directive]
) -> None:
    """The assignments of the directives `found` (one per fact), and of `others`, which the reading no longer has."""
    rows: dict[int, list[Assignment]] = defaultdict(list)
    of_these = Assignment.objects.filter(directive__in=[d.pk for d in (*found, *others)])
    for row in locked(of_these).order_by("order", "pk"):
        rows[row.directive_id].append(row)
    moved = relocate_places([row for of_one in rows.values() for row in of_one], case.former_text, case.article.text)
    mine: list[Assignment] = []
    wanted: list[Wanted] = []
    matched: list[Assignment | None] = []
    for fact, directive in zip(facts, found, strict=True):
        if not directive.extracted:  # a person's, with all that belongs to it
            continue
        asked = [wanted_assignment(case, directive, order, assignee) for order, assignee in enumerate(fact.assignees)]
        mine += rows[directive.pk]
        wanted += asked
        likely = eligible(rows[directive.pk])
        of_one = match(asked, likely, keys("words"), place_is_shared=True)
        match_kin(asked, likely, keys("words"), keys("organization"), of_one)
        matched += settle_additions(Assignment, asked, rows[directive.pk], of_one)
    said = _said_of_words(row for of_one in rows.values() for row in of_one)
    wanted = [replace(item, said=said.get((item.read["words"], _meant(item)), {})) for item in wanted]
    for directive in others:
        if directive.state == State.WITHDRAWN:
            mine += rows[directive.pk]
    settle(Assignment, mine, wanted, matched, case.tally, moved)


def wanted_assignment(case: Case, directive: Directive, order: int, assignee: Assignee) -> Wanted:
    """The row that `assignee` of `directive` asks for."""
    official = case.officials.of(assignee.name)
    organization = None if official else case.organizations.of(assignee.name)
    read = {
        "organization": organization,
        "official": official,
        "words": assignee.name,
        "part": assignee.part,
    }
    columns = {
        "directive": directive,
        "order": order,
        "start": assignee.span.start if assignee.span else None,
        "end": assignee.span.end if assignee.span else None,
    }
    kin = (organization.pk,) if organization else None
    return Wanted(read, columns, assignee.span, (assignee.name[:300],), assignee.name, kin=kin)


def _said_of_words(rows: Iterable[Assignment]) -> Mapping[tuple[str, int | None], Mapping[str, int]]:
    """By printed words and the agency that they were read as, the one that people say this text means by them.

    Nothing where some of the rows stand for what was read, or for yet another agency.
    """
    meant: dict[tuple[str, int | None], set[int | None]] = defaultdict(set)
    for row in rows:
        if row.extracted.get("organization") is not None and row.state in (State.READ, State.CONFIRMED):
            read = row.read_as.get("organization", row.extracted["organization"])
            meant[row.extracted.get("words", row.words), read].add(row.organization_id)
    agreed = {key: next(iter(pks)) for key, pks in meant.items() if len(pks) == 1}
    return {key: {"organization_id": pk} for key, pk in agreed.items() if pk is not None and pk != key[1]}


def _meant(item: Wanted) -> int | None:
    organization = item.read["organization"]
    return organization.meant.pk if organization is not None else None
