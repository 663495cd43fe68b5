"""Choices of which a few are taken often and many seldom, as in real archives (Zipf's law)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


class Zipf(Generic[_Item]):
    """Items of which the n-th is drawn about 1 / n**`steepness` as often as the first."""

    def __init__(self, items: Sequence[_Item], steepness: float = 1.0) -> None:
        if not items:
            raise ValueError("there is nothing to draw from")
        self.items = items
        self._weights = list(accumulate(1 / rank**steepness for rank in range(1, len(items) + 1)))

    def draw(self, chance: random.Random) -> _Item:
        """One of them."""
        return self.draw_some(chance, 1)[0]

    def draw_some(self, chance: random.Random, number: int) -> list[_Item]:
        """So many of them, one or another perhaps twice."""
        return chance.choices(self.items, cum_weights=self._weights, k=number)


def shuffled(items: Sequence[_Item], chance: random.Random) -> list[_Item]:
    """The items in an order of chance, so that what is frequent is not what a table has first."""
    return chance.sample(items, len(items))
