"""Answers to "why?" as lines for a terminal: the sentence with the phrase marked, what was read, what was not."""

from __future__ import annotations

from collections.abc import Iterator

from meetings.extraction.drawing import Page, draw
from meetings.extraction.meanings import meaning
from meetings.extraction.readings import Reading
from meetings.extraction.spans import Span
from meetings.extraction.why.answers import Answer, answer
from meetings.extraction.why.phrases import find_phrase
from meetings.extraction.why.study import Study

_WIDEST_KIND = 10
_NEAR = 300  # characters of a sentence that are shown on each side of the phrase


def tell_why(study: Study, phrase: str, page: Page) -> Iterator[str]:
    """The lines that tell why `phrase` was or was not read, none wider than `page`; none where it does not stand."""
    places = find_phrase(study.document, phrase)
    if not places:
        return
    yield f"━━ {study.document.name}: why “{' '.join(phrase.split())}” "[: page.width].ljust(page.width, "━")
    if not study.extraction.is_meeting:
        yield from _no_meeting(study, page)
    for i, span in enumerate(places, start=1):
        yield ""
        yield from _place(study, answer(study, span), f"{i} of {len(places)}", page)


def _no_meeting(study: Study, page: Page) -> Iterator[str]:
    verdict = study.extraction.detection
    why = meaning("detection", verdict.rule)
    words = f", by {study.told(verdict.span)}" if verdict.span.end > verdict.span.start else ""
    yield from page.fill(
        f"Nothing is read from this text: it reports no meeting of a provincial body [{verdict.rule}]{words}."
        + (f" {why[0].upper()}{why[1:]}." if why else "")
    )


def _place(study: Study, found: Answer, number: str, page: Page) -> Iterator[str]:
    block, span = found.place.block, found.place.span
    yield from page.fill(
        f"{number}: line {study.line(span.start)}, {block.kind} [{block.rule}: {meaning('line', block.rule)}]"
    )
    sentence = found.place.sentence
    shown = Span(max(sentence.start, span.start - _NEAR), max(span.end, min(sentence.end, span.end + _NEAR)))
    yield from draw(study.document.text, [Reading(span, "phrase", "", "")], page, within=shown)
    if found.read:
        yield "  Read"
        for reading in found.read:
            yield from _read(study, reading, span, page)
    if found.not_read:
        yield "  Not read"
        for kind, reason in found.not_read.items():
            yield from _line(kind, f"{reason}.", page)


def _read(study: Study, reading: Reading, span: Span, page: Page) -> Iterator[str]:
    told = f"{reading.label} [{reading.rule}]"
    if why := meaning(reading.kind, reading.rule):
        told += f": {why}"
    if reading.unsure:
        told += f"; {reading.unsure}"
    yield from _line(reading.kind, f"{told}; {_relation(study, reading.span, span)}.", page)


def _relation(study: Study, read: Span, span: Span) -> str:
    """How what was read lies to the phrase, with its words unless they are the phrase's own or very many."""
    if read == span:
        return "read from just these words"
    words = study.told(read)
    if len(words) > 80:
        words = f"{words[:40].rstrip()} … {words[-30:].lstrip()}"
    relation = "within" if read.covers(span) else "inside it," if span.covers(read) else "across its edge,"
    return f"read {relation} {words}" if relation != "within" else f"read from {words} around it"


def _line(kind: str, words: str, page: Page) -> Iterator[str]:
    yield from page.fill(f"{kind.ljust(_WIDEST_KIND)}{words}", "    ", " " * _WIDEST_KIND)
