"""Blocks and sentences: what is heading, caption, byline or noise in a press text, and where sentences end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from meetings.extraction.document import Document
from meetings.extraction.spans import Span

BlockKind = Literal["header", "heading", "caption", "byline", "noise", "bullet", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text that is not empty, trimmed, with what it is taken for and the rule that said so."""

    span: Span
    kind: BlockKind
    rule: str
    sentences: tuple[Span, ...]


def split_blocks(document: Document) -> tuple[Block, ...]:
    """The text's lines in order, each classified and split into sentences."""
    raise NotImplementedError


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `text` within `span`, trimmed; a full stop in a number, date, abbreviation or file name ends none."""
    raise NotImplementedError


_HEADER = re.compile(r"\A\s*date (\d{4})-(\d{2})(?:-(\d{2}))?(?= |\n|$)")
