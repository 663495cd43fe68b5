"""Capitalised syllables that stand side by side, as a name may be printed."""

from __future__ import annotations

from typing import NamedTuple

from meetings.extraction.spans import Span, span_of


class Run(NamedTuple):
    """Capitalised syllables that stand side by side with one space between them, the first one at `start`."""

    syllables: tuple[str, ...]
    start: int

    def after(self, count: int) -> Run:
        """The run without its first `count` syllables."""
        return Run(self.syllables[count:], self.end_of(count) + 1 if count else self.start)

    def first(self, count: int) -> Run:
        """The run's first `count` syllables."""
        return Run(self.syllables[:count], self.start)

    def end_of(self, count: int) -> int:
        """Where the first `count` syllables end; at least one."""
        return self.start + sum(map(len, self.syllables[:count])) + count - 1

    @property
    def size(self) -> int:
        """How many syllables there are."""
        return len(self.syllables)

    @property
    def capitals(self) -> bool:
        """Whether it is written in capitals throughout: "LÊ VĂN ĐẠT"."""
        if len(self.syllables) < 2 or not self.syllables[0].isupper():  # as in most names, whose text is not asked for
            return False
        return self.text.isupper() and any(len(syllable) > 1 for syllable in self.syllables)

    @property
    def text(self) -> str:
        """The syllables with one space between them."""
        return " ".join(self.syllables)

    @property
    def span(self) -> Span:
        """From the first syllable's first character to the last one's last."""
        return span_of((self.start, self.end_of(len(self.syllables))))
