"""Which list a file is of, and which of its columns each heading names: in either language, or as programs name it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from opendata.corrections.sheet import Unusable
from opendata.files.cells import unguarded
from opendata.files.columns import Column
from opendata.files.edition import Edition
from opendata.files.tables import TABLES

MACHINE = ""  # the language of a file whose headings are names for programs
KEYS = ("identifier", "id")


@dataclass(frozen=True)
class Layout:
    """The list called `name`; by column's name its place in the file; `language` is that of the words in its cells.

    `strange` are headings that name no column of the list; `width` is how many headings there are.
    """

    name: str
    places: dict[str, int]
    language: str
    strange: tuple[str, ...]
    width: int


def columns_of(name: str, language: str) -> dict[str, Column]:
    """The columns of a list by name, with the labels of a language."""
    with override(language or settings.LANGUAGE_CODE):
        return {column.name: column for column in TABLES[name].columns(Edition(""))}


def is_known(heading: str) -> bool:
    """Whether some list has a column of that heading."""
    return any(_key(heading) in headings for _name, _language, headings in _vocabulary())


def layout_of(head: Sequence[str]) -> Layout:
    """What the headings say. Raises `Unusable` where they are of no list, or a column is missing that is needed."""
    keys = [_key(heading) for heading in head]
    name, language, headings = max(_vocabulary(), key=lambda each: len(set(keys) & each[2].keys()))
    others = {other: column for each, _lang, known in _vocabulary() if each == name for other, column in known.items()}
    places: dict[str, int] = {}
    for place, key in enumerate(keys):
        if (column := headings.get(key) or others.get(key)) is not None:
            places.setdefault(column, place)
    if not places.keys() & set(KEYS):
        raise Unusable(_("The file is of no list: no heading is that of the identifiers."))
    if "version" not in places:
        raise Unusable(_("The file has no column “Version”, by which corrections are held against what changed since."))
    strange = tuple(h for h, key in zip(head, keys, strict=True) if key and key not in headings and key not in others)
    return Layout(name, places, language, (*strange, *_twice(keys)), len(head))


def _twice(keys: Iterable[str]) -> list[str]:
    return [key for key, times in Counter(keys).items() if key and times > 1]


def _key(heading: str) -> str:
    return " ".join(unicodedata.normalize("NFC", unguarded(heading)).casefold().split())


@cache
def _vocabulary() -> tuple[tuple[str, str, dict[str, str]], ...]:
    """(list, language, name of the column by heading)."""
    found = []
    for name in TABLES:
        for language, _label in settings.LANGUAGES:
            labels = {_key(column.label): column.name for column in columns_of(name, language).values()}
            found.append((name, language, labels))
        found.append((name, MACHINE, {column: column for column in columns_of(name, MACHINE)}))
    return tuple(found)
