"""Bodies that hold meetings, each with the level it belongs to: province, nation, district or a department."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.first_words import first_letters
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.provinces import LEVEL, is_city, place_end, province_at
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, matchable, span_of
from meetings.extraction.task_forces import find_task_forces
from meetings.extraction.titles import find_titles
from meetings.extraction.wording import opening_words

Level = Literal["province", "nation", "district", "department"]

_LEVEL = re.compile(rf" ({LEVEL})(?!\w)")
_SPACE = r" {1,3}(?:\((?:HĐND|UBND|BCH|BTV|ĐBQH|UBKT|MTTQ|TT)\) {1,3})?"  # "Ban Thường vụ ‹(BTV)› Tỉnh ủy"
_SHORT = re.compile(r" {2,}| {1,3}\([^()]*\) {1,3}")
_MOST_TITLES = 4096  # titles repeat from text to text
_BRACKET = re.compile(r" \((?:HĐND|UBND|BCH|BTV|ĐBQH)\)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a place of the text: `name` without its place ("UBND tỉnh"), `place` where one is printed."""

    span: Span
    name: str
    level: Level
    place: str | None = None
    led: bool = False  # only a leader of it is named
    deputy: bool = False  # and only a deputy


@made_once
def _forms() -> tuple[WordPattern, dict[str, tuple[str, str]]]:
    forms = {
        matchable(form): (matchable(row["body"]), row["level"])
        for row in table("meeting_bodies")
        for form in variants(row["forms"])
    }
    words = opening_words(forms, any_case=True, space=_SPACE)
    return WordPattern(rf"{words}(?!\w)"), {form.casefold(): value for form, value in forms.items()}


@made_once
def _others() -> tuple[WordPattern, dict[str, list[tuple[Level, re.Pattern[str]]]]]:
    """All patterns of other bodies as one, and by each letter those that can begin with it."""
    by_letter: dict[str, list[tuple[Level, re.Pattern[str]]]] = {}
    patterns = {rf"(?:{matchable(row['pattern'])})(?!\w)": cast("Level", row["level"]) for row in table("other_bodies")}
    for pattern, level in patterns.items():
        for letter in first_letters(pattern):
            by_letter.setdefault(letter, []).append((level, re.compile(pattern)))
    return WordPattern("|".join(patterns)), by_letter


@remembered
def find_bodies(plain: str, start: int, end: int) -> tuple[Body, ...]:
    """The bodies named in `plain[start:end]`, in order; titles of persons are left to `leaders`."""
    found = [_own(plain, match) for match in _forms()[0].finditer(plain, start, end)]
    found += [Body(force.span, force.name, cast("Level", force.level)) for force in find_task_forces(plain, start, end)]
    others, by_letter = _others()
    for place in others.places(plain, start, end):
        for level, pattern in by_letter.get(plain[place], ()):
            if match := pattern.match(plain, place, end):
                found.append(Body(span_of(match.span()), match[0], level))
    if not found:
        return ()
    titled: set[int] = set()
    for title in find_titles(plain, start, end):
        titled.update(range(*title.span))
    found = [body for body in found if body.span.start not in titled and body.span.end - 1 not in titled]
    found.sort(key=lambda body: (body.span.start, -body.span.end))
    kept: list[Body] = []
    for body in found:
        if kept and kept[-1].span.start == start and plain[kept[-1].span.end : body.span.start] == " ":
            kept.pop()  # a section's label before the body's own name: "HĐND Thường trực HĐND tỉnh họp"
        if not kept or body.span.start >= kept[-1].span.end:
            kept.append(body)
    return tuple(kept)


def body_at(plain: str, start: int) -> Body | None:
    """The body of the table whose name begins at `start`, even in a title: "các Ủy viên ‹Ban Thường vụ Tỉnh ủy›"."""
    match = _forms()[0].match(plain, start)
    return _own(plain, match) if match else None


