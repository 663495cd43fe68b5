"""How rows of each kind are shown among search results: the words found told apart, in the title and around them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meetings.models import Article
from people import careers, duties
from people.search import Query
from people.search.snippets import Piece, marked, snippet
from people.templatetags.english import gloss


def dress_officials(rows: list[Any], query: Query) -> None:
    """Gives each its name and current offices with the words found told apart, each office with its English name."""
    careers.describe(rows)
    for row in rows:
        row.shown_title = marked(row.name, query)
        titles = [role.canonical_title for role in row.current_roles]
        row.shown_offices = [(marked(title, query), gloss(title)) for title in titles]


def dress_organizations(rows: list[Any], query: Query) -> None:
    """Gives each its `shown_title`."""
    duties.describe(rows)
    for row in rows:
        row.shown_title = marked(row.full_name, query)


def dress_meetings(rows: list[Any], query: Query) -> None:
    """Gives each its title, and in `shown_text` the part of its texts where the words found stand together."""
    texts: dict[int, list[str]] = {row.pk: [] for row in rows}
    told = Article.objects.published().filter(reports__meeting__in=rows).order_by("reports__pk")
    for meeting, text in told.values_list("reports__meeting", "text"):
        texts[meeting].append(text)
    for row in rows:
        row.shown_title = marked(row.title, query)
        row.shown_text = _best(texts[row.pk], query)


def dress_articles(rows: list[Any], query: Query) -> None:
    """Gives each its title and in `shown_text` the words around what was found."""
    for row in rows:
        row.shown_title = marked(str(row), query)
        row.shown_text = snippet(row.text, query)


def dress_directives(rows: list[Any], query: Query) -> None:
    """Gives each its `shown_title`."""
    for row in rows:
        row.shown_title = snippet(row.text, query, 240)


def dress_targets(rows: list[Any], query: Query) -> None:
    """Gives each its title and in `shown_text` the words around what was found."""
    for row in rows:
        row.shown_title = marked(row.name, query)
        row.shown_text = snippet(row.quote, query)


def dress_documents(rows: list[Any], query: Query) -> None:
    """Gives each its `shown_title`."""
    for row in rows:
        row.shown_title = marked(str(row), query)


def _best(texts: Iterable[str], query: Query) -> list[Piece]:
    """Of several texts the snippet with most words found."""
    pieces = (snippet(text, query) for text in texts)
    return max(pieces, key=lambda found: len({p.text.lower() for p in found if p.found}), default=[])
