"""What the rules' names mean, and why a rule's reading can be unsure, in plain words from a table."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache

from meetings.extraction.lexicon import table

# Names are read by the rules that give titles; what is told of a block is told of its line.
_TABLE_OF = {"role": "name", "assignee": "order", "verdict": "detection"}

_OF_SEVERAL = ("figure", "due")


@cache
def meaning(kind: str, rule: str) -> str:
    """What the rule says of a fact of `kind`, "" where the table does not know it.

    The rules of a figure or deadline are divided by ";": `meaning("figure", "range; plan")` explains both.
    """
    parts = rule.split("; ") if kind in _OF_SEVERAL else [rule]
    known = (_cell(_TABLE_OF.get(kind, kind), part, "meaning") for part in parts)
    return "; ".join(words for words in known if words)


@cache
def doubt(kind: str, rule: str) -> str:
    """Why a reading of `kind` by `rule` with a confidence below 1 is unsure."""
    return _cell(_TABLE_OF.get(kind, kind), rule, "doubt") or "it can be read in another way, too"


def _cell(kind: str, rule: str, column: str) -> str:
    """The first filled cell of `column` among the rows that fit; "*" in the table stands for any words."""
    rows = (row for row in table("rules") if row["kind"] == kind and fnmatchcase(rule, row["rule"]))
    return next((row[column] for row in rows if row[column]), "")
