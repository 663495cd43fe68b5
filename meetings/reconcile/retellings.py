"""What is told twice of one meeting: the first telling stands, the others point to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from meetings.models import Appearance, Assignment, Decision, Directive, Meeting, Report, Target
from meetings.reconcile.alike import shared_words
from meetings.reconcile.locking import locked
from meetings.reconcile.rewriting import rewrite
from people.corrections import State
from people.names import fold
from people.versions import tell_retired

# What share of the shorter one's words two orders have in common when they are one: by whom they are given to.
_SAME_AGENCIES, _ONE_AGENCY, _NO_AGENCY = 0.4, 0.5, 0.75
_STANDING = (State.READ, State.CONFIRMED)
# What pointing elsewhere changes.
_WRITTEN = ("same_as", "extracted", "conflicts", "updated_at")


def settle_retellings(*meetings: Meeting, waiting: bool = True) -> set[int]:
    """Points each published record of a meeting that repeats an earlier one to it. Figures that differ stay apart.

    Appearances repeat within a text, too; figures also, as headings repeat them; directives and decisions only across.
    A reading holds all records of its meetings. Whoever is not `waiting`, such as a person who has just saved one of
    them, leaves those that somebody else holds to that one, who settles them, too: two never wait for each other.
    Returns the keys of the directives that point elsewhere now.
    """
    order: dict[int, dict[int, int]] = {meeting.pk: {} for meeting in meetings}
    reports = Report.objects.filter(meeting__in=order).order_by("pk")
    for pk, article in reports.values_list("meeting", "article"):
        order[pk][article] = len(order[pk])
    for model, key in ((Appearance, _act), (Target, _figure)):
        by_meeting = _by_meeting(model.objects.filter(meeting__in=order), order, waiting)
        _follow(model, [pair for rows in by_meeting.values() for pair in _equal(rows, key)], waiting)
    # Where only one article tells of a meeting, nothing is told twice across, and what pointed elsewhere stands again.
    shared = {pk for pk, articles in order.items() if len(articles) > 1}
    across = Q(meeting__in=shared) | Q(meeting__in=order, same_as__isnull=False)
    directives = _by_meeting(Directive.objects.filter(across).prefetch_related("assignments"), order, waiting)
    decisions = _by_meeting(Decision.objects.filter(across), order, waiting)
    turned = _follow(Directive, _across(directives, shared, _same_order), waiting)
    _follow(Decision, _across(decisions, shared, _same_decision), waiting)
    return {row.pk for row in turned}


def _by_meeting(rows: QuerySet[Any], order: dict[int, dict[int, int]], waiting: bool) -> dict[int, list[Any]]:
    """The rows of each meeting, in the order of its articles."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in (locked(rows) if waiting else rows).order_by("pk"):
        found[row.meeting_id].append(row)
    return {pk: _in_order(of_one, order[pk]) for pk, of_one in found.items()}


def _across(
    by_meeting: dict[int, list[Any]], shared: Collection[int], likeness: Callable[[Any, Any], float]
) -> list[tuple[Any, Any]]:
    """As `_alike`, meeting by meeting; what points elsewhere at a meeting that is not `shared` points nowhere."""
    pointed: list[tuple[Any, Any]] = []
    for pk, rows in by_meeting.items():
        pointed += _alike(rows, likeness) if pk in shared else [(row, None) for row in rows]
    return pointed


def settle_within(appearances: Sequence[Appearance], figures: Sequence[Target]) -> None:
    """As `settle_retellings`, for the new rows, not yet saved, of the only article that tells of a meeting."""
    for rows, key in ((appearances, _act), (figures, _figure)):
        for row, original in _equal(_in_order(rows, {}), key):
            _points(row, original)


def _in_order(rows: Iterable[Any], order: dict[int, int]) -> list[Any]:
    """What a person added first, then article by article in the order of the text."""
    return sorted(
        rows, key=lambda row: (bool(row.extracted), order.get(row.article_id or 0, -1), row.start or 0, row.pk)
    )


def _may_stand(row: Any) -> bool:
    """Whether others may point to the row: not one that a person has pointed elsewhere, lest two point in a circle."""
    return row.state in _STANDING and not (row.same_as_id and row.is_corrected("same_as"))


def _equal(rows: Sequence[Any], key: Callable[[Any], Hashable]) -> list[tuple[Any, Any]]:
    """Each row with the first one of its key, if that is another."""
    first: dict[Hashable, Any] = {}
    pointed = []
    for row in rows:
        original = None
        if row.state in _STANDING:
            original = first.get(key(row))
            if original is None and _may_stand(row):
                first[key(row)] = row
        pointed.append((row, original))
    return pointed


def _alike(rows: Sequence[Any], likeness: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """Each row with the likeliest one of earlier articles; two rows of one article never repeat the same one."""
    first: list[Any] = []
    repeated: set[tuple[int, int | None]] = set()
    pointed = []
    for row in rows:
        original = None
        if row.state in _STANDING:
            others = [other for other in first if (other.pk, row.article_id) not in repeated]
            best = max(((likeness(row, other), -place) for place, other in enumerate(others)), default=(0.0, 0))
            if best[0] > 0:
                original = others[-best[1]]
                repeated.add((original.pk, row.article_id))
            elif _may_stand(row):
                first.append(row)
        pointed.append((row, original))
    return pointed


def _follow(model: Any, pointed: Sequence[tuple[Any, Any]], waiting: bool) -> list[Any]:
    told = {row.pk: original for row, original in pointed}
    changed = [row for row, original in pointed if _points(row, original)]
    if not waiting and changed:
        # Anew, and held: of what was read unheld, nothing else must be written.
        held = model.objects.filter(pk__in=[row.pk for row in changed])
        free = held.select_for_update(of=("self",), no_key=True, skip_locked=True)
        changed = [row for row in free.order_by("pk") if _points(row, told[row.pk])]
    for row in changed:
        row.updated_at = timezone.now()
    rewrite(model, changed, _WRITTEN)
    for row in changed:
        tell_retired(row)
    return changed


def _points(row: Any, original: Any) -> bool:
    """Lets the row point there, where no person says otherwise; whether that changes it."""
    return bool(row.extracted) and row.state != State.WITHDRAWN and row.follow({"same_as": original})


def _act(row: Appearance) -> Hashable:
    return (row.official_id, row.official_id is None and fold(row.title), row.act)


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
    share = shared_words(row.text, other.text, _names(row) | _names(other))
    return share if share >= needed else 0.0


def _same_decision(row: Decision, other: Decision) -> float:
    if row.article_id == other.article_id:
        return 0.0
    share = shared_words(row.text, other.text, frozenset())
    return share if share >= _NO_AGENCY else 0.0


def _assignees(row: Directive) -> frozenset[Hashable]:
    """The agencies told to act: "UBND huyện A" and its "Chủ tịch" are one."""
    return frozenset(a.organization_id or a.official_id or fold(a.words) for a in _standing(row))


def _names(row: Directive) -> frozenset[str]:
    return frozenset(fold(a.words) for a in _standing(row))


def _standing(row: Directive) -> list[Assignment]:
    return [a for a in row.assignments.all() if a.state in _STANDING]
