"""Titles printed once for several names: over a list, "các Phó Chủ tịch UBND tỉnh: A, B và C", or behind the last."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.extraction.holdings import Holding
from meetings.extraction.roster_items import Item
from meetings.extraction.titles import Title


class SharedTitles:
    """The title over a list, "các Phó Chủ tịch UBND tỉnh: A, B và C", while the list goes on."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._seen = 0
        self._titles: list[Title] = []
        self._with_own: bool | None = None
        self._signs = ""  # those behind the first name: "-," in "A - r, B - r", where ";" ends the list
        self._none = not any(_opens_list(item.title) for item in items if item.title)

    def over(self, i: int) -> list[Title]:
        """The title over the list that goes on at the item `i`; to be asked in the order of the items."""
        if not self._none:
            while self._seen <= i:
                self._see(self._seen)
                self._seen += 1
        return self._titles

    def _see(self, i: int) -> None:
        """Takes note of the item `i`: it may open a list or end one."""
        item = self._items[i]
        if item.title and _opens_list(item.title):
            self._titles, self._with_own, self._signs = [item.title], None, ""
        elif item.kind == "word" or (item.text == ";" and (not self._with_own or self._signs == "-,")):
            self._titles = []
        elif self._with_own and item.text == "-" and not self._signs:
            self._signs = "-"
        elif self._signs == "-" and item.text == "," and i + 1 < len(self._items) and self._items[i + 1].run:
            self._signs = "-,"
        if item.kind == "address" and not item.rank and i and self._items[i - 1].text == ";":
            self._titles = []
        if (
            item.kind == "address"
            and i > 1
            and self._items[i - 1].text == ","
            and self._items[i - 2].title in self._titles
        ):
            self._titles = []  # "Trả lời các đại biểu, ‹ông A› thừa nhận"

    def gave(self, own: bool) -> None:
        """Takes note of whether the list's names have titles of their own, as the first one has."""
        self._with_own = own if self._with_own is None else self._with_own


def _opens_list(title: Title) -> bool:
    return title.plural and title.shared and not title.generic


def give_back(plain: str, holdings: list[Holding]) -> list[Holding]:
    """ "A, B - Phó Chủ tịch UBND tỉnh": the title that several can hold is A's, too."""
    found = list(holdings)
    for n in range(len(found) - 2, -1, -1):
        mine, following = found[n], found[n + 1]
        between = plain[mine.span.end : following.span.start]
        if (
            not mine.titles
            and following.titles
            and between in (", ", " và ")
            and following.rule == "titles after the name"
        ):
            titles = tuple(title for title in following.titles if title.shared)
            found[n] = Holding(mine.span, titles, mine.address, "title of the next name" if titles else mine.rule)
    return found
