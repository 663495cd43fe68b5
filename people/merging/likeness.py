"""How two names may be one: keys that both share, and what differs between two words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from people.names import fold, name_key

# Two names must have so many words before a whole one of them may be missing.
_FEWEST_WORDS = 3
_LINKING = frozenset(("và", "&", "của", "về"))
_PLACE = frozenset(name_key(word) for word in ("tỉnh", "thành", "phố", "tp", "tp."))


@lru_cache(maxsize=50_000)
def units(word: str) -> str:
    """A word of a `name_key`, letter, mark and tone each for themselves, so that one slip changes one of them."""
    return unicodedata.normalize("NFD", word)


@lru_cache(maxsize=50_000)
def shortened(word: str) -> frozenset[str]:
    """The word and all that is left of it without one unit: two words that are one slip apart share one of them."""
    plain = units(word)
    return frozenset((plain, *(plain[:i] + plain[i + 1 :] for i in range(len(plain)))))


def one_slip(one: str, other: str) -> bool:
    """Whether two different words are one unit apart: one changed, one too many, or one missing."""
    a, b = units(one), units(other)
    if a == b or abs(len(a) - len(b)) > 1 or any(c.isdigit() for c in a + b):
        return False
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[first + 1 :] == b[first + 1 :]
    return a[first + 1 :] == b[first:] if len(a) > len(b) else a[first:] == b[first + 1 :]


def only_tone(one: str, other: str) -> bool:
    """Whether two words differ in a tone or mark alone: `only_tone("tám", "tâm")`."""
    return fold(one) == fold(other)


def all_but_one(key: str) -> Iterator[tuple[int, str, str]]:
    """Each word of a key's names with its place and the others: (1, "văn", "lê * tám")."""
    words = key.split(" ")
    for place, word in enumerate(words):
        yield place, word, " ".join([*words[:place], "*", *words[place + 1 :]])


def without_middle(key: str) -> Iterator[str]:
    """A key without one of its middle names: `list(without_middle("lê văn tám")) == ["lê tám"]`."""
    words = key.split(" ")
    if len(words) >= _FEWEST_WORDS:
        yield from (" ".join([*words[:place], *words[place + 1 :]]) for place in range(1, len(words) - 1))


def initials(name: str) -> str:
    """The letters that a name is shortened to: `initials("Sở NN&MT") == initials("Sở Nông nghiệp và Môi trường")`."""
    found = []
    for word in name.split():
        letters = re.findall(r"[^\W\d_]", word)
        if not letters or word.lower() in _LINKING:
            found += [word] if word.isdigit() else []
        elif is_short(word):
            found += letters
        else:
            found.append(letters[0])
    return fold("".join(found).replace("&", ""))


def is_short(word: str) -> bool:
    """Whether a word of a name is a short form: NN&MT, UBND."""
    letters = re.findall(r"[^\W\d_]", word)
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def without_place(name: str, province: str) -> str:
    """A key of a name without the province that it names: "UBND tỉnh Nghệ An" and "UBND tỉnh" of Nghệ An share it."""
    place = name_key(province)
    bare = name_key(name)
    bare = bare.removesuffix(place) if place else bare
    return " ".join(word for word in bare.split() if word not in _PLACE)


def printed(name: str) -> str:
    """A name as printed, for telling whether two of one key are spelled in two ways."""
    return unicodedata.normalize("NFC", " ".join(name.split())).lower()


def same_but_spelling(one: str, other: str) -> bool:
    """Whether two names have one key and two spellings: Hoà, Hòa."""
    return name_key(one) == name_key(other) and printed(one) != printed(other)
