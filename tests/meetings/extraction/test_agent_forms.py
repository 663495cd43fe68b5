"""Forms of agents: each rule by itself, and the order in which they are tried."""

from __future__ import annotations

import pytest

from meetings.extraction.agent_forms import RULES
from meetings.extraction.document import Document
from meetings.extraction.people import find_people

NOBODY = find_people(Document("t", ""))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("các Sở: Y tế, Nội vụ rà soát", "_listed"),
        ("Giám đốc Sở Y tế báo cáo", "_person"),
        ("các sở, ngành rà soát", "_group"),
        ("Thanh tra tỉnh đôn đốc", "_named"),
        ("ngành Nội vụ rà soát", "_field"),
    ],
)
def test_the_first_rule_that_reads_decides(text: str, rule: str) -> None:
    assert next(r.__name__ for r in RULES if r(text, 0, len(text), NOBODY)) == rule


def test_spans_cover_the_words_of_each() -> None:
    text = "các Sở: Y tế, Nội vụ rà soát"
    found = RULES[0](text, 0, len(text), NOBODY)
    assert found is not None
    assert [(agent.name, agent.span.of(text)) for agent in found.items] == [
        ("Sở Y tế", "Y tế"),
        ("Sở Nội vụ", "Nội vụ"),
    ]
