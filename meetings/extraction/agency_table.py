"""The table of agencies: which one a printed name stands for, and how its names may be printed."""

from __future__ import annotations

import datetime
import re
from functools import cache

from meetings.extraction.agency_kinds import look_of
from meetings.extraction.agency_spellings import comparable, initials, initials_of_words, spellings
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import recalled
from meetings.extraction.provinces import provinces_in
from meetings.extraction.records import dataclass
from meetings.extraction.spans import matchable
from meetings.extraction.successions import life_of
from meetings.extraction.verbs import UPPER

LEVEL = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|T\.P)"
PLACE = rf"(?: (?:[{UPPER}][\w']*))"
PROVINCIAL_END = re.compile(rf" {LEVEL}(?:{PLACE}{{1,4}})?\Z")
# Kinds whose names are printed by their first letters: "Sở KH&ĐT", "Ban KT-NS HĐND tỉnh", "Đài PT-TH".
_SHORTENED = ("sở", "cơ quan trung ương", "ban HĐND", "ban đảng", "đơn vị sự nghiệp")


@dataclass(frozen=True, slots=True)
class Agency:
    """What a printed name stands for. `single` is False for groups ("các sở, ngành") and unnamed kinds."""

    canonical: str
    kind: str
    level: str
    single: bool


def key(name: str) -> str:
    """A name for comparison: abbreviations written out, "tỉnh" or "thành phố X" at the end left out."""
    return comparable(PROVINCIAL_END.sub("", matchable(name).strip(" .,;:-")))


@cache
def _known() -> dict[str, list[dict[str, str]]]:
    """Rows of the table by what spellings share, first with the level at their end ("Kho bạc Nhà nước tỉnh")."""
    found: dict[str, list[dict[str, str]]] = {}
    forms = [(form, row) for row in table("agencies") for form in (row["name"], *variants(row["variants"]))]
    whole = {comparable(matchable(form)) for form, _ in forms}
    for form, row in forms:
        found.setdefault(comparable(matchable(form)), []).append(row)
        if key(form) not in whole:
            found.setdefault(key(form), []).append(row)
    return found


@cache
def _by_initials() -> dict[str, list[dict[str, str]]]:
    """Rows by the first letters of their names, where no two share them: `sở KHĐT`."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table("agencies"):
        if letters := initials_of_words(PROVINCIAL_END.sub("", matchable(row["name"]))):
            found.setdefault(letters, []).append(row)
    return {letters: rows for letters, rows in found.items() if len(rows) == 1}


@recalled
def _rows(name: str) -> list[dict[str, str]]:
    bare = PROVINCIAL_END.sub("", name)
    letters = initials(bare) or ""
    return _known().get(comparable(name)) or _known().get(key(bare)) or _by_initials().get(letters) or []


def _row(name: str, day: datetime.date | None) -> dict[str, str] | None:
    """The row of the table that `name`, as it is matched, stands for; of several the one whose agency exists."""
    rows = _rows(name)
    if not rows:
        return None
    return next((row for row in rows if day is None or life_of(row["name"]).covers(day)), rows[0])


@cache
def printed_forms() -> frozenset[str]:
    """All names of the table as they may be printed, their parts joined or shortened otherwise (`spellings`)."""
    found = set()
    for row in table("agencies"):
        found |= spellings(matchable(row["name"]), short=row["kind"] in _SHORTENED)
        for form in variants(row["variants"]):
            found |= spellings(matchable(form), short=False)
    return frozenset(found)


def _without_province(plain: str) -> str:
    """ "Sở Y tế Nghệ An" without the province, which the agency's own record has."""
    for start, end, _ in provinces_in(plain):
        if end == len(plain):
            return plain[:start].rstrip()
    return plain


def is_of_a_province(name: str) -> bool:
    """Whether the table has an agency of this name that every province has: "Sở Y tế", but no hospital of its own."""
    row = _row(name[:1].upper() + name[1:], None)
    return row is not None and row["level"] == "tỉnh"


def canonical_agency(name: str, day: datetime.date | None = None) -> Agency:
    """The agency that a printed name stands for: "Sở NN-PTNT" → Sở Nông nghiệp và Phát triển nông thôn, tỉnh.

    Unknown names keep their words; level and kind are then read from the words alone. `day` decides for names that
    two agencies had one after the other: "Kho bạc Nhà nước" was of a province, and is of a region since March 2025.
    """
    plain = re.sub(r"\s+", " ", matchable(name)).strip(" .,;:")
    headed = plain[:1].upper() + plain[1:]
    row = _row(headed, day) or _row(_without_province(headed), day)
    if row:
        return Agency(row["name"], row["kind"], row["level"], True)
    kind, level, single = look_of(plain)
    return Agency(plain, kind, level, single)
