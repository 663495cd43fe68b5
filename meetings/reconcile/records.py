"""Facts to records, kind by kind: which columns each fact asks for, and which earlier rows it may continue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from meetings.extraction.facts import AppearanceFact, DecisionFact, DirectiveFact, Fact, LegalRefFact, TargetFact
from meetings.models import Appearance, Citation, Decision, Directive, LegalDocument, Target
from meetings.reconcile.additions import eligible, settle_additions
from meetings.reconcile.case import Case
from meetings.reconcile.days import as_day
from meetings.reconcile.keys import keys, keys_now
from meetings.reconcile.locking import locked
from meetings.reconcile.matching import match, match_kin
from meetings.reconcile.relocation import relocate
from meetings.reconcile.rows import Outcome, Wanted, settle
from people.corrections import Correctable

_Row = TypeVar("_Row", bound=Correctable)
_LARGEST = Decimal(10) ** 18  # what the columns hold


def settle_appearances(case: Case, facts: Sequence[AppearanceFact]) -> Outcome:
    """Who did what; a name that the text gives no office is left out."""
    named = keys("official", "title", "act")
    wanted = wanted_appearances(case, facts)
    return _settle(case, Appearance, wanted, named, place_is_shared=True, kin_of=keys("official", "act"))


def wanted_appearances(case: Case, facts: Sequence[AppearanceFact]) -> list[Wanted]:
    """The rows that these facts ask for, each act of a person once."""
    wanted = []
    for fact in facts:
        official = case.officials.of(fact.official)
        if official is None and not fact.title:
            continue
        read = {
            "official": official,
            "title": fact.title or "",
            "role": case.role_of(official),
            "act": fact.act,
        }
        rest = ((fact.title or "")[:250], fact.act)
        key = (official.meant.pk if official else None, *rest)
        now, kin = (official.pk if official else None, *rest), (official.pk, fact.act) if official else None
        wanted.append(replace(_wanted(case, fact, read, key=key), key_now=now, kin=kin))
    return list({item.key: item for item in reversed(wanted)}.values())[::-1]


def settle_directives(case: Case, facts: Sequence[DirectiveFact]) -> Outcome:
    """What was ordered, in the order of the text."""
    return _settle(case, Directive, wanted_directives(case, facts), keys())


def wanted_directives(case: Case, facts: Sequence[DirectiveFact]) -> list[Wanted]:
    """The rows that these facts ask for."""
    wanted = []
    for order, fact in enumerate(facts):
        deadline = fact.deadline
        latest = as_day(deadline.latest) if deadline else None
        earliest = as_day(deadline.earliest) if deadline else None
        read = {
            "text": fact.text,
            "assigner": case.officials.of(fact.assigner),
            "assigner_title": fact.assigner_title or "",
            "strength": fact.strength,
            "deadline_text": deadline.text if deadline else "",
            "deadline_kind": deadline.kind if deadline else "",
            "deadline_value": (deadline.value or "") if deadline else "",
            "deadline_from": earliest if latest and earliest and earliest <= latest else None,
            "deadline_to": latest,
        }
        columns = {
            "order": order,
            "deadline_rule": deadline.rule[:80] if deadline else "",
            "deadline_start": deadline.span.start if deadline else None,
            "deadline_end": deadline.span.end if deadline else None,
        }
        wanted.append(_wanted(case, fact, read, columns))
    return wanted


def settle_targets(case: Case, facts: Sequence[TargetFact], directives: Sequence[Directive]) -> Outcome:
    """The figures, each tied to the directive within which it stands."""
    return _settle(case, Target, wanted_targets(case, facts, directives), keys("canonical_metric", "unit"))


def wanted_targets(case: Case, facts: Sequence[TargetFact], directives: Sequence[Directive]) -> list[Wanted]:
    """The rows that these facts ask for; figures without a name or a unit are none."""
    wanted = []
    for fact in facts:
        metric = fact.metric or fact.canonical_metric
        if not metric or not fact.unit or abs(fact.value) >= _LARGEST:
            continue
        high = fact.value_high
        read = {
            "metric": metric,
            "canonical_metric": fact.canonical_metric,
            "value": fact.value,
            "value_high": high if high is not None and fact.value <= high < _LARGEST else None,
            "unit": fact.unit,
            "comparator": fact.comparator,
            "period": fact.period or "",
            "status": fact.status,
            "of_total": fact.of_total if fact.of_total is not None and abs(fact.of_total) < _LARGEST else None,
        }
        columns = {"directive": _around(fact, directives)}
        wanted.append(_wanted(case, fact, read, columns, key=(fact.canonical_metric, fact.unit)))
    return wanted


def settle_citations(
    case: Case, facts: Sequence[LegalRefFact], documents: dict[str, LegalDocument], directives: Sequence[Directive]
) -> Outcome:
    """The places where documents are cited, each tied to the directive within which it stands."""
    return _settle(case, Citation, wanted_citations(case, facts, documents, directives), keys("document"))


def wanted_citations(
    case: Case, facts: Sequence[LegalRefFact], documents: dict[str, LegalDocument], directives: Sequence[Directive]
) -> list[Wanted]:
    """The rows that these facts ask for."""
    wanted = []
    for fact in facts:
        document = documents[fact.canonical]
        read = {"document": document, "directive": _around(fact, directives)}
        wanted.append(_wanted(case, fact, read, key=(document.pk,)))
    return wanted


def settle_decisions(case: Case, facts: Sequence[DecisionFact]) -> Outcome:
    """What was approved, agreed or considered."""
    return _settle(case, Decision, wanted_decisions(case, facts), keys())


def wanted_decisions(case: Case, facts: Sequence[DecisionFact]) -> list[Wanted]:
    """The rows that these facts ask for."""
    return [
        _wanted(case, fact, {"body": fact.body or "", "outcome": fact.outcome, "text": fact.text})
        for fact in facts
        if fact.outcome and fact.text
    ]


def _wanted(
    case: Case, fact: Fact, read: dict[str, Any], columns: dict[str, Any] | None = None, key: Hashable = ()
) -> Wanted:
    evidence = case.evidence(fact)
    return Wanted(read, {**evidence, **(columns or {})}, fact.span, key, evidence["quote"], fact.confidence)


def _settle(
    case: Case,
    model: Any,
    wanted: Sequence[Wanted],
    keys_of: Callable[[Any], Collection[Hashable]],
    *,
    place_is_shared: bool = False,
    kin_of: Callable[[Any], Collection[Hashable]] = lambda row: (),
) -> Outcome:
    rows = list(locked(model.objects.filter(article=case.article)).order_by("pk"))
    moved = relocate(rows, case.former_text, case.article.text) if case.text_changed else []
    for row in rows:
        if row.meeting_id != case.meeting.pk:
            row.meeting = case.meeting
            moved.append(row)
    likely = eligible(rows)
    matched = match(wanted, likely, keys_of, place_is_shared=place_is_shared)
    if None in matched and any(item.key_now is not None for item in wanted):
        matched = _match_merged(wanted, likely, matched)
    if place_is_shared:
        match_kin(wanted, likely, keys_of, kin_of, matched)
    matched = settle_additions(model, wanted, rows, matched)
    return settle(model, rows, wanted, matched, case.tally, moved)


def _match_merged(wanted: Sequence[Wanted], rows: Sequence[Any], matched: Sequence[Any]) -> list[Any]:
    """The rows that continue what is left, where two who are one by now count as one."""
    left = [place for place, row in enumerate(matched) if row is None]
    free = [row for row in rows if all(row is not other for other in matched)]
    asked = [replace(wanted[place], key=wanted[place].key_now) for place in left]
    found = list(matched)
    for place, row in zip(left, match(asked, free, keys_now, place_is_shared=True), strict=True):
        found[place] = row
    return found


def _around(fact: Fact, directives: Sequence[Directive]) -> Directive | None:
    """The shortest directive whose words hold those of `fact`."""
    around = [
        d
        for d in directives
        if d.start is not None and d.end is not None and d.start <= fact.span.start < fact.span.end <= d.end
    ]
    return min(around, key=lambda d: (d.end or 0) - (d.start or 0), default=None)
