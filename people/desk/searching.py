"""Searching in the admin with or without accents, in folded copies or, where there are none, in printed words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from people.names import fold
from people.search import search

# So many keys are handed from query to query; more are found anew by each.
FEW = 5000
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@lru_cache
def _spellings() -> dict[str, str]:
    """For each bare letter, all letters of the Vietnamese alphabet that fold to it."""
    letters: dict[str, str] = {}
    for letter in (unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES):
        letters[fold(letter)] = letters.get(fold(letter), "") + letter + letter.upper()
    letters["d"] = "dDđĐ"
    return letters


def accentless(word: str) -> str:
    """A regular expression for a folded word in printed text: `accentless("da")` finds "Đã", "đá" and "da"."""
    spellings = _spellings()
    return "".join(f"[{spellings[c]}]" if c in spellings else re.escape(c) for c in word)


class AccentlessSearch(admin.ModelAdmin):
    """Every word typed must stand in one of `search_fields`; paths that end in `search_text` ask the index."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The rows in which all words are found, and False: no row is found twice."""
        words = tuple(fold(search_term.replace("\x00", "")).split())
        return (queryset.filter(pk__in=self._matching(request, words)) if words else queryset), False

    def _matching(self, request: HttpRequest, words: tuple[str, ...]) -> QuerySet[Any] | list[Any]:
        """The keys of the rows that have all words; asked for once where they are few, as every filter counts anew."""
        known: dict[Any, Any] = request.__dict__.setdefault("_desk_found", {})
        if (self.model, words) not in known:
            matching = self.model._base_manager.order_by().values_list("pk", flat=True)
            for word in words:
                first, *others = (self._found(path, word) for path in self.get_search_fields(request))
                # A union, each part of which has its index, where conditions joined by OR would read every row.
                matching = matching.filter(pk__in=first.union(*others) if others else first)
            keys = list(matching[: FEW + 1])
            known[self.model, words] = keys if len(keys) <= FEW else matching
        return known[self.model, words]

    def _found(self, path: str, word: str) -> QuerySet[Any]:
        """The keys of the rows in which `path` leads to the word."""
        rows = self.model._base_manager.order_by()
        owner, _, field = path.rpartition("__")
        if field != "search_text" and path != "search_text":
            return rows.filter(**{f"{path}__iregex": accentless(word)}).values("pk")
        model: Any = self.model
        relation: Any = None
        for step in filter(None, owner.split("__")):
            relation = model._meta.get_field(step)
            model = relation.related_model
        found = search(model._base_manager.order_by(), word)
        if relation is None:
            return found.values("pk")
        if relation.one_to_many:  # a join would find a row once for each of its many
            return found.values(relation.field.attname)
        return rows.filter(**{f"{owner}__in": found.values("pk")}).values("pk")
