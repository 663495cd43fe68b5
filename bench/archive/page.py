"""A press text in the making, which says of each piece where it stands."""

from __future__ import annotations

from typing import Any


class Page:
    """Pieces of a text, and the rows that quote them."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._quoting: list[dict[str, Any]] = []

    def add(self, words: str) -> tuple[int, int]:
        """Adds words; returns the place of the first character and of the one after the last."""
        start = self.length
        self._pieces.append(words)
        self.length += len(words)
        return start, self.length

    def quoted(self, row: Any, start: int, end: int) -> Any:
        """Ties a row to words; its quotation is filled in by `text`."""
        row.__dict__.update(start=start, end=end)
        self._quoting.append(row.__dict__)
        return row

    def text(self) -> str:
        """The whole text; all rows tied to it quote it now."""
        text = "".join(self._pieces)
        for columns in self._quoting:
            columns["quote"] = text[columns["start"] : columns["end"]]
        return text
