"""English for the names of Vietnamese public life, made by rules from tables: of bodies, offices, groups, places,
units, indicators, documents, outcomes and bases.

The names are those that Vietnamese state media use in English. What no rule knows has none: it stays Vietnamese.
"""

from __future__ import annotations

import re
from functools import lru_cache

from people.english.bodies import body
from people.english.documents import document
from people.english.groups import group
from people.english.indicators import indicator
from people.english.offices import office
from people.english.places import territory
from people.english.tables import column
from people.english.terms import cut_term
from people.english.units import unit
from people.english.words import LONGEST, SEPARATORS, Words, has_marks, key, key_of, split

__all__ = ["english", "has_marks", "in_brackets", "unit"]

_AND = frozenset({key("và"), "&"})
_IN_BRACKETS = re.compile(r"(?s)(.+?)\s*\(([^()]+)\)")


@lru_cache(maxsize=8192)
def english(vietnamese: str) -> str | None:
    """The phrase in English, wholly, or None: `english("Sở Y tế (Bình Định)") == "Department of Health (Binh Dinh)"`.

    Never raises, and never gives a phrase of which a part stayed Vietnamese.
    """
    if known := indicator(vietnamese) or document(vietnamese) or outcome(vietnamese) or basis(vietnamese):
        return known[0].upper() + known[1:]
    if bracketed := in_brackets(vietnamese):
        outer, inside = english(bracketed[0]), bracketed[1]
        return f"{outer} ({inside})" if outer else None
    name, term = cut_term(vietnamese)
    words = split(name)
    if not words:
        return term[:1].upper() + term[1:] or None
    found = _phrase(words) if len(words) <= LONGEST else None
    if found is None or has_marks(found):
        return unit(vietnamese)
    said = found[0].upper() + found[1:]
    return f"{said}, {term}" if term else said


def in_brackets(vietnamese: str) -> tuple[str, str] | None:
    """What stands before brackets as it is, and in English what stands in them, if that is known."""
    match = _IN_BRACKETS.fullmatch(vietnamese.strip())
    inside = match and (english(match[2]) if has_marks(match[2]) else match[2])
    return (match[1], inside) if match and inside else None


def basis(vietnamese: str) -> str | None:
    """What tells that an agency became another, and which duties it handed on; each of the parts that ";" divides."""
    known = column("bases", "basis")
    parts = [part.strip() for part in vietnamese.split(";")]
    said = [document(part) or known.get(key_of(tuple(part.split()))) for part in parts]
    return "; ".join(part for part in said if part) if all(said) else None


def outcome(vietnamese: str) -> str | None:
    """What became of a matter at a meeting: "thông qua" is adopted."""
    return column("outcomes", "outcome").get(key_of(tuple(vietnamese.split())))


@lru_cache(maxsize=8192)
def _phrase(words: Words) -> str | None:
    """One name, or several divided by commas or "và"."""
    if found := office(words) or body(words) or group(words) or territory(words):
        return found
    for index in range(len(words) - 2, 0, -1):
        joint = key(words[index])
        if joint in SEPARATORS and (first := _one(words[:index])) and (rest := _phrase(words[index + 1 :])):
            return f"{first} and {rest}" if joint in _AND else f"{first}, {rest}"
    return None


def _one(words: Words) -> str | None:
    return office(words) or body(words) or group(words) or territory(words)
