"""A name at a place of the text, with the titles printed beside it."""

from __future__ import annotations

from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title


@dataclass(frozen=True, slots=True)
class Holding:
    """A name at a place of the text, the titles that stand by it and the form of address before it."""

    span: Span
    titles: tuple[Title, ...]
    address: str
    rule: str
