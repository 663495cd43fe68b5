"""How Vietnamese names and words are compared: folded for searching, with tones for identity, in ASCII for URLs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_GIVEN_NAME = 40  # characters of its key
_LONGEST_NAME = 200  # characters; what is longer is text, which is not asked for again
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_D = str.maketrans("đĐ", "dD")
_LETTER_OR_MARK = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def fold(text: str) -> str:
    """`text` for searching: no marks, đ as d, lower case, single spaces: `fold("Hoà  ĐÔNG") == "hoa dong"`."""
    return _folded(text) if len(text) <= _LONGEST_NAME else _folded.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare).lower().split())


def name_key(text: str) -> str:
    """`text` for identity: case and the place of the tone mark do not matter, the tone does.

    `name_key("Thuý HOÀ") == name_key("Thúy Hòa") != name_key("Thùy Hoa")`: each word's tone moves behind its letters.
    """
    return _keyed(text) if len(text) <= _LONGEST_NAME else _keyed.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _keyed(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).lower())
    moved = _LETTER_OR_MARK.sub(_tone_last, decomposed)
    return " ".join(unicodedata.normalize("NFC", moved).split())


def given_name_key(key: str) -> str:
    """Of the key of a person's name that of the given name, which is the last word: by it lists are ordered."""
    return key.rpartition(" ")[2][:LONGEST_GIVEN_NAME]


def _tone_last(match: re.Match[str]) -> str:
    word = match[0]
    return "".join(c for c in word if c not in _TONES) + "".join(c for c in word if c in _TONES)


def ascii_slug(text: str, max_length: int = 80) -> str:
    """`text` for a URL, cut at a word: `ascii_slug("Đặng Đình Đức") == "dang-dinh-duc"`; "-" where nothing is left."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:max_length]
        if len(longer) > max_length:
            break
        slug = longer
    return slug or "-"
