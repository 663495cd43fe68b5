"""Searching in the admin with or without accents, in folded copies or, where there are none, in printed words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from people.names import fold
from people.search import search

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
        for word in fold(search_term.replace("\x00", "")).split():
            places = Q()
            for path in self.get_search_fields(request):
                places |= self._place(path, word)
            queryset = queryset.filter(places)
        return queryset, False

    def _place(self, path: str, word: str) -> Q:
        owner, _, field = path.rpartition("__")
        if field != "search_text" and path != "search_text":
            return Q(**{f"{path}__iregex": accentless(word)})
        model: Any = self.model
        relation: Any = None
        for step in filter(None, owner.split("__")):
            relation = model._meta.get_field(step)
            model = relation.related_model
        found = search(model._default_manager.order_by(), word)
        if relation is not None and relation.one_to_many:  # a join would find a row once for each of its many
            return Q(pk__in=found.values(relation.field.attname))
        return Q(**{f"{owner or 'pk'}__in": found.values("pk")})
