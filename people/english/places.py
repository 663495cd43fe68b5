"""Where an agency belongs: "tỉnh", "huyện Tuy An", "các xã, phường liên quan"."""

from __future__ import annotations

import re
from functools import lru_cache

from people.english.tables import column, provinces, rows
from people.english.words import SEPARATORS, Words, key, key_of, listed, parts, romanised, split

_LEVELS = {split(row["level"]): row for row in rows("levels")}
_LEVEL_KEYS = {tuple(key(word) for word in level): row for level, row in _LEVELS.items()}
_KINDS = {level: row["several"] for level, row in _LEVEL_KEYS.items()}
_KINDS |= {(key("thị"),): "towns", (key("thành"),): "cities"}  # short where several kinds stand together
_NUMBER = re.compile(r"\d{1,4}|[IVX]{1,6}")
_MOST_WORDS = 5  # of a place's name


def place(words: Words) -> str | None:
    """A proper name, without marks: each of its words begins with a capital letter, or is a number or a dash."""
    letters = [word for word in words if word != "-"]
    if not letters or len(letters) > _MOST_WORDS or "-" in (words[0], words[-1]):
        return None
    if key(letters[0]) in _FIRST_OF_LEVELS or not all(word[0].isupper() or word.isdecimal() for word in letters):
        return None
    if any(not word.replace("'", "").isalnum() or (len(word) > 1 and word.isupper()) for word in letters):
        return None
    name = " ".join(words)
    return column("places", "place").get(key_of(words)) or romanised(name)


def province(words: Words) -> str | None:
    """A province's name, if it is one of those that are or were."""
    return place(words) if key_of(words) in provinces() | column("places", "place").keys() else None


def number(words: Words) -> str | None:
    """A number in figures, Arabic or Roman."""
    return words[0] if len(words) == 1 and _NUMBER.fullmatch(words[0]) else None


@lru_cache(maxsize=2048)
def scope(words: Words) -> str | None:
    """What stands before an agency's name: "Provincial ", "Binh Dinh Provincial ", "Region X "; nothing for nothing."""
    if not words:
        return ""
    if fixed := _FIXED.get(key_of(words)):
        return f"{fixed} "
    for level, row in _LEVEL_KEYS.items():
        if tuple(key(word) for word in words[: len(level)]) != level:
            continue
        rest = words[len(level) :]
        if not rest:
            return f"{row['adjective']} "
        if counted := number(rest):
            return f"{row['named']} {counted} "
        name = province(rest) if row["level"] == "tỉnh" else place(rest)
        return name and f"{_once(name, row['named'])} "
    name = province(words)
    return name and f"{name} "


def territory(words: Words) -> str | None:
    """A place with its kind: "Tuy An District", "Binh Dinh Province"; a province without it, too."""
    if found := province(words):
        return found
    named = scope(words)
    is_plain = named is None or key(words[0]) not in _FIRST_OF_LEVELS or key_of(words) in _BARE
    return None if is_plain or named is None else re.sub(r" Provincial$", " Province", named.strip())


@lru_cache(maxsize=2048)
def several(words: Words) -> str | None:
    """What stands behind the agencies of several places: "of communes and wards concerned", "at commune level"."""
    keys = key_of(words)
    if found := _AT_LEVEL.get(keys):
        return found
    if not words or key(words[0]) not in _SEVERAL:
        return None
    kinds: list[str] = []
    rest = words[1:]
    while rest:
        level = max((level for level in _KINDS if _begins(rest, level)), key=len, default=None)
        if level is None:
            break
        kinds.append(_KINDS[level])
        rest = rest[len(level) :]
        if rest and key(rest[0]) in SEPARATORS:
            rest = rest[1:]
    return f"of {described}" if kinds and (described := _described(listed(kinds), rest)) else None


def _described(kinds: str, rest: Words) -> str | None:
    """The kinds of places with what is said of them: an adjective, their names, or both."""
    before, after = column("qualifiers", "words", "before"), column("qualifiers", "words", "after")
    for end in range(len(rest), -1, -1):
        said, names = key_of(rest[:end]), rest[end:]
        if end and said not in before:
            continue
        described = " ".join(part for part in (before.get(said, ""), kinds, after.get(said, "")) if part)
        if not names:
            return described
        places = [place(part) for part in parts(names)]
        known = [name for name in places if name]
        if len(known) == len(places):
            return f"the {described} of {listed(known)}"
    return None


def _begins(words: Words, level: tuple[str, ...]) -> bool:
    return tuple(key(word) for word in words[: len(level)]) == level


def _once(name: str, kind: str) -> str:
    return name if name.endswith(f" {kind}") else f"{name} {kind}"


_SEVERAL = frozenset({key("các"), key("những")})
_FIXED = {
    key_of(split(words)): english
    for words, english in {"Việt Nam": "Vietnam", "Trung ương": "Central", "cấp tỉnh": "Provincial"}.items()
}
_AT_LEVEL = {
    key_of(split(words)): english
    for words, english in {
        "các cấp": "at all levels",
        "cấp tỉnh": "at provincial level",
        "cấp huyện": "at district level",
        "cấp xã": "at commune level",
        "cấp cơ sở": "at grassroots level",
    }.items()
}
_FIRST_OF_LEVELS = {level[0] for level in _LEVEL_KEYS}
_BARE = {" ".join(level) for level in _LEVEL_KEYS}
