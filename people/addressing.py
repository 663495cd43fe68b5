"""Addresses of records: what Django's `reverse` gives, at a tenth of its cost, since a page has a hundred of them."""

from __future__ import annotations

from functools import cache, lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

_PK, _SLUG = 9_182_736_455, "nine-one-eight"  # what no other part of an address is


def address_of(view: str, pk: int, slug: str) -> str:
    """The address of a record's page, in the language of this page. `slug` is of a-z, 0-9 and hyphens."""
    before, between, after = _around(view, *_here())
    return f"{before}{pk}{between}{slug}{after}"


def address_by_slug(view: str, slug: str) -> str:
    """The address of the page of one of few records, which are known by their slugs."""
    return _by_slug(view, slug, *_here())


def _here() -> tuple[str, str, str | None]:
    """What addresses of the same view differ by."""
    return get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), get_language()


@cache
def _around(view: str, urls: str, _prefix: str, _language: str | None) -> tuple[str, str, str]:
    before, _, rest = reverse(view, urls, kwargs={"pk": _PK, "slug": _SLUG}).partition(str(_PK))
    between, _, after = rest.partition(_SLUG)
    return before, between, after


@lru_cache(maxsize=2_000)
def _by_slug(view: str, slug: str, urls: str, _prefix: str, _language: str | None) -> str:
    return reverse(view, urls, kwargs={"slug": slug})
