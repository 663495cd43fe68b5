"""Which tasks are alike: each two that may be are compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from meetings.reconcile.told import Told, likeness


class Likes:
    """How alike each of some `tasks` and each of `others` are, in percent; only those of one agency may be."""

    def __init__(self, tasks: Sequence[Told], others: Sequence[Told]) -> None:
        self._of: dict[Told, dict[Told, int]] = defaultdict(dict)
        given: dict[Hashable, list[Told]] = defaultdict(list)
        for other in others:
            for agency in other.agencies:
                given[agency].append(other)
        for task in tasks:
            for other in {other for agency in task.agencies for other in given.get(agency, ())}:
                if percent := likeness(task, other):
                    self._of[task][other] = self._of[other][task] = percent

    def __iter__(self) -> Iterator[Told]:
        """Those that are like another."""
        return iter(self._of)

    def of(self, task: Told) -> Mapping[Told, int]:
        """Those that it is like."""
        return self._of.get(task, {})
