"""What holds for every text, whatever stands in it: no exception, spans that say what they claim, one answer."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from meetings.extraction.document import Document, DocumentError, document_from_bytes, read_document, settle
from meetings.extraction.drawing import Page
from meetings.extraction.exchange import to_facts, to_json
from meetings.extraction.explain import explain
from meetings.extraction.facts import Assignee, DecisionFact, DirectiveFact, Extraction, LegalRefFact, TargetFact
from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import Span, matchable
from meetings.extraction.spellings import same_name
from meetings.extraction.steps import extract
from tests.samples.scores import texts

SAMPLES = {path.stem: read_document(path).text for path in texts()}
# A text that opens like this counts as a meeting, so that every rule is asked.
LEAD = (
    "Sáng 14/11, UBND tỉnh Gia Lai họp phiên thường kỳ tháng 11/2024 do đồng chí Trần Văn Hậu, Phó Bí thư Tỉnh ủy, "
    "Chủ tịch UBND tỉnh chủ trì. Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu "
)
PHRASES = sorted({v for name in ("order_verbs", "titles", "agencies", "units", "metrics", "legal_kinds", "participation",
    "meeting_nouns", "outcomes", "task_verbs", "agents") for row in table(name)[::3] for cell in list(row.values())[:2]
    for v in variants(cell)[:2]})  # fmt: skip
SIGNS = [*" \n\t.,;:-–/()“”\"'’?!…%+*•0123456789", " ", "\u00a0", "\r\n", ", ", ". ", "; ", ": ", " - ", "\u0301", "\u200b",
    "đồng chí ", "ông ", "Trần Văn Hậu", "Y Bang H’đơt", "LÊ THỊ MAI", " và ", "các ", "Sở ", "trước ngày 30/6", "31/2", "99/99",
    "quý IV/2025", "57-NQ/TW", "số ", "Ảnh: ", "1.234,5 tỷ đồng", "7,5 - 8%", "327/411 xã", "năm 2025", "tháng 13"]  # fmt: skip

# `TIMES=50 pytest …` looks further: as many times more examples, other ones at each run.
TIMES = int(os.environ.get("TIMES", "1"))


def examples(number: int) -> settings:
    return settings(
        max_examples=number * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


anything = st.text(max_size=200)
phrases = st.lists(st.sampled_from(PHRASES) | st.sampled_from(SIGNS), max_size=60).map("".join)
sentences = st.lists(st.sampled_from(PHRASES), max_size=30).map(" ".join)
names = st.sampled_from(sorted(SAMPLES))
samples = names.map(SAMPLES.__getitem__)


def spans_in(value: object) -> list[Span]:
    """Every span inside a fact or a collection of facts."""
    if isinstance(value, Span):
        return [value]
    if is_dataclass(value):
        return [span for field in fields(value) for span in spans_in(getattr(value, field.name))]
    if isinstance(value, dict):
        return spans_in(list(value.values()))
    return [span for item in value for span in spans_in(item)] if isinstance(value, (list, tuple)) else []


def digits(words: str) -> str:
    return re.sub(r"\D", "", words).lstrip("0")


def check(text: str) -> Extraction:
    """Reads `text` and holds what was read against what must hold for every text."""
    document = Document("any.txt", settle(text))
    found = extract(document)
    words = document.text
    assert len(document.plain) == len(words)
    assert extract(Document("any.txt", settle(text))) == found
    # What was decided by no word has an empty span at the text's start.
    nowhere = [found.detection.span] if found.detection.span == (0, 0) else []
    for span in spans_in(found):
        if span in nowhere:
            nowhere.remove(span)
            continue
        assert 0 <= span.start < span.end <= len(words)
        assert span.of(words).strip() == span.of(words)
    for mention in found.mentions:
        printed = mention.span.of(words)
        assert same_name(matchable(printed), matchable(mention.name)), (printed, mention.name)
    quoted: list[DirectiveFact | LegalRefFact | DecisionFact] = [
        *found.directives,
        *found.legal_refs,
        *found.decisions,
    ]
    for fact in quoted:
        assert fact.text == fact.span.of(words)
    for directive in found.directives:
        if due := directive.deadline:
            assert due.text == due.span.of(words)
        for assignee in directive.assignees:
            assert_says(document, assignee)
    for target in found.targets:
        assert_counts(document, target)
    assert_refers(found, document)
    assert_exchange(document, found)
    return found


def assert_says(document: Document, assignee: Assignee) -> None:
    """The span of an assignee holds its name, but for "Sở" restored, small letters, a title, a given name alone."""
    assert assignee.name.strip()
    if assignee.span is not None:
        printed, name = (matchable(w).casefold() for w in (assignee.span.of(document.text), assignee.name))
        by_given_name = printed.split()[-1] == name.split()[-1]  # "ông Tuấn"
        assert printed in name or name in printed or by_given_name, (assignee, printed)


def assert_counts(document: Document, target: TargetFact) -> None:
    """The span of a figure holds its digits, of the whole and of the upper end too, and its unit's last word."""
    printed = target.span.of(document.text)
    assert target.metric
    assert target.unit
    for value in (target.value, target.value_high, target.of_total):
        if value is not None:
            assert value >= 0
            assert digits(f"{value:f}") in digits(printed), target


