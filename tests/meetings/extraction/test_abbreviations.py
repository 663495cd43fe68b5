"""Abbreviations: each is met in the phrase beside it, as a whole, in the kind of words that it belongs to."""

from __future__ import annotations

import pytest

from meetings.extraction.abbreviations import Kind, abbreviations
from meetings.extraction.lexicon import table
from meetings.extraction.spans import matchable


@pytest.mark.parametrize("row", table("abbreviations"), ids=lambda row: f"{row['printed']} {row['of']}")
def test_each_is_found_in_the_phrase_it_was_met_in(row: dict[str, str]) -> None:
    kinds: tuple[Kind, ...] = (row["of"],) if row["of"] else ("title", "agency")  # type: ignore[assignment]
    for kind in kinds:
        pattern, forms = abbreviations(kind)
        found = [match[0] for match in pattern.finditer(matchable(row["met_in"]))]
        assert matchable(row["printed"]) in found
        assert forms[matchable(row["printed"])] == row["written_out"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Sở TT&TT", "title", []),
        ("Phó Chủ tịch TT UBND tỉnh", "title", ["TT"]),
        ("Chỉ thị 5-CT/TU", "title", ["TU"]),
        ("thu NSNN", "title", []),
        ("thu NSNN", "metric", ["NSNN"]),
        ("UBND tỉnh", "title", []),
    ],
)
def test_where_an_abbreviation_stands(text: str, kind: Kind, found: list[str]) -> None:
    assert [match[0] for match in abbreviations(kind)[0].finditer(text)] == found
