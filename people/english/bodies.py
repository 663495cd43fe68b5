"""Bodies and agencies: "Ủy ban Kiểm tra Tỉnh ủy" is the Inspection Commission of the Provincial Party Committee."""

from __future__ import annotations

from functools import lru_cache

from people.english.patterns import Reader, patterns, read
from people.english.places import number, place, scope, several
from people.english.tables import column, rows
from people.english.words import SEPARATORS, Words, key, key_of, listed


@lru_cache(maxsize=4096)
def body(words: Words) -> str | None:
    """The English name of an agency without its article; None where no rule knows it."""
    found = _read(words)
    return found[0] if found else None


def the_body(words: Words) -> str | None:
    """The name with its article, as it stands behind "of"."""
    found = _read(words)
    return f"{found[1]}{found[0]}" if found else None


@lru_cache(maxsize=4096)
def field(words: Words) -> str | None:
    """What an agency works on: "Văn hóa, Thể thao và Du lịch" is "Culture, Sports and Tourism"."""
    names = _fields(words)
    return listed(names) if names else None


def _fields(words: Words) -> list[str] | None:
    known = column("fields", "field")
    if whole := known.get(key_of(words).replace(" ,", ",")):
        return [whole]
    for index in range(len(words) - 1, 0, -1):
        if key(words[index]) in SEPARATORS and (first := known.get(key_of(words[:index]).replace(" ,", ","))):
            rest = _fields(words[index + 1 :])
            if rest:
                return [first, *rest]
    return None


@lru_cache(maxsize=4096)
def _read(words: Words) -> tuple[str, str] | None:
    if not words:
        return None
    for pattern in _PATTERNS.get(key(words[0]), ()):
        row = pattern.row
        article = f"{row['article']} " if row["article"] else ""
        for meaning in read(pattern, words, _READERS):
            return _tidy(row["english"].format(**meaning)), article
        if row["several"] and pattern.items[-1] == "{scope}":
            for end in range(1, len(words)):
                where = several(words[end:])
                if where and any(True for _ in read(pattern, words[:end], _READERS)):
                    return f"{row['several']} {where}", "the "
    return None


def _tidy(name: str) -> str:
    return name.replace("City City", "City")


_PATTERNS = patterns(rows("agencies"), "name")
_READERS: dict[str, Reader] = {"scope": scope, "place": place, "number": number, "field": field, "body": the_body}
