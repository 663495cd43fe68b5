"""What search engines are told to read: every page of officials and agencies, in files that stay as they grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from people.models import Official, Organization

More = Callable[[], Iterable[tuple[str, list[Any]]]]
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
    """Pages that are no record's, in one language: those whose addresses have these names, and what `more` adds."""

    def __init__(self, language: str, names: tuple[str, ...], more: More | None = None) -> None:
        self.language, self.names, self.more = language, names, more

    def items(self) -> list[tuple[str, list[Any]]]:
        """(name of the address, its arguments)."""
        return [*((name, []) for name in self.names), *(self.more() if self.more else ())]

    def location(self, item: tuple[str, list[Any]]) -> str:
        """The page of that name."""
        name, arguments = item
        with override(self.language):
            return reverse(name, args=arguments)


Sitemaps = dict[str, Sitemap]


def in_every_language(
    pages: dict[str, tuple[str, ...]],
    records: dict[str, Callable[[], QuerySet[Any]]],
    more: More | None = None,
) -> Iterator[tuple[str, Sitemap]]:
    """A sitemap of each kind in each language, called `vi-officials`; `more` are pages beside those with a name."""
    for language, _ in settings.LANGUAGES:
        for name, names in pages.items():
            yield f"{language}-{name}", PageSitemap(language, names, more)
        for name, rows in records.items():
            yield f"{language}-{name}", RecordSitemap(language, rows)


def sitemaps() -> Sitemaps:
    """Those of this part of the site."""
    return dict(
        in_every_language(
            {
                "people": (
                    "people:official_list",
                    "people:organization_list",
                    "people:compare_officials",
                    "people:compare_organizations",
                )
            },
            {
                "officials": lambda: Official.objects.published().only("name"),
                "organizations": lambda: Organization.objects.published().only("name"),
            },
        )
    )
