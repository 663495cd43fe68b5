"""Answers on every sample: each fact is found by its words with its rule; what was not read has a reason."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from meetings.extraction.document import Document, read_document
from meetings.extraction.memory import forget
from meetings.extraction.readings import Reading
from meetings.extraction.spans import Span
from meetings.extraction.why import Study, ask
from meetings.extraction.why.answers import REASONS, answer

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/*.txt"))
PLACES = 25  # looked at in each text


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def study(request: pytest.FixtureRequest) -> Iterator[Study]:
    yield Study.of(read_document(request.param))
    forget()


def facts(study: Study) -> Iterator[tuple[Span, str]]:
    """Span and rule of every fact, taken from the facts themselves."""
    read = study.extraction
    for fact in (
        *read.mentions,
        *read.roles,
        *read.appearances,
        *read.directives,
        *read.targets,
        *read.legal_refs,
        *read.decisions,
    ):
        yield fact.span, fact.rule
    for directive in read.directives:
        if directive.deadline:
            yield directive.deadline.span, directive.deadline.rule
        yield from ((told.span, directive.rule) for told in directive.assignees if told.span)
    if read.meeting:
        yield from ((span, rule) for span, rule in read.meeting.evidence.values() if span.end > span.start)


def whole_words(text: str, span: Span) -> str:
    """The words under `span` but one that it cuts off, as long tails of figures may."""
    words = span.of(text)
    cut = span.end < len(text) and text[span.end - 1].isalpha() and text[span.end].isalpha()
    return words.rpartition(" ")[0] if cut else words


def test_every_fact_is_told_for_its_own_words_with_its_rule(study: Study) -> None:
    asked: dict[str, list[Reading]] = {}
    for span, rule in facts(study):
        words = whole_words(study.document.text, span)
        if words not in asked:
            asked[words] = [reading for found in ask(study, words) for reading in found.read]
        assert any(reading.span == span and reading.rule == rule for reading in asked[words]), words


def test_every_place_has_for_each_kind_a_fact_or_a_reason(study: Study) -> None:
    words = [match.span() for match in re.finditer(r"\S+", study.document.text)]
    chosen = random.Random(study.document.name)
    for _ in range(PLACES):
        first = chosen.randrange(len(words))
        last = min(len(words) - 1, first + chosen.randrange(4))
        found = answer(study, Span(words[first][0], words[last][1]))
        if not study.extraction.is_meeting:
            assert (found.read, found.not_read) == ((), {})
            continue
        kinds = {reading.kind for reading in found.read}
        assert kinds | set(found.not_read) == set(REASONS)
        assert not kinds & set(found.not_read)
        for reason in found.not_read.values():
            assert reason[:1].islower() or reason.startswith("“")
            assert not re.search(r"\s\s|\n|“”|\.\Z|\A;|;\Z", reason)


@pytest.mark.parametrize("phrase", ["", "  ", "những lời không có ở đây"])
def test_no_answer_for_a_phrase_that_does_not_stand_there(phrase: str) -> None:
    assert ask(Study.of(Document("t.txt", "Sáng 16/5/2024, UBND tỉnh tổ chức phiên họp.")), phrase) == []


def test_a_phrase_over_several_lines_is_answered_where_it_begins() -> None:
    study = Study.of(Document("t.txt", "Sáng 16/5/2024, UBND tỉnh tổ chức phiên họp.\n\nTrời đẹp."))
    (found,) = ask(study, "phiên họp. Trời đẹp")
    assert found.place.block == study.blocks[0]
