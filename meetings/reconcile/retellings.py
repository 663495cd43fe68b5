"""What is told twice of one meeting: the first telling stands, the others point to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from meetings.models import Appearance, Assignment, Decision, Directive, Meeting, Report, Target
from meetings.reconcile.rows import update
from people.corrections import State
from people.names import fold

# What share of the shorter one's words two orders have in common when they are one: by whom they are given to.
_SAME_AGENCIES, _ONE_AGENCY, _NO_AGENCY = 0.4, 0.5, 0.75
_FEWEST_WORDS = 4
_EMPTY_WORDS = frozenset(
    """va cac cua cho de voi trong tai theo ve la duoc phai can yeu cau giao nghi chu tri phoi hop dong chi luu y so ban
    nganh tinh ubnd viec truoc ngay thang nam den tu hoan thanh tiep tuc""".split()  # noqa: SIM905
)


def settle_retellings(meeting: Meeting) -> None:
    """Points each published record of the meeting that repeats an earlier one to it. Figures that differ stay apart.

    Appearances repeat within a text, too; figures also, as headings repeat them; directives and decisions only across.
    """
    order = {
        pk: place
        for place, pk in enumerate(
            Report.objects.filter(meeting=meeting).order_by("pk").values_list("article", flat=True)
        )
    }
    _point(
        Appearance,
        meeting,
        order,
        _same_key(lambda row: (row.official_id, row.official_id is None and fold(row.title), row.act)),
    )
    _point(Target, meeting, order, _same_key(_figure))
    if len(order) > 1:
        _point(Directive, meeting, order, _same_order, prefetch=("assignments",))
        _point(Decision, meeting, order, _same_decision)
    else:
        for model in (Directive, Decision):
            _follow(model, [(row, None) for row in model.objects.filter(meeting=meeting, same_as__isnull=False)])


def _point(
    model: Any,
    meeting: Meeting,
    order: dict[int, int],
    likeness: Callable[[Any, Any], float],
    prefetch: Sequence[str] = (),
) -> None:
    rows = list(model.objects.filter(meeting=meeting).prefetch_related(*prefetch))
    rows.sort(key=lambda row: (order.get(row.article_id or 0, -1), row.start or 0, row.pk))
    pointed: list[tuple[Any, Any]] = []
    first: list[Any] = []
    repeated: set[tuple[int, int | None]] = set()
    for row in rows:
        original = None
        if row.state in (State.READ, State.CONFIRMED):
            alike = [(likeness(row, other), -place, other) for place, other in enumerate(first)]
            # An order repeats one order of another article; what is equal may be repeated at will.
            free = [
                pair for pair in alike if pair[0] >= 2 or (pair[0] and (pair[2].pk, row.article_id) not in repeated)
            ]
            original = max(free, key=lambda pair: pair[:2])[2] if free else None
            if original is None:
                first.append(row)
            else:
                repeated.add((original.pk, row.article_id))
        pointed.append((row, original))
    _follow(model, pointed)


def _follow(model: Any, pointed: Sequence[tuple[Any, Any]]) -> None:
    changed = []
    for row, original in pointed:
        if row.extracted and row.state != State.WITHDRAWN and row.follow({"same_as": original}):
            changed.append(row)
    update(model, changed)


def _same_key(key: Callable[[Any], Hashable]) -> Callable[[Any, Any], float]:
    """Equal keys are one thing, wherever they are told: likeness 2, which one text may repeat."""
    return lambda row, other: 2.0 if key(row) == key(other) else 0.0


def _figure(row: Target) -> Hashable:
    metric = fold(row.canonical_metric or row.metric)
    return (metric, row.value, row.value_high, fold(row.unit), row.period, row.status, row.of_total)


def _same_order(row: Directive, other: Directive) -> float:
    """How alike two tasks from different articles are; 0 where agencies or deadlines say that they are two."""
    if row.article_id == other.article_id:
        return 0.0
    if row.deadline_to and other.deadline_to and row.deadline_to != other.deadline_to:
        return 0.0
    mine, theirs = _assignees(row), _assignees(other)
    if mine and theirs and not mine & theirs:
        return 0.0
    needed = _SAME_AGENCIES if mine == theirs and len(mine) > 1 else _ONE_AGENCY if mine & theirs else _NO_AGENCY
    share = _shared_words(row.text, other.text, _names(row) | _names(other))
    return share if share >= needed else 0.0


def _same_decision(row: Decision, other: Decision) -> float:
    if row.article_id == other.article_id:
        return 0.0
    share = _shared_words(row.text, other.text, frozenset())
    return share if share >= _NO_AGENCY else 0.0


def _assignees(row: Directive) -> frozenset[Hashable]:
    """The agencies told to act: "UBND huyện A" and its "Chủ tịch" are one."""
    return frozenset(a.organization_id or a.official_id or fold(a.words) for a in _standing(row))


def _names(row: Directive) -> frozenset[str]:
    return frozenset(fold(a.words) for a in _standing(row))


def _standing(row: Directive) -> list[Assignment]:
    return [a for a in row.assignments.all() if a.state in (State.READ, State.CONFIRMED)]


def _shared_words(one: str, other: str, names: frozenset[str]) -> float:
    mine, theirs = _words(one, names), _words(other, names)
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest >= _FEWEST_WORDS else float(mine == theirs and fewest > 0)


def _words(text: str, names: frozenset[str]) -> frozenset[str]:
    """The words that carry a task, without the agencies' names."""
    bare = fold(text)
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(name, " ")
    return frozenset(re.findall(r"[^\W_]+", bare)) - _EMPTY_WORDS
