"""Offices: "Phó Chủ tịch UBND tỉnh" is the Vice Chairman of the Provincial People's Committee."""

from __future__ import annotations

from functools import lru_cache

from people.english.bodies import field, the_body
from people.english.groups import group
from people.english.patterns import patterns, read
from people.english.places import scope
from people.english.tables import rows
from people.english.words import Words, key, key_of, split


@lru_cache(maxsize=4096)
def office(words: Words) -> str | None:
    """The English name of one office; None where no rule knows it."""
    if not words:
        return None
    if standing := _STANDING.get(key(words[0])):
        held = office(words[1:])
        return held and f"{standing} {held}"
    for pattern in _TITLES.get(key(words[0]), ()):
        for meaning in read(pattern, words, {"scope": scope, "field": field}):
            return pattern.row["english"].format(**meaning)
    if key(words[0]) == key("phó"):
        return _held(words[1:], "deputy") or _of("Deputy Head", words[1:])
    return _held(words, "english")


def _held(words: Words, rank: str) -> str | None:
    for head, row in _HEADS:
        if tuple(key(word) for word in words[: len(head)]) != head:
            continue
        name, rest = row[rank], words[len(head) :]
        if not name:
            continue
        if not rest and " ".join(head) in _NEEDS_A_BODY:
            continue
        for count in (2, 1, 0) if rank == "deputy" else (0,):
            said = key_of(rest[:count])
            if count and len(rest) < count:
                continue
            if said in _BEFORE:
                if found := _of(f"{_BEFORE[said]} {name}", rest[count:]):
                    return found
            elif said == _IN_CHARGE:
                if found := _of(f"{name} in charge", rest[count:]):
                    return found
            elif not count and (found := _of(name, rest)):
                return found
        if rank == "english" and row["several"] and (found := group(rest)):
            return f"{row['several']} of {found}"
    return None


def _of(name: str, words: Words) -> str | None:
    if not words:
        return name
    if key(words[0]) == key("của"):
        words = words[1:]
    found = the_body(words)
    return found and f"{name} of {found}"


_STANDING = {key(word): said for word, said in {"quyền": "Acting", "q.": "Acting", "nguyên": "Former"}.items()}
_BEFORE = {
    key_of(split(words)): said
    for words, said in {"thường trực": "Permanent", "TT": "Permanent", "chuyên trách": "Full-time"}.items()
}
_IN_CHARGE = key_of(split("phụ trách"))
_NEEDS_A_BODY = frozenset(key_of(split(words)) for words in ("trưởng", "chánh", "ủy viên", "ủy viên dự khuyết"))
_TITLES = patterns(rows("titles"), "title")
_HEADS = sorted(
    ((tuple(key(word) for word in split(row["head"])), row) for row in rows("offices")), key=lambda item: -len(item[0])
)
