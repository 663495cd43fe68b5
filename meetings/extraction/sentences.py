"""Blocks and sentences: a press text's lines, each told for what it is, and the sentences in them."""

from __future__ import annotations

from meetings.extraction.document import Document
from meetings.extraction.full_stops import split_sentences, trim
from meetings.extraction.header import HEADER
from meetings.extraction.lines import AFTERWORD, BULLET, LONGEST_SIGN, BlockKind, classify, is_related, line_of
from meetings.extraction.memory import remembered
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, span_of

__all__ = ["Block", "BlockKind", "split_blocks", "split_sentences", "trim"]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text that is not empty, trimmed, with what it is taken for and the rule that said so.

    `sentences` of a bullet leave its dash or number out.
    """

    span: Span
    kind: BlockKind
    rule: str
    sentences: tuple[Span, ...]


@remembered
def split_blocks(document: Document) -> tuple[Block, ...]:
    """The text's lines in order, each classified and split into sentences.

    After "Tin liên quan" headlines are noise until full sentences go on; after a comment form everything is.
    """
    spans = _lines(document)
    texts = [span.of(document.plain) for span in spans]
    last = max((i for i, text in enumerate(texts) if len(text) > 80 and text.endswith((".", '."'))), default=len(texts))
    found: list[Block] = []
    opened, beyond = False, ""
    for i, (span, text) in enumerate(zip(spans, texts, strict=True)):
        sentences = split_sentences(document.plain, span)
        line = line_of(text, len(sentences), opened=opened, closed=i > last)
        kind, rule = classify(line)
        if i == 0 and HEADER.fullmatch(text):
            kind, rule = "header", "crawl header"
        elif opened and len(text) <= LONGEST_SIGN and AFTERWORD.match(text):
            beyond = "after the article"
        elif opened and not beyond and is_related(text):
            beyond = "related headlines"
        elif beyond == "related headlines" and kind in ("paragraph", "bullet") and len(text) > 80 and line.ended:
            beyond = ""
        if beyond:
            kind, rule = "noise", beyond
        if kind == "bullet" and (mark := BULLET.match(text)):
            sentences = split_sentences(document.plain, Span(span.start + mark.end(), span.end))
        opened = opened or (kind == "paragraph" and len(text) > 80)
        found.append(Block(span, kind, rule, sentences))
    return tuple(found)


def _lines(document: Document) -> list[Span]:
    """The lines that are not empty, trimmed; the crawl's header is a line of its own."""
    found, start = [], 0
    if header := HEADER.match(document.plain):
        found.append(span_of(header.span(1)))
        start = header.end()
    for line in document.text[start:].split("\n"):
        span = trim(document.text, start, start + len(line))
        if span.end > span.start:
            found.append(span)
        start += len(line) + 1
    return found
