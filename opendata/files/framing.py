"""The columns that frame every file: which record it is, the words it was read from, how to cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.functions import Substr
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import Article
from opendata.files.columns import Column, coded, plain
from opendata.files.edition import Edition
from opendata.remembered import once
from opendata.versions import version_of
from people.templatetags.page import province_name

OPENING = 3_000  # characters of a text in which its first line is looked for
Of = Callable[[Any], Any]


_called: Of = once(Article.__str__)


def itself(record: Any) -> Any:
    """The record."""
    return record


def identity(edition: Edition) -> list[Column]:
    """The first columns: the permanent identifier, and the number in it."""
    return [
        Column("identifier", _("Permanent identifier"), edition.identifier, width=34),
        Column("id", _("Record number"), lambda record: record.pk, width=8),
    ]


def evidence(edition: Edition, of: Of = itself, *, spans: bool = True) -> list[Column]:
    """The words that a record was read from and where they were printed.

    `of` gives, for a record, what has `quote`, `start`, `end` and `article` (loaded), or None.
    """

    def about(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def value(record: Any) -> Any:
            source = of(record)
            return None if source is None else read(source)

        return value

    def printed(read: Callable[[Article], Any]) -> Callable[[Any], Any]:
        return about(lambda source: None if source.article is None else read(source.article) or None)

    columns = [
        Column(
            "quote", pgettext("column of a list", "Words read"), about(lambda source: source.quote or None), width=60
        ),
        Column("article", _("Article"), printed(_called), width=40),
        Column("article_identifier", _("Article, permanent identifier"), printed(edition.identifier), width=34),
        Column("article_address", _("Article, address at its publisher"), printed(lambda a: a.url), width=34),
        Column("publisher", _("Published by"), printed(lambda a: a.publisher), width=20),
        Column("published_on", _("Published on"), printed(lambda a: a.reported_on), width=12),
    ]
    if spans:
        columns += [
            Column("quote_start", _("First character"), about(lambda source: source.start), width=10),
            Column("quote_end", _("Character after the last"), about(lambda source: source.end), width=10),
        ]
    return columns


def closing(edition: Edition, model: type[Model]) -> list[Column]:
    """The last columns: how sure the record is, how to cite it, and its version for corrections that come back."""
    return [
        coded(model, "state", corrects=False, width=22),
        plain(model, "confidence", corrects=False, width=10),
        Column("citation", pgettext("of a record", "Citation"), edition.citation, width=60),
        Column("version", _("Version"), version_of, width=14),
    ]


def province(of: Of = lambda record: record.province, corrects: str = "") -> Column:
    """The province by name; programs take the short name of its page as well, from `province_slug`."""
    return Column(
        "province",
        _("Province"),
        lambda record: _name(of(record)),
        lambda record: province_name(of(record)) or None,
        corrects,
    )


def _name(found: Any) -> str | None:
    return None if found is None else str(found.name)


def with_openings(articles: Iterable[Article | None]) -> None:
    """Gives articles that were fetched without text and have no title the beginning of it, which names them.

    One query for any number of them. They are only shown, never saved.
    """
    untitled = [a for a in articles if a is not None and not a.title and "text" in a.get_deferred_fields()]
    if not untitled:
        return
    rows = Article.objects.filter(pk__in={article.pk for article in untitled})
    openings = dict(rows.values_list("pk", Substr("text", 1, OPENING)))
    for article in untitled:
        article.text = openings.get(article.pk, article.file_name)
