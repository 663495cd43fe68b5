"""Every rule says in plain words what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from meetings.extraction.deadline_words import DATED, WORDED
from meetings.extraction.document import read_document
from meetings.extraction.lexicon import table
from meetings.extraction.lines import RULES
from meetings.extraction.meanings import doubt, meaning
from meetings.extraction.periods import PERIODS
from meetings.extraction.readings import inner_readings, line_readings, readings
from meetings.extraction.sentences import split_blocks
from meetings.extraction.states import STATES
from meetings.extraction.steps import extract

NAMED = [
    *(("line", rule) for _, rule, *_ in RULES),
    *(("due", entry[0]) for entry in (*DATED, *WORDED) if entry[1] is not None),
    *(("figure", entry[0]) for entry in (*STATES, *PERIODS)),
]


@pytest.mark.parametrize(("kind", "rule"), NAMED)
def test_rules_of_lists_have_a_row_in_rules_csv(kind: str, rule: str) -> None:
    assert meaning(kind, rule)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "samples").glob("*/*.txt")), ids=lambda path: path.stem
)
def test_rules_that_read_something_have_a_row_in_rules_csv(path: Path) -> None:
    document = read_document(path)
    extraction = extract(document)
    assert meaning("detection", extraction.detection.rule), extraction.detection.rule
    for reading in (*readings(extraction), *inner_readings(extraction), *line_readings(split_blocks(document))):
        rules = reading.rule.split("; ") if reading.kind in ("figure", "due") else [reading.rule]
        assert [rule for rule in rules if not meaning(reading.kind, rule)] == []


def test_no_rule_has_two_rows() -> None:
    keys = [(row["kind"], row["rule"]) for row in table("rules")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("kind", "rule", "words"), [
    ("order", "order verb: giao", "a verb that gives orders"),
    ("detection", "session held by a provincial body", "a sentence of the lead"),
    ("role", "titles after the name", "titles follow the name"),
    ("figure", "range; plan", "two numbers with one unit: “6 - 6,5%”; “phấn đấu”"),
    ("order", "no such rule", ""),
])  # fmt: skip
def test_meaning(kind: str, rule: str, words: str) -> None:
    assert meaning(kind, rule).startswith(words) if words else meaning(kind, rule) == ""


@pytest.mark.parametrize(("kind", "rule", "words"), [
    ("order", "the task alone", "no order verb in it"),
    ("figure", "number and unit; plan", "its measure is named elsewhere"),
    ("name", "titles after the name", "it can be read in another way, too"),
])  # fmt: skip
def test_doubt(kind: str, rule: str, words: str) -> None:
    assert doubt(kind, rule) == words
