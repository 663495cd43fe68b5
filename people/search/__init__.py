"""Searching in Vietnamese text with or without accents: what is indexed, and the lookup that asks the index."""

from people.search.lookup import (
    by_key_where_few,
    by_relevance,
    decides_side_by_side,
    first,
    search,
    spelled,
    wishes,
    words_wished,
)
from people.search.searchable import Searchable
from people.search.words import Query, Term, index_text, parse

__all__ = [
    "Query",
    "Searchable",
    "Term",
    "by_key_where_few",
    "by_relevance",
    "decides_side_by_side",
    "first",
    "index_text",
    "parse",
    "search",
    "spelled",
    "wishes",
    "words_wished",
]
