"""The tables that the English names are made from: one CSV file per kind, extended without touching code."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings

from people.names import name_key


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.csv` as dictionaries by column, with composed letters (NFC)."""
    text = Path(__file__).with_name(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(unicodedata.normalize("NFC", text).splitlines()))


@cache
def column(name: str, of: str, gives: str = "english") -> dict[str, str]:
    """What `gives` says for each of the words of the column `of`, which are divided by "|" and keys of identity."""
    return {name_key(word): row[gives] for row in rows(name) for word in row[of].split("|")}


@cache
def provinces() -> frozenset[str]:
    """The names of all provinces of both eras, as keys of identity."""
    with (Path(settings.BASE_DIR) / "fixtures/provinces.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(name_key(row["name"]) for row in csv.DictReader(lines))
