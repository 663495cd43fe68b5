"""Press texts as a file: where and when each was printed, and which words decided what it is about."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models import Article
from opendata.files.columns import Column, coded, filled, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, identity, province, with_openings
from opendata.files.tables.base import Table


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each text; the text itself is its publisher's."""
    return [
        *identity(edition),
        plain(Article, "title", width=48),
        Column("called", _("Title, or the first words"), str, width=48),
        coded(Article, "subject", width=20),
        Column("quote", _("Decided by the words"), filled(lambda article: article.detection_quote), width=48),
        plain(Article, "publisher", width=20),
        plain(Article, "reported_on", "published_on", width=12),
        plain(Article, "url", "address", width=34),
        province(corrects="province"),
        *closing(edition, Article),
    ]


def fetch(rows: QuerySet[Article]) -> QuerySet[Article]:
    """Articles without their texts."""
    return rows.defer("text", "search_text")


def describe(articles: list[Any]) -> None:
    """Looks up what articles without a title are called."""
    with_openings(articles)


ARTICLES = Table(gettext_lazy("Articles"), columns, fetch, describe)
