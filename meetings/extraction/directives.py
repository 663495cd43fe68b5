"""Directives: what somebody is told to do, by whom, who is to act, and by when."""

from __future__ import annotations

from meetings.extraction.antecedents import Antecedents
from meetings.extraction.document import Document
from meetings.extraction.facts import DirectiveFact, LegalRefFact
from meetings.extraction.order_reader import Reader
from meetings.extraction.passages import Passage
from meetings.extraction.people import People
from meetings.extraction.sentences import split_blocks
from meetings.extraction.speakers import find_chairs, find_references

_LONGEST_SENTENCE = 4000  # longer runs without a full stop are tables or broken text


def find_directives(
    document: Document, people: People, legal_refs: tuple[LegalRefFact, ...] = (), reference: str | None = None
) -> tuple[DirectiveFact, ...]:
    """What the text says somebody is told to do, in order, one per sentence or part of it with a verb of its own.

    `reference` is when the meeting was held (`2025-10-02`, `2025-10`, `2025` or None) and gives deadlines their year.
    """
    return tuple(read_orders(document, people, legal_refs, reference).found)


def read_orders(
    document: Document, people: People, legal_refs: tuple[LegalRefFact, ...], reference: str | None
) -> Reader:
    """As `find_directives`, with the reasons for what was read as no order."""
    references = find_references(document, people)
    chairs = find_chairs(document, references)
    reader = Reader(document, Passage(references, Antecedents(references, chairs)), legal_refs, reference)
    for block in split_blocks(document):
        bullet = block.kind == "bullet"
        if block.kind == "byline" or block.rule == "after the article":
            reader.passage = Passage(references, Antecedents(references, chairs))
        elif (
            (bullet or block.kind == "heading")
            and len(block.sentences) == 1
            and reader.passage.head(document.plain, block.sentences[0])
        ):
            reader.left[block.sentences[0]] = "heads a list", reader.passage.open
        elif bullet or block.kind == "paragraph":
            for sentence in block.sentences:
                if sentence.end - sentence.start <= _LONGEST_SENTENCE:
                    reader.read(sentence, bullet=bullet)
                else:
                    reader.left[sentence] = "too long", reader.passage.open
    return reader
