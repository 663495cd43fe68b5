"""A record's words in the text around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise

# Characters of context on each side of a record's words.
REACH = 220
# So many passages stand on a record's page; the rest is one link away.
MOST = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """`words` with what stands before and after them in an article; `cut_before`, `cut_after`: the text goes on there.

    `source` names the article, `source_url` leads to its admin page, `page_url` to the words on the public page, `note`
    says what else is to be known of the passage.
    """

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool
    source: str | Promise
    source_url: str
    page_url: str = ""
    rule: str = ""
    note: str | Promise = ""


def around(text: str, start: int, end: int, reach: int = REACH) -> dict[str, Any]:
    """The parts of `text` that a `Passage` of the characters `[start, end)` shows, cut between words."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    if first and not text[first - 1].isspace():
        first = next((i + 1 for i in range(first, start) if text[i].isspace()), start)
    if last < len(text) and not text[last].isspace():
        last = next((i for i in range(last, end, -1) if text[i - 1].isspace()), end)
    return {
        "before": text[first:start].lstrip(),
        "words": text[start:end],
        "after": text[end:last].rstrip(),
        "cut_before": first > 0,
        "cut_after": last < len(text),
    }


def passage_of(row: Any, note: str | Promise = "", words: str = "") -> Passage | None:
    """The passage of a row with `article`, `start`, `end`, `quote` and `rule`; None where it was read from no article.

    The words that a later version of the text has lost stand alone. `words` names the place on the public page, where
    it is not that of the row itself: `directive-12`.
    """
    article = row.article
    if article is None:
        return None
    if row.start is None:
        parts = {"before": "", "words": row.quote, "after": "", "cut_before": False, "cut_after": False}
    else:
        parts = around(article.text, row.start, row.end)
    anchor = words or f"{row._meta.model_name}-{row.pk}"
    return Passage(
        **parts,
        source=str(article),
        source_url=reverse("admin:meetings_article_change", args=[article.pk]),
        page_url=f"{article.get_absolute_url()}#w-{anchor}",
        rule=getattr(row, "rule", ""),
        note=note,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article that no row has to itself, such as those that name one of several who are told to act."""

    article: Any
    start: int | None
    end: int | None
    quote: str
    rule: str = ""


def passage_of_assignee(row: Any) -> Passage | None:
    """The words of an assignment, which stand in the article of its directive, or else the directive's."""
    told = row.directive
    place = told if row.start is None else Place(told.article, row.start, row.end, row.words, told.rule)
    return passage_of(place, words=f"directive-{told.pk}")


def passages_of(rows: Iterable[Any]) -> list[Passage]:
    """The passages of the first `MOST` rows; a query set brings the articles along."""
    if isinstance(rows, QuerySet):
        rows = rows.select_related("article").defer("article__search_text")[:MOST]
    return [passage for row in rows if (passage := passage_of(row)) is not None]
