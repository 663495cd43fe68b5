"""Capitalised syllables that stand side by side, as a name may be printed."""

from __future__ import annotations

from typing import NamedTuple

from meetings.extraction.spans import Span


class Run(NamedTuple):
    """Capitalised syllables that stand side by side, each with its span."""

    syllables: tuple[str, ...]
    spans: tuple[Span, ...]

    def after(self, count: int) -> Run:
        """The run without its first `count` syllables."""
        return Run(self.syllables[count:], self.spans[count:])

    def first(self, count: int) -> Run:
        """The run's first `count` syllables."""
        return Run(self.syllables[:count], self.spans[:count])

    @property
    def size(self) -> int:
        """How many syllables there are."""
        return len(self.syllables)

    @property
    def capitals(self) -> bool:
        """Whether it is written in capitals throughout: "LÊ VĂN ĐẠT"."""
        return self.size > 1 and self.text.isupper() and any(len(syllable) > 1 for syllable in self.syllables)

    @property
    def text(self) -> str:
        """The syllables with one space between them."""
        return " ".join(self.syllables)

    @property
    def span(self) -> Span:
        """From the first syllable's first character to the last one's last."""
        return Span(self.spans[0].start, self.spans[-1].end)
