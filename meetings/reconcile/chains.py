"""Which tasks form one chain: joined one by one, and never across what a person said is not the same."""

from __future__ import annotations

from collections.abc import Iterable


class Chains:
    """Sets of keys that grow by joining; `apart` are pairs that no set may hold."""

    def __init__(self, apart: Iterable[tuple[int, int]]) -> None:
        self._of: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def of(self, key: int) -> set[int]:
        """The set that holds `key`."""
        return self._of.setdefault(key, {key})

    def may_join(self, one: int, other: int) -> bool:
        """Whether no person told two apart that would then be in one set."""
        fewer, more = sorted((self.of(one), self.of(other)), key=len)
        return not any(self._apart.get(key, set()) & more for key in fewer)

    def join(self, one: int, other: int) -> None:
        """Makes one set of two."""
        fewer, more = sorted((self.of(one), self.of(other)), key=len)
        if fewer is not more:
            more |= fewer
            self._of.update(dict.fromkeys(fewer, more))

    def all(self) -> list[set[int]]:
        """Each set once, those of one key left out."""
        return [keys for key, keys in self._of.items() if len(keys) > 1 and key == min(keys)]
