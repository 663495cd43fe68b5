"""The title over a list of names: "các Phó Chủ tịch UBND tỉnh: A, B và C"."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.extraction.roster_items import Item
from meetings.extraction.titles import Title


class SharedTitles:
    """The title over a list, "các Phó Chủ tịch UBND tỉnh: A, B và C", while the list goes on."""

    def __init__(self) -> None:
        self.titles: list[Title] = []
        self.with_own: bool | None = None
        self.signs = ""  # those behind the first name: "-," in "A - r, B - r", where ";" ends the list

    def see(self, items: Sequence[Item], i: int) -> None:
        """Takes note of `items[i]`: it may open a list or end one."""
        item = items[i]
        if item.title and item.title.plural and item.title.shared and not item.title.generic:
            self.titles, self.with_own, self.signs = [item.title], None, ""
        elif item.kind == "word" or (item.text == ";" and (not self.with_own or self.signs == "-,")):
            self.titles = []
        elif self.with_own and item.text == "-" and not self.signs:
            self.signs = "-"
        elif self.signs == "-" and item.text == "," and i + 1 < len(items) and items[i + 1].run:
            self.signs = "-,"
        if item.kind == "address" and not item.rank and i and items[i - 1].text == ";":
            self.titles = []

    def gave(self, own: bool) -> None:
        """Takes note of whether the list's names have titles of their own, as the first one has."""
        self.with_own = own if self.with_own is None else self.with_own
