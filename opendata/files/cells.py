"""Cells of tables that people open: several things in one, and words that no spreadsheet takes for a formula."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.utils.translation import pgettext

SEPARATOR = "; "  # between several things in one cell
_OPENS_A_FORMULA = frozenset("=+-@")
_OPENS_A_CELL = frozenset("\t\r\n")
_GUARD = "'"


def one(value: Any) -> Any:
    """What stands in a single cell for `value`: several things as words, yes and no in the page's language."""
    if isinstance(value, list):
        return SEPARATOR.join(each["words"] if isinstance(each, dict) else str(each) for each in value) or None
    if isinstance(value, bool):
        return pgettext("cell of a table", "yes") if value else pgettext("cell of a table", "no")
    return value


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the words for a formula, also after blanks and in full-width signs."""
    if text[:1].isalnum():
        return False
    if text[:1] in _OPENS_A_CELL:
        return True
    first = next((c for c in text if not (c.isspace() or unicodedata.category(c) in ("Cc", "Cf"))), "")
    return unicodedata.normalize("NFKC", first)[:1] in _OPENS_A_FORMULA if first else False


def harmless(text: str) -> str:
    """The words with an apostrophe before them where they are risky: "- Giao Sở" becomes "'- Giao Sở"."""
    return _GUARD + text if text and is_risky(text) else text


def unguarded(text: str) -> str:
    """The words without the apostrophe that `harmless` set before them."""
    return text[1:] if text.startswith(_GUARD) and is_risky(text[1:]) else text
