"""What is offered while a reader types: the records that the words may mean, of every kind some."""

from __future__ import annotations

from collections.abc import Collection

from meetings.finders import EVERYWHERE, FINDERS, MOST, Group
from people.search import parse

FEWEST_LETTERS = 2  # one letter begins too many words


def suggest(typed: str, kinds: Collection[str] = ()) -> list[Group]:
    """At most `MOST` suggestions by kind, every kind getting its turn; of `kinds` alone where any are named.

    Similar names are offered only where nothing at all has the words.
    """
    query = parse(typed)
    if sum(len(word) for clause in query.clauses for word in clause[0].words) < FEWEST_LETTERS:
        return []
    asked = [FINDERS[name] for name in FINDERS if name in (kinds or EVERYWHERE)]
    found = [group for find in asked if (group := find(typed, query)).rows]
    groups = [group for group in found if not group.similar] or found
    _share_out(groups)
    return groups


def _share_out(groups: list[Group]) -> None:
    places = dict.fromkeys(range(len(groups)), 0)
    for _turn in range(MOST):
        for number, group in enumerate(groups):
            if sum(places.values()) < MOST and places[number] < len(group.rows):
                places[number] += 1
    for number, group in enumerate(groups):
        group.rows = group.rows[: places[number]]
