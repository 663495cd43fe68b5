"""The beginnings of everything that the rules look for: words of the tables, and starts of the patterns themselves."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the only reader of patterns that Python has
from typing import Any

import meetings.extraction
from meetings.extraction import lexicon
from meetings.extraction.lexicon import table, variants

# Columns that hold no words that a text is searched for.
_TOLD_ABOUT = {
    "met_in", "note", "kind", "level", "rank", "valid_from", "valid_to", "era", "slug", "successor", "successor_slug",
    "composition", "region", "group", "position", "frequency_rank", "variant_of", "dimension", "factor", "base_unit",
    "reading", "ceiling", "certain", "weight", "strength", "needs", "style", "suffix", "bare", "alone", "pattern",
    "growth", "rate", "shortened",
}  # fmt: skip
_MOST_REPEATS = 3  # of what a pattern lets repeat
_LONGEST = 60  # characters of a start


def table_prefixes() -> list[str]:
    """The first word of each phrase of the tables, and each phrase without its last word; sorted, each once."""
    found: set[str] = set()
    for path in sorted(Path(lexicon.__file__).parent.glob("*.csv")):
        for row in table(path.stem):
            for column, cell in row.items():
                if column not in _TOLD_ABOUT:
                    for phrase in variants(cell):
                        words = phrase.split()
                        found |= {words[0], " ".join(words[:-1]) or words[0]}
    return sorted(found)


def pattern_prefixes() -> list[str]:
    """For every pattern of the extractor, words that it begins to fit; sorted, each once, none blank."""
    found = {start for pattern in patterns() for start in _starts(pattern)}
    return sorted(start for start in found if start.strip())


def patterns() -> Iterator[re.Pattern[str]]:
    """The patterns that the extractor's modules keep under a name, alone or in a table of rules."""
    for module in pkgutil.iter_modules(meetings.extraction.__path__, "meetings.extraction."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                yield from _patterns_in(value, 3)


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, (tuple, list, frozenset, set)):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _patterns_in(list(value.values()), depth)
    elif depth and type(value).__module__.startswith("meetings.extraction"):
        slots = getattr(type(value), "__slots__", ())
        yield from _patterns_in([getattr(value, name) for name in slots], depth - 1)


def _starts(pattern: re.Pattern[str]) -> set[str]:
    """A text that fits the pattern, cut after its first half and before its last letter."""
    whole = _example(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))[:_LONGEST]
    return {whole[: (len(whole) + 1) // 2], whole[:-1] or whole}


def _example(nodes: Any) -> str:
    """Letters that a parsed pattern fits, every repetition taken and of ways the first."""
    return "".join(_of_node(str(kind), value) for kind, value in nodes)


def _of_node(kind: str, value: Any) -> str:
    if kind == "LITERAL":
        return chr(value)
    if kind == "IN":
        return _of_set(value)
    if kind == "ANY" or kind == "NOT_LITERAL":
        return "a"
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = value
        return _example(inner) * min(int(most), max(int(least), _MOST_REPEATS))
    if kind == "SUBPATTERN":
        return _example(value[3])
    if kind == "BRANCH":
        return _example(value[1][0])
    if kind == "ATOMIC_GROUP":
        return _example(value)
    if kind == "ASSERT" and value[0] > 0:
        return ""
    return ""


def _of_set(items: Any) -> str:
    """One letter of a set in square brackets; a letter of none of the kinds that it excludes."""
    kinds = [(str(kind), value) for kind, value in items]
    if kinds[0][0] == "NEGATE":
        excluded = {str(value) for kind, value in kinds if kind == "CATEGORY"}
        return "a" if "CATEGORY_NOT_WORD" in excluded or "CATEGORY_WORD" not in excluded else ","
    kind, value = kinds[0]
    if kind == "LITERAL":
        return chr(value)
    if kind == "RANGE":
        return chr(value[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": ","}.get(str(value), "a")
