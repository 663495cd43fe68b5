"""Provinces of both eras, and where the place behind a level word ends: "huyện Tân Phú", "tỉnh Phú Yên"."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.lexicon import table, variants
from meetings.extraction.name_runs import Run
from meetings.extraction.names import is_person, run_at, surname_weight
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation, opening_words

LEVEL = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu)"
_NUMBERED = re.compile(r"\d{1,2}(?![\d/.%]|,\d| (?:tháng|năm|xã|huyện|dự án|hộ)\b)")


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in table("provinces"):
        for form in (row["name"], *variants(row["aliases"])):
            names.setdefault(re.sub(r" \(.*", "", matchable(form)), row["name"])
    return names


@cache
def _cities() -> frozenset[str]:
    return frozenset(row["name"] for row in table("provinces") if row["kind"] == "thành phố")


def is_city(name: str) -> bool:
    """Whether the province is a city under central rule, in one era at least: Cần Thơ is, Hà Tĩnh is not."""
    return name in _cities()


@made_once
def _pattern() -> WordPattern:
    return WordPattern(rf"{opening_words(_names())}(?!\w)")


def province_at(plain: str, start: int) -> tuple[int, str] | None:
    """Where the province's name that begins at `start` ends, and the name as the table has it."""
    match = _pattern().match(plain, start)
    return (match.end(), _names()[match[0]]) if match else None


def find_provinces(plain: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """All names of provinces in `plain[start:end]`: start, end, name as the table has it."""
    return [(m.start(), m.end(), _names()[m[0]]) for m in _pattern().finditer(plain, start, end)]


def provinces_in(phrase: str) -> list[tuple[int, int, str]]:
    """As `find_provinces`, of a few words that are no text: the name of an office or an agency."""
    return [(m.start(), m.end(), _names()[m[0]]) for m in _pattern().compiled.finditer(phrase)]


@made_once
def _capitals() -> tuple[WordPattern, dict[str, str]]:
    names = {form.upper(): name for form, name in _names().items() if len(form) > 3}
    return WordPattern(rf"{opening_words(names)}(?!\w)"), names


def find_provinces_in_capitals(plain: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """As `find_provinces`, of a line that is written in capitals throughout: "HĐND TỈNH YÊN BÁI"."""
    pattern, names = _capitals()
    return [(m.start(), m.end(), names[m[0]]) for m in pattern.finditer(plain, start, end)]


@cache
def _small_names() -> tuple[str, ...]:
    """The names of provinces that do not begin with a capital, as all other places do."""
    return tuple(name for name in _names() if name[0].islower())


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(matchable(row['name']) for row in table('name_places'))})(?!\w)")


def place_end(plain: str, start: int, *, provincial: bool) -> int:
    """Where the place's name that begins at `start` ends; `start` itself where a person's name or nothing follows.

    "Bí thư Huyện ủy Tân Phú Lê Văn Đạt": the split that leaves the likeliest person's name wins.
    `provincial` allows only names of provinces; other places may carry a number: "phường Hà Giang 1".
    """
    if plain[start : start + 1].islower() and not plain.startswith(_small_names(), start):
        return start
    end = _place_end(plain, start, provincial=provincial)
    if end > start and not provincial and (number := _NUMBERED.match(plain, end + 1)) and plain[end] == " ":
        return number.end()
    return end


def _place_end(plain: str, start: int, *, provincial: bool) -> int:
    if found := province_at(plain, start):
        rest = run_at(plain, found[0] + 1) if plain[found[0] : found[0] + 1] == " " else Run((), start)
        if (rest.size != 1 or is_person(rest)) and (rest.size == 0 or surname_weight(rest) or not provincial):
            return found[0]
    if provincial:
        return start
    if place := _places().match(plain, start):
        return place.end()
    if number := _NUMBERED.match(plain, start):
        return number.end()
    run = run_at(plain, start)
    if not run.size:
        return start
    best = max(range(run.size + 1), key=lambda cut: (_likelihood(run, cut), -cut))
    return run.end_of(best) if best else start


def names_a_doan(plain: str, start: int) -> bool:
    """Whether "tỉnh" at `start` stands before one of the family Đoàn: "Giám đốc Công an ‹tỉnh› Đoàn Văn Lợi"."""
    if not plain.startswith("tỉnh Đoàn ", start) or province_at(plain, start + len("tỉnh Đoàn ")):
        return False
    return is_person(run_at(plain, start + len("tỉnh ")))


def _likelihood(run: Run, cut: int) -> float:
    """How likely the first `cut` syllables are a place and the rest a person's name."""
    place = {0: 1.0, 1: 0.5, 2: 2.0, 3: 0.5}.get(cut, -2.0)
    rest = run.after(cut)
    if cut and run.syllables[0].startswith("H'"):  # "H'Yên" is a woman's name
        return -5.0
    if not rest.size:
        return place + 1.0
    if not is_person(rest):
        return -5.0
    if rest.size > 1 and "'" in rest.syllables[0] and surname_weight(rest):  # no place's second half begins with "H'"
        place += 2.0
    return place + surname_weight(rest) * 0.5 + {3: 1.5, 4: 1.0}.get(rest.size, -1.5)