def assert_refers(found: Extraction, document: Document) -> None:
    """Facts name only officials who are mentioned, and the meeting's fields have the words that they were read from."""
    names = {mention.name for mention in found.mentions}
    assert {role.official for role in found.roles} <= names
    assert {appearance.official for appearance in found.appearances if appearance.official} <= names
    assert all(appearance.official or appearance.title for appearance in found.appearances)
    assert {directive.assigner for directive in found.directives if directive.assigner} <= names
    if found.is_meeting:
        assert found.meeting is not None
        assert {field for field in found.meeting.evidence if getattr(found.meeting, field) is None} == set()
    else:
        assert found == Extraction(found.detection)


def assert_exchange(document: Document, found: Extraction) -> None:
    """The exchange format is JSON of the same facts, complete in the eyes of the scorer."""
    written = to_json(document, found)
    assert written == to_json(document, found)
    read: dict[str, Any] = json.loads(written.encode("utf-8"))
    assert read == to_facts(document, found)
    errors: list[str] = []
    importlib.import_module("tests.samples.score_facts").tidy(read, errors)
    assert errors == []


@examples(300)
@given(anything | phrases | sentences, st.booleans())
def test_any_text(text: str, led: bool) -> None:
    check(LEAD * led + text)


@examples(100)
@given(st.binary(max_size=60) | anything.map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = document_from_bytes("any.txt", data)
    except DocumentError:
        return
    check(document.text)


@examples(200)
@given(samples, st.data())
def test_any_cut_of_a_sample(text: str, data: st.DataObject) -> None:
    start = data.draw(st.just(0) | st.integers(0, len(text)))
    check(text[start : data.draw(st.integers(start, len(text)))])


@examples(60)
@given(samples, st.sampled_from(["", " ", "\n", "\n\n"]) | anything | phrases, samples, st.data())
def test_any_two_samples_joined(one: str, between: str, other: str, data: st.DataObject) -> None:
    check(one[: data.draw(st.integers(0, len(one)))] + between + other[data.draw(st.integers(0, len(other))) :])


@examples(100)
@given(samples, st.lists(st.tuples(st.floats(0, 1), st.sampled_from(SIGNS) | st.sampled_from(PHRASES)), max_size=12))
def test_a_sample_with_pieces_put_in(text: str, pieces: list[tuple[float, str]]) -> None:
    for place, piece in pieces:
        at = int(place * len(text))
        text = text[:at] + piece + text[at:]
    check(text)


@examples(40)
@given(samples, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]), st.sampled_from(["\n", " ", ". "]))
def test_a_sample_in_other_letters_and_on_one_line(text: str, letters: Any, line_end: str) -> None:
    check(letters(text).replace("\n", line_end))


@examples(40)
@given(samples | phrases.map(LEAD.__add__), st.integers(20, 120), st.booleans())
def test_any_text_can_be_explained(text: str, columns: int, colour: bool) -> None:
    assume(text.strip())
    document = Document("any.txt", settle(text))
    assert all(isinstance(line, str) for line in explain(document, extract(document), Page(columns, colour)))


def test_no_order_of_hashes_decides() -> None:
    """Sets and dictionaries of strings are ordered anew in every process; what is read is not."""
    program = (
        "from hashlib import sha256; from tests.samples.scores import texts\n"
        "from meetings.extraction.document import read_document; from meetings.extraction.steps import extract\n"
        "print(sha256(repr([extract(read_document(path)) for path in texts()[::2]]).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(said) == 1
