"""What lets pass the tasks that may be alike some, and few others: millions are looked at, a chunk at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from functools import reduce
from math import ceil
from operator import or_

import numpy as np
from numpy.typing import NDArray

from meetings.reconcile.alike import FEWEST_WORDS
from meetings.reconcile.told import OF_LONGER, WINDOW, Told
from people.search.words import folded_words

# Of a task in the database: its key, who is told to act, its text, the day of its meeting.
Row = tuple[int, Hashable, str, date]
# Bytes for the words of a task: a bit for each, which rare words share.
_BYTES = 16


class Sieve:
    """Lets pass what may be alike one of some tasks: near in time, given to the same, with half of its words."""

    def __init__(self, tasks: Iterable[Told]) -> None:
        tasks = [task for task in tasks if len(task.words) >= FEWEST_WORDS]
        often = Counter(word for task in tasks for word in task.words)
        ranked = sorted(often, key=lambda word: (-often[word], word))
        self._bits = _Bits({word: 1 << place % (8 * _BYTES) for place, word in enumerate(ranked)})
        self._words = self._as_bits(task.words for task in tasks)
        self._days = np.array([task.day.toordinal() for task in tasks], np.int32)
        # Words that share a bit may be one bit of those in common.
        wanted = [ceil(OF_LONGER * len(task.words)) - len(task.words) for task in tasks]
        self._least = np.array(wanted, np.int16) + np.bitwise_count(self._words).sum(axis=1, dtype=np.int16)
        self._given: dict[Hashable, list[int]] = defaultdict(list)
        for place, task in enumerate(tasks):
            for agency in task.agencies:
                # Groups by their words alone, without the body or province that meets.
                self._given[agency[0] if len(agency) == 3 else agency].append(place)  # type: ignore[arg-type, index]

    def passed(self, rows: Iterable[Row]) -> set[int]:
        """The keys of those rows; of some others, too."""
        by_agency: dict[Hashable, list[Row]] = defaultdict(list)
        for row in rows:
            by_agency[row[1]].append(row)
        keys: set[int] = set()
        for agency, of_agency in by_agency.items():
            if own := self._given.get(agency):
                keys.update(of_agency[place][0] for place in self._passed(of_agency, own))
        return keys

    def _passed(self, rows: Sequence[Row], own: Sequence[int]) -> NDArray[np.intp]:
        words, mine = self._as_bits(row[2].split() for row in rows), self._words[own]
        shared = sum(np.bitwise_count(words[:, None, of] & mine[None, :, of]) for of in range(words.shape[1]))
        apart = np.abs(np.array([row[3].toordinal() for row in rows], np.int32)[:, None] - self._days[own])
        alike = (shared >= self._least[own]) & (apart > 0) & (apart <= WINDOW.days)
        return np.flatnonzero(alike.any(axis=1))

    def _as_bits(self, texts: Iterable[Iterable[str]]) -> NDArray[np.uint64]:
        """For each text (rows), the bits of its words, in numbers of 64 (columns)."""
        rows = (reduce(or_, map(self._bits.__getitem__, words), 0) for words in texts)
        return np.frombuffer(b"".join(row.to_bytes(_BYTES, "little") for row in rows), "<u8").reshape(-1, _BYTES // 8)


class _Bits(dict[str, int]):
    """The bits of folded words and, once asked for, of those that a part of a text between two spaces has."""

    def __missing__(self, part: str) -> int:
        self[part] = bits = reduce(or_, (self.get(word, 0) for word in folded_words(part)), 0)
        return bits
