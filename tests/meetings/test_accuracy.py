"""The figures of the method page are those of the tests' files."""

from __future__ import annotations

import re
from pathlib import Path

from meetings import accuracy
from tests.samples import scores

README = Path(__file__).resolve().parents[1] / "samples/README.md"


def test_the_file_is_the_one_that_the_tests_hold_the_rules_to() -> None:
    assert accuracy.SCORES.samefile(scores.FILE)
    filed = scores.filed()[accuracy.GROUP]
    (tasks,) = (kind for kind in accuracy.by_kind() if kind.label == accuracy.KINDS["directives"])
    assert (tasks.right, tasks.found) == (100 * filed["directives precision"], 100 * filed["directives recall"])
    assert [field.right for field in accuracy.by_field()] == [100 * filed[name] for name in accuracy.FIELDS]


def test_every_kind_that_is_scored_is_told() -> None:
    scored = {name.partition(" ")[0] for name in scores.filed()[accuracy.GROUP] if name.endswith(" f1")}
    assert scored - {"mentions"} == set(accuracy.KINDS)  # places of a name are no records of their own


def test_first_sights_are_those_that_the_record_of_the_tests_tells() -> None:
    text = README.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z]\d+)\S+, ?.*?\| ([\d.]+) \| (\d+) of (\d+) \|", text, re.MULTILINE)
    told = [(float(score), int(detected), int(of)) for _, score, detected, of in rows]
    ours = [s for s in accuracy.first_sights() if s.kind == "invented"]
    for score, detected, of in told:
        assert (score, detected, of) in [(s.score, s.detected, s.texts) for s in ours]
    assert len(re.findall(r"^\| [a-z]01–", text, re.MULTILINE)) == len(ours)
    assert {s.texts for s in accuracy.first_sights() if s.kind == "press"} == {20, 25}
