"""What a person's name looks like in print: runs of capitalised syllables that begin with a surname."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from meetings.extraction.lexicon import table
from meetings.extraction.memory import recalled
from meetings.extraction.name_runs import Run
from meetings.extraction.spans import matchable

MIN_SYLLABLES, MAX_SYLLABLES = 2, 5
_UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isalpha() and c.isupper())
_LOWER = "".join(c for c in map(chr, range(0x61, 0x1F00)) if c.isalpha() and c.islower())
# "Hồng", "Y", "H'Nga", "H'đơt", "K'Dung", "Zơ-Râm"; a hyphen joins only where the first part is a clan's (see _joined).
_SHAPE = rf"[{_UPPER}](?:[{_LOWER}]{{0,2}}'[{_UPPER}]?[{_LOWER}]+|[{_LOWER}]{{1,7}})?(?![\w'])"
_SYLLABLE = re.compile(_SHAPE)
_MOST_SYLLABLES = 7
# "K' Sinh" is one name, printed with a space.
_SPACED = re.compile(rf"[KH]' [{_UPPER}][{_LOWER}]+(?!\w)")
RUN = rf"{_SHAPE}(?: {_SHAPE}){{0,{_MOST_SYLLABLES - 1}}}"
_RUN = re.compile(RUN)
_LONGEST_CLAN = 16
# "K'Dung" is a whole name; such a word is nothing else in running text but a place, which has a level word before it.
WHOLE = re.compile(rf"[KH]' ?[{_UPPER}][{_LOWER}]+\Z")
# "LÊ VĂN ĐẠT": syllables in capitals, each with a vowel, so that no abbreviation is one.
_CAPITALS = re.compile(rf"[{_UPPER}]{{1,7}}(?: [{_UPPER}]{{1,7}}){{1,4}}(?![\w'-]| [{_UPPER}]{{2}})")
_VOWELS = frozenset("AEIOUY")
_HYPHENATED = re.compile(rf"([{_UPPER}][{_LOWER}]*)-([{_UPPER}][{_LOWER}]+)(?!\w)")


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, int]]:
    plain: set[str] = set()
    ambiguous: set[str] = set()
    compound: set[str] = set()
    ranks: dict[str, int] = {}
    for row in table("surnames"):
        name = matchable(row["name"])
        (ambiguous if "AMBIGUOUS" in row["note"] else plain).add(name)
        if " " in name:
            compound.add(name)
        if row["frequency_rank"]:
            ranks[name] = int(row["frequency_rank"])
    return frozenset(plain), frozenset(ambiguous), frozenset(compound), ranks


def surname_weight(run: Run) -> int:
    """How surely `run` begins with a surname: 3 for the most frequent, 2 for others, 1 for doubtful, 0 for none."""
    syllables = run.syllables
    if not syllables:
        return 0
    first = syllables[0].capitalize() if run.capitals else syllables[0]
    return _weight(first, syllables[1] if len(syllables) > 1 else "")


@recalled
def _weight(first: str, second: str) -> int:
    """How surely a name begins with a surname whose first syllables these are."""
    plain, ambiguous, compound, ranks = _surnames()
    if first in ranks:
        return 3
    prefix, apostrophe, _ = first.partition("'")
    known = first in plain or (apostrophe and f"{prefix}'" in plain) or _joined(first)
    if known or f"{first} {second}" in compound:
        return 2
    return 1 if first in ambiguous else 0


def _joined(word: str) -> bool:
    plain, _, _, _ = _surnames()
    return "-" in word and (word in plain or word.split("-")[0] in plain)


def run_at(plain: str, start: int, limit: int | None = None) -> Run:
    """The run of capitalised syllables that begins at `start`, at most seven of them and none past `limit`."""
    limit = len(plain) if limit is None else limit
    shouted = plain[start + 1 : start + 2].isupper() or plain.startswith(" ", start + 1)
    if shouted and (capitals := _in_capitals(plain, start, limit)):
        return capitals
    if spaced := _SPACED.match(plain, start, limit) if plain.startswith("' ", start + 1) else None:
        rest = run_at(plain, spaced.end() + 1, limit) if plain.startswith(" ", spaced.end()) else Run((), start)
        return Run((spaced[0], *rest.syllables), start)
    match = _RUN.match(plain, start, limit)
    syllables = tuple(match[0].split(" ")) if match else ()
    end = match.end() if match else start
    if plain.startswith("-", end) or (match is None and "-" in plain[start : start + _LONGEST_CLAN]):
        return _hyphenated_run(plain, start, limit)
    return Run(syllables, start)


def _hyphenated_run(plain: str, start: int, limit: int) -> Run:
    """The run at `start`, syllable by syllable: one of them may be a clan's name with a hyphen, "Zơ-Râm"."""
    syllables: list[str] = []
    position = start
    while len(syllables) < _MOST_SYLLABLES:
        match = _HYPHENATED.match(plain, position, limit)
        if not (match and _joined(match[0])):
            match = _SYLLABLE.match(plain, position, limit)
        if not match:
            break
        syllables.append(match[0])
        position = match.end()
        if position >= limit or plain[position] != " ":
            break
        position += 1
    return Run(tuple(syllables), start)


def _in_capitals(plain: str, start: int, limit: int) -> Run | None:
    """The run in capitals at `start`, if it begins with a surname: "LÊ VĂN ĐẠT" but not "UBND TỈNH"."""
    match = _CAPITALS.match(plain, start, limit)
    if match is None:
        return None
    run = Run(tuple(match[0].split(" ")), start)
    read = all(_VOWELS & set(unicodedata.normalize("NFD", word)) for word in run.syllables)
    return run if read and run.capitals and surname_weight(run) > 1 else None


@cache
def historical_persons() -> frozenset[str]:
    """Names of those who are remembered, not met: "Hồ Chí Minh"."""
    return frozenset(matchable(row["name"]) for row in table("historical_persons"))


@cache
def not_persons() -> frozenset[str]:
    """Names of historical persons, places and provinces, which are nobody's at a meeting."""
    names = historical_persons() | {matchable(row["name"]) for row in table("name_places")}
    for row in table("provinces"):
        names |= {matchable(name) for name in (row["name"], *row["aliases"].split("|")) if " " in name}
    return frozenset(names)


def is_person(run: Run, *, strong: bool = False) -> bool:
    """Whether `run` can be a living person's whole name; `strong` where the words before it call for one.

    `Lê Văn Đạt` is, `Hồ Chí Minh`, `Cao Bằng` and `Hội Nông` are not. A surname is required unless `strong`.
    """
    size = len(run.syllables)
    if not MIN_SYLLABLES <= size <= MAX_SYLLABLES:
        return size == 1 and WHOLE.match(run.syllables[0]) is not None
    if (run.text.title() if run.capitals else run.text) in not_persons():
        return False
    return surname_weight(run) > 0 or (strong and run.syllables[0] not in name_openings())


@cache
def name_openings() -> frozenset[str]:
    """First words of bodies' names, none of them a surname: "đồng chí ‹Ban Thường vụ›" is no name."""
    return frozenset(row["word"] for row in table("name_stops") if row["kind"] == "opening")


def begins_person(plain: str, position: int) -> bool:
    """Whether a person's name begins at `position`, as far as its shape tells."""
    run = run_at(plain, position)
    if not run.syllables:
        return False
    if run.text in historical_persons():
        return True
    return is_person(run) and (surname_weight(run) > 1 or (run.size > 2 and "Việt" not in run.syllables))
