"""Which tasks are alike: each two that may be are compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from meetings.reconcile.told import Told, likeness


class Likes:
    """How alike each of some `tasks` and each of `others` are, in percent; only those of one agency may be.

    Of `others`, which may be many more than memory should hold, those that are like none are let go one by one.
    """

    def __init__(self, tasks: Iterable[Told], others: Iterable[Told]) -> None:
        self._of: dict[Told, dict[Told, int]] = defaultdict(dict)
        given: dict[Hashable, list[Told]] = defaultdict(list)
        for task in tasks:
            for agency in task.agencies:
                given[agency].append(task)
        for other in others:
            for task in {task for agency in other.agencies for task in given.get(agency, ())}:
                if percent := likeness(task, other):
                    self._of[task][other] = self._of[other][task] = percent

    def __iter__(self) -> Iterator[Told]:
        """Those that are like another."""
        return iter(self._of)

    def of(self, task: Told) -> Mapping[Told, int]:
        """Those that it is like."""
        return self._of.get(task, {})
