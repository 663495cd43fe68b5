"""Groups that are told to act and are no single agency: "các sở, ngành liên quan"."""

from __future__ import annotations

from functools import lru_cache

from people.english.bodies import the_body
from people.english.tables import column, rows
from people.english.words import SEPARATORS, Words, key, key_of, listed, split


@lru_cache(maxsize=4096)
def group(words: Words) -> str | None:
    """The group in English, in the plural and in small letters; None where no rule knows one of its words."""
    rest = _without_article(words)
    if rest == words:
        return None
    names: list[str] = []
    while rest:
        length = next((n for n in range(min(_LONGEST, len(rest)), 0, -1) if key_of(rest[:n]) in _NOUNS), 0)
        if not length:
            break
        names.append(_NOUNS[key_of(rest[:length])])
        rest = rest[length:]
        if rest and key(rest[0]) in SEPARATORS:
            rest = _without_article(rest[1:])
            if not rest:
                return None
        else:
            break
    return _with(listed(names), rest) if names else None


def _with(names: str, rest: Words) -> str | None:
    """The names with what is said of them: where they are, that they are concerned, or whose they are."""
    before, after = column("qualifiers", "words", "before"), column("qualifiers", "words", "after")
    while rest:
        end = next((n for n in range(len(rest), 0, -1) if key_of(rest[:n]) in before), 0)
        if not end:
            break
        said = key_of(rest[:end])
        names = " ".join(part for part in (before[said], names, after[said]) if part)
        rest = rest[end:]
    if not rest:
        return names
    owner = the_body(rest[1:] if key(rest[0]) in _OF else rest)
    return owner and f"{names} of {owner}"


def _without_article(words: Words) -> Words:
    for article in _SEVERAL:
        if key_of(words[: len(article)]) == key_of(article):
            return words[len(article) :]
    return words


_SEVERAL = tuple(split(words) for words in ("tất cả các", "toàn thể các", "các", "những"))
_OF = frozenset({key("của"), key("thuộc")})
_NOUNS = {key_of(split(row["noun"])): row["english"] for row in rows("groups")}
_LONGEST = max(len(split(row["noun"])) for row in rows("groups"))
