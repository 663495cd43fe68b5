"""What readers meet in the texts without explanation: bodies, titles, meetings and documents, in both languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from people.names import ascii_slug

FILE = settings.BASE_DIR / "fixtures/glossary.csv"
GROUPS: dict[str, Any] = {
    "body": _("Bodies and agencies"),
    "title": pgettext_lazy("glossary", "Titles"),
    "meeting": _("Kinds of meeting"),
    "document": pgettext_lazy("glossary", "Documents"),
    "word": _("Words in tasks and figures"),
}


@dataclass(frozen=True)
class Term:
    """A Vietnamese term. `page`, `parameter` and `value` name the list on this site that shows what it is about."""

    group: str
    name: str
    short: str
    english: str
    vi: str
    en: str
    page: str
    parameter: str
    value: str

    @property
    def key(self) -> str:
        """Its place on the page."""
        return ascii_slug(self.name)

    @property
    def meaning(self) -> str:
        """In the language of the page."""
        return self.vi if get_language() == "vi" else self.en

    @property
    def address(self) -> str:
        """The list of what it is about; empty where the site has none."""
        return f"{reverse(self.page)}?{urlencode({self.parameter: self.value})}" if self.page else ""


@cache
def terms() -> tuple[Term, ...]:
    """All terms, by group, in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(Term(**row) for row in csv.DictReader(lines))


def grouped() -> Iterator[tuple[str, Any, list[Term]]]:
    """Each group's name, label and terms."""
    for name, found in groupby(terms(), key=lambda term: term.group):
        yield name, GROUPS[name], list(found)