def _own(plain: str, match: re.Match[str]) -> Body:
    """A body of the table with the level word and place behind it."""
    name, kind = _forms()[1][_SHORT.sub(" ", match[0]).casefold()]
    end = match.end()
    if bracket := _BRACKET.match(plain, end):
        end = bracket.end()
    level_word = {"province": "tỉnh", "city": "thành phố"}.get(kind, "")
    if kind == "owned" and (word := _LEVEL.match(plain, end)):
        level_word, end = re.sub(r"tp\.?", "thành phố", word[1].lower()), word.end()
        name = f"{name} {level_word}"
        if word[1].startswith("TP") and (city := province_at(plain, word.start(1))):  # "HĐND TP.HCM"
            return Body(Span(match.start(), city[0]), name, "province", city[1])
    elif kind == "owned":
        many = re.match(r" (?:các|cấp|hai cấp)(?!\w)", plain[end : end + 9])
        named = province_at(plain, end + 1) if plain[end : end + 1] == " " and not many else None
        if named:  # "UBND TPHCM", "HĐND Nghệ An": the province's name alone says which level it is
            level_word = "thành phố" if is_city(named[1]) else "tỉnh"
            return Body(Span(match.start(), named[0]), f"{name} {level_word}", "province", named[1])
        return Body(Span(match.start(), end), name, "district" if many else "province")
    level: Level = "province" if level_word in ("tỉnh", "thành phố") else "district"
    place = None
    if plain[end : end + 1] == " ":
        if province := province_at(plain, end + 1):
            end, place = province
            if level_word == "thành phố" and not is_city(place):
                level = "district"
        elif level_word != "tỉnh" and (placed := place_end(plain, end + 1, provincial=False)) > end + 1:
            place, level = plain[end + 1 : placed], "district"
            end = placed
    return Body(Span(match.start(), end), name, level, place)


_LED: tuple[tuple[re.Pattern[str], str, Level], ...] = (
    (re.compile(r"Chủ tịch(?: Thường trực| phụ trách)? (UBND|HĐND) (tỉnh|thành phố)$", re.I), r"\1 \2", "province"),
    (re.compile(r"Bí thư(?: Thường trực| phụ trách)? (Tỉnh|Thành) ủy$", re.I), r"\1 ủy", "province"),
    (re.compile(r"Đoàn (?:ĐBQH|đại biểu Quốc hội) (tỉnh|thành phố)", re.I), r"Đoàn ĐBQH \1", "province"),
    (re.compile(r"Đoàn (?:ĐBQH|đại biểu Quốc hội|giám sát)", re.I), "Đoàn ĐBQH tỉnh", "province"),
    (re.compile(r"Trưởng (Ban [Cc]hỉ đạo.*)"), r"\1", "province"),
    (
        re.compile(r"Bộ trưởng|Thứ trưởng|Thủ tướng|Tổng Bí thư|Chủ tịch (?:nước|Quốc hội)|Chính phủ|Quốc hội"),
        r"\g<0>",
        "nation",
    ),
    (
        re.compile(r"(?:Huyện|Thị|Quận) ủy|Thành ủy \w|(?:UBND|HĐND) (?:huyện|thị|quận|xã|phường|thành phố \w)", re.I),
        r"\g<0>",
        "district",
    ),
    (re.compile(r"(?:Giám đốc|Cục trưởng|Viện trưởng|Hiệu trưởng|Chánh|Trưởng) .*"), r"\g<0>", "department"),
)


@remembered
def leaders(plain: str, start: int, end: int) -> tuple[Body, ...]:
    """The bodies that leaders named by title in `plain[start:end]` stand for: "UBND tỉnh" for its chairman."""
    found = []
    for title in find_titles(plain, start, end):
        if title.plural or title.generic or title.text.startswith(("Ủy viên", "Đại biểu")):
            continue
        if led := _led_by(title.text):
            found.append(Body(title.span, *led, led=True, deputy="Phó" in title.head))
    return tuple(found)


@lru_cache(maxsize=_MOST_TITLES)
def _led_by(title: str) -> tuple[str, Level] | None:
    """The body that the holder of a title leads, and its level."""
    for pattern, name, level in _LED:
        if match := pattern.search(title):
            return match.expand(name), level
    return None
