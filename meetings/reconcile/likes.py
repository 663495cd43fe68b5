"""Which tasks are alike: each two that may be are compared once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from math import ceil

from meetings.reconcile.told import OF_LONGER, Told, likeness


class Likes:
    """How alike each of some `tasks` and each of `others` are, in percent; only those of one agency may be.

    Of `others`, which may be many more than memory should hold, those that are like none are let go one by one.
    """

    def __init__(self, tasks: Iterable[Told], others: Iterable[Told]) -> None:
        self._of: dict[Told, dict[Told, int]] = defaultdict(dict)
        tasks = list(tasks)
        rarity = _rarity(tasks)
        given: dict[tuple[Hashable, int], list[Told]] = defaultdict(list)
        for task in tasks:
            for word in _rare(task, rarity):
                for agency in task.agencies:
                    given[agency, word].append(task)
        for other in others:
            words = _rare(other, rarity)
            for task in {task for agency in other.agencies for word in words for task in given.get((agency, word), ())}:
                if percent := likeness(task, other):
                    self._of[task][other] = self._of[other][task] = percent

    def __iter__(self) -> Iterator[Told]:
        """Those that are like another."""
        return iter(self._of)

    def of(self, task: Told) -> Mapping[Told, int]:
        """Those that it is like."""
        return self._of.get(task, {})


def _rarity(tasks: Iterable[Told]) -> dict[str, int]:
    """The place of each word of tasks among all of them, the rarest first."""
    often = Counter(word for task in tasks for word in task.words)
    return {word: place for place, word in enumerate(sorted(often, key=lambda word: (often[word], word)))}


def _rare(task: Told, rarity: Mapping[str, int]) -> list[int]:
    """The rarest words of a task, by their places: any two that are alike share one of these.

    So many words of each stand in the other that those left out, the commonest in one order, cannot be all of them.
    Words that no task has are the rarest, and lead to none.
    """
    known = sorted(rarity[word] for word in task.words if word in rarity)
    wanted = len(task.words) - ceil(OF_LONGER * len(task.words)) + 1
    return known[: max(0, wanted - (len(task.words) - len(known)))]
