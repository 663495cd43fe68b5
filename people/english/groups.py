"""Groups that are told to act and are no single agency: "các sở, ngành liên quan"."""

from __future__ import annotations

from functools import lru_cache

from people.english.bodies import the_body
from people.english.places import several
from people.english.tables import column, rows
from people.english.words import SEPARATORS, Words, key, key_of, listed, split


@lru_cache(maxsize=4096)
def group(words: Words) -> str | None:
    """The group in English, in the plural and in small letters; None where no rule knows one of its words.

    Most groups are told by "các" or "mỗi"; some nouns stand alone, too: "chủ đầu tư" are project owners.
    """
    if words and key(words[0]) in _EACH:
        found = _named(words[1:])
        return found and f"each of the {found}"
    rest = _without_article(words)
    if rest == words and not any(key_of(words[:end]) in _ALONE for end in range(1, len(words) + 1)):
        return None
    return _named(rest) or (_several_places(words) if rest != words else None)


def _several_places(words: Words) -> str | None:
    found = several(words)
    return found and found.removeprefix("of ")


def _named(rest: Words) -> str | None:
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
    if owner:
        return f"{names} of {owner}"
    if places := several(rest):
        return f"{names} {places}"
    owners = group(rest) if _without_article(rest) != rest else None
    return owners and f"{names} of {owners}"


def _without_article(words: Words) -> Words:
    for article in _SEVERAL:
        if key_of(words[: len(article)]) == key_of(article):
            return words[len(article) :]
    return words


_SEVERAL = tuple(split(words) for words in ("tất cả các", "toàn thể các", "các", "những"))
_EACH = frozenset({key("mỗi"), key("từng")})
_OF = frozenset({key("của"), key("thuộc")})
_NOUNS = {key_of(split(row["noun"])): row["english"] for row in rows("groups")}
_ALONE = frozenset(key_of(split(row["noun"])) for row in rows("groups") if row["alone"])
_LONGEST = max(len(split(row["noun"])) for row in rows("groups"))
