"""Records that people added to an article: the same thing, once it is read, is theirs and no second row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from meetings.models import Appearance, Assignment, Citation, Decision, Directive, Target
from meetings.reconcile.matching import likeness
from meetings.reconcile.rows import Wanted
from people.corrections import State
from people.names import fold, name_key


def eligible(rows: Sequence[Any]) -> list[Any]:
    """The rows that a fact may continue before all others: not what people added and took back themselves."""
    return [row for row in rows if row.extracted or row.state != State.REJECTED]


def settle_additions(
    model: Any, wanted: Sequence[Wanted], rows: Sequence[Any], matched: Sequence[Any | None]
) -> list[Any | None]:
    """`matched` with the rows that people added: each for the fact that says the same, and for no other.

    Such a row comes before one that is withdrawn, which stays so; one that was rejected holds for what nothing else is.
    """
    added = [row for row in rows if not row.extracted]
    if not added:
        return list(matched)
    same = _SAME[model]
    theirs = {id(row) for row in added}
    found = [
        None if id(row) in theirs and not same(item, row) else row for item, row in zip(wanted, matched, strict=True)
    ]
    taken = {id(row) for row in found if row is not None}
    free = [row for row in added if id(row) not in taken]
    open_places = [i for i, row in enumerate(found) if row is None or row.state == State.WITHDRAWN]
    pairs = [
        (row.state == State.REJECTED, _distance(wanted[i], row), i, j)
        for i in open_places
        for j, row in enumerate(free)
        if same(wanted[i], row)
    ]
    settled: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in settled and id(free[j]) not in taken:
            found[i] = free[j]
            settled.add(i)
            taken.add(id(free[j]))
    return found


def _distance(item: Wanted, row: Any) -> int:
    return 0 if item.span is None or row.start is None else abs(row.start - item.span.start)


def _overlaps(item: Wanted, row: Any) -> bool:
    placed = item.span is not None and row.start is not None
    return placed and row.start < item.span.end and item.span.start < row.end  # type: ignore[union-attr]


def _same_act(item: Wanted, row: Appearance) -> bool:
    """The same act of the same person; on the same words also of one of his name, or of his office alone."""
    official, title = item.read["official"], fold(item.read["title"])
    if item.read["act"] != row.act:
        return False
    if official is not None and row.official is not None:
        namesakes = official.name_key == row.official.name_key
        return official.pk == row.official_id or (namesakes and _overlaps(item, row))
    if official is None and row.official is None and title == fold(row.title):
        return True
    own = fold(row.title)
    return bool(title and own and _overlaps(item, row)) and (title in own or own in title)


def _same_words(item: Wanted, row: Directive | Decision) -> bool:
    if row.start is None and not row.quote:
        return name_key(item.read["text"]) == name_key(row.text)
    return likeness(item, row) > 0


def _same_figure(item: Wanted, row: Target) -> bool:
    if item.span is not None and (item.span.start, item.span.end) == (row.start, row.end):
        return True
    read = item.read
    same_metric = fold(read["canonical_metric"] or read["metric"]) == fold(row.canonical_metric or row.metric)
    same_value = (read["value"], fold(read["unit"])) == (row.value, fold(row.unit))
    return same_metric and same_value if row.start is None else _overlaps(item, row) and (same_metric or same_value)


def _same_document(item: Wanted, row: Citation) -> bool:
    return bool(item.read["document"].pk == row.document_id) and (row.start is None or _overlaps(item, row))


def _same_assignee(item: Wanted, row: Assignment) -> bool:
    named = ((item.read[name], getattr(row, f"{name}_id")) for name in ("organization", "official"))
    known = any(value is not None and value.pk == pk for value, pk in named)
    return known or fold(item.read["words"]) == fold(row.words)


_SAME: dict[Any, Callable[[Wanted, Any], bool]] = {
    Appearance: _same_act,
    Directive: _same_words,
    Decision: _same_words,
    Target: _same_figure,
    Citation: _same_document,
    Assignment: _same_assignee,
}
