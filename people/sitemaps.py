"""What search engines are told to read: every page of officials and agencies, in files that stay as they grow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from people.models import Official, Organization

KEYS = 5_000  # primary keys that one file covers


class KeyPages:
    """Rows in pages of `KEYS` primary keys each: neither counts nor skips rows, however many there are.

    A row stays in its page for ever, so that a crawler reads again only what changed.
    """

    def __init__(self, rows: QuerySet[Any], per_page: int = KEYS) -> None:
        self.rows, self.per_page = rows.order_by("pk"), per_page

    @cached_property
    def num_pages(self) -> int:
        """At least one, as a paginator has it."""
        last = self.rows.order_by("-pk").values_list("pk", flat=True).first() or 1
        return -(-int(last) // self.per_page)

    @property
    def page_range(self) -> range:
        """Their numbers."""
        return range(1, self.num_pages + 1)

    def page(self, number: Any) -> Any:
        """The page of that number. Raises `PageNotAnInteger` or `EmptyPage`."""
        try:
            wanted = int(number)
        except ValueError as error:
            raise PageNotAnInteger from error
        if wanted not in self.page_range:
            raise EmptyPage
        last = wanted * self.per_page
        return _Page(self.rows.filter(pk__gt=last - self.per_page, pk__lte=last))


class _Page:
    def __init__(self, rows: QuerySet[Any]) -> None:
        self.object_list = rows


class RecordSitemap(Sitemap):
    """The records' own pages in one language."""

    def __init__(self, language: str, rows: Callable[[], QuerySet[Any]]) -> None:
        self.language, self.rows = language, rows

    def items(self) -> QuerySet[Any]:
        """All rows; a file takes a page of them."""
        return self.rows()

    @property
    def paginator(self) -> Any:
        """The files."""
        return KeyPages(self.items())

    def location(self, item: Any) -> str:
        """The record's page."""
        with override(self.language):
            return str(item.get_absolute_url())


class PageSitemap(Sitemap):
    """Pages that are no record's: (name of the address) in one language."""

    def __init__(self, language: str, names: tuple[str, ...]) -> None:
        self.language, self.names = language, names

    def items(self) -> list[str]:
        """The names."""
        return list(self.names)

    def location(self, item: str) -> str:
        """The page of that name."""
        with override(self.language):
            return reverse(item)


Sitemaps = dict[str, Sitemap]


def in_every_language(
    pages: dict[str, tuple[str, ...]], records: dict[str, Callable[[], QuerySet[Any]]]
) -> Iterator[tuple[str, Sitemap]]:
    """A sitemap of each kind in each language, called `vi-officials`."""
    for language, _ in settings.LANGUAGES:
        for name, names in pages.items():
            yield f"{language}-{name}", PageSitemap(language, names)
        for name, rows in records.items():
            yield f"{language}-{name}", RecordSitemap(language, rows)


def sitemaps() -> Sitemaps:
    """Those of this part of the site."""
    return dict(
        in_every_language(
            {"people": ("people:official_list", "people:organization_list")},
            {
                "officials": lambda: Official.objects.published().only("name"),
                "organizations": lambda: Organization.objects.published().only("name"),
            },
        )
    )
