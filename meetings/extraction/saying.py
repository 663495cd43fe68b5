"""Patterns for what speakers and bodies do with words, from the tables of acts, orders and outcomes."""

from __future__ import annotations

from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation, not_before


@cache
def saying(*acts: str) -> str:
    """A pattern for the verbs of the acts named and for those of orders, in small letters: "yêu cầu", "nhấn mạnh"."""
    after = {
        matchable(phrase): not_before(row["not_before"])
        for row in table("participation")
        if row["act"] in acts and not row["needs"]
        for phrase in variants(row["phrases"])
    }
    after |= {matchable(row["verb"]): after.get(matchable(row["verb"]), not_before("")) for row in table("order_verbs")}
    return alternation(after, after=after)


@cache
def deciding() -> str:
    """As `saying`, with what a body alone does: "thống nhất", "thông qua"."""
    outcomes = [word for row in table("outcomes") for word in (row["outcome"], *variants(row["variants"]))]
    decided = alternation(map(matchable, outcomes), after=None)
    return rf"(?:{saying('speaks', 'concludes')}|(?:{decided})(?!\w))"
