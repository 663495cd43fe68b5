"""All that was found out about a text on the way to its facts, kept for questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from meetings.extraction.directives import read_orders
from meetings.extraction.document import Document
from meetings.extraction.facts import Extraction
from meetings.extraction.order_reader import Reader
from meetings.extraction.readings import Reading, inner_readings, readings
from meetings.extraction.rosters import find_holdings
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.spans import Span
from meetings.extraction.steps import FACTS, MENTIONS, Findings, extract


@dataclass(frozen=True)
class Place:
    """Where a phrase stands: its span, its line, and the sentence that it begins in."""

    span: Span
    block: Block
    sentence: Span


@dataclass(frozen=True, eq=False)
class Study:
    """A text with its facts, and what they were read from; of one without a meeting only the verdict is known."""

    document: Document
    extraction: Extraction
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, document: Document) -> Study:
        """The study of `document`."""
        return cls(document, extract(document), split_blocks(document))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every fact, every word that tells the meeting's fields, and everybody who is told to act."""
        return (*readings(self.extraction), *inner_readings(self.extraction))

    @cached_property
    def found(self) -> Findings:
        """What each step of the reading found; for a text with a meeting."""
        found = Findings(self.document)
        for name, step in (*MENTIONS.items(), *FACTS.items()):
            setattr(found, name, step(found))
        return found

    @cached_property
    def orders(self) -> Reader:
        """The reading of orders, which kept why it left what it left."""
        return read_orders(self.document, self.found.people, self.found.legal_refs, self.found.reference)

    @cached_property
    def refused(self) -> dict[Span, str]:
        """The runs of capitalised syllables that were taken for nobody's name, each with the reason."""
        refused: dict[Span, str] = {}
        for block in self.blocks:
            for sentence in block.sentences:
                find_holdings(self.document.plain, sentence, refused)
        return refused

    def place(self, span: Span) -> Place:
        """The place of `span`, which is not empty and holds more than white space."""
        block = next(block for block in self.blocks if block.span.overlaps(span))
        inside = (sentence for sentence in block.sentences if sentence.overlaps(span))
        return Place(span, block, next(inside, block.span))

    def touching(self, span: Span) -> list[Reading]:
        """The readings that share a character with `span`."""
        return [reading for reading in self.readings if reading.span.overlaps(span)]

    def told(self, span: Span) -> str:
        """The words under `span` on one line, in quotes, as printed."""
        return f"“{' '.join(span.of(self.document.text).split())}”"

    def line(self, position: int) -> int:
        """The number of the line in the text that `position` stands in, from 1."""
        return self.document.text.count("\n", 0, position) + 1
