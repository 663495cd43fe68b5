"""The provinces that a reader's words name."""

from __future__ import annotations

from people.models import Province
from people.search import Query
from people.search.words import folded_words

MOST = 3  # that are offered: words such as "hà" begin the names of many


def provinces_named(query: Query) -> list[Province]:
    """At most `MOST` provinces that have the words in a spelling of their name, those that begin with them first.

    One that kept its name when it was joined with others is there once, as it is today.
    """
    if not query:
        return []
    provinces = Province.objects.select_related("successor").order_by("slug", "-valid_to")
    found = [row for row in provinces if any(_has(name, query) for name in (row.name, *row.aliases.split("|")))]
    found.sort(key=lambda row: (not _begins(row, query), row.is_former))
    unlike = {row.name: row for row in reversed(found)}
    return [row for row in found if unlike[row.name] is row][:MOST]


def _has(name: str, query: Query) -> bool:
    """Whether the words typed stand in the name side by side; the last may go on."""
    *whole, last = query.adjacent.words
    words = folded_words(name)
    places = (words[start : start + len(whole) + 1] for start in range(len(words) - len(whole)))
    return any(place[:-1] == whole and place[-1].startswith(last) for place in places)


def _begins(province: Province, query: Query) -> bool:
    return folded_words(province.name)[0].startswith(query.adjacent.words[0])
