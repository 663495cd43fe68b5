"""The one address of a page, absolute, and its address in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse, translate_url
from django.utils.http import urlencode
from django.utils.translation import get_language

_LONGEST_KEPT = 200  # characters of a path; what is longer leads nowhere and is not asked for again


@dataclass(frozen=True)
class Alternate:
    """The page in another language, as `hreflang` names it."""

    language: str
    address: str


def absolute(request: HttpRequest, path: str) -> str:
    """`path` with the host that was asked, one of `ALLOWED_HOSTS`."""
    return request.build_absolute_uri(path)


def permanent(request: HttpRequest, kind: str, record: Any) -> str:
    """The record's permanent identifier, `kind` being what it is called there."""
    return absolute(request, reverse("identifier", args=[kind, record.pk]))


def own_path(request: HttpRequest, context: Mapping[str, Any]) -> str:
    """The page's path without what an address may carry beside it.

    A page of its own is a later page of a list, and what `own_query` of the context names: who is compared, say.
    """
    number = getattr(context.get("page_obj"), "number", 1)
    query = {**(context.get("own_query") or {}), **({"page": number} if number != 1 else {})}
    return f"{request.path}?{urlencode(query)}" if query else request.path


def is_selection(context: Mapping[str, Any]) -> bool:
    """Whether the page shows what filters left of a list: one of very many, and all of it stands on the list, too."""
    own = context.get("own_query") or {}
    return any(active.name not in own for active in getattr(context.get("filter"), "active", ()))


def in_language(language: str, address: str) -> str:
    """An address of this site in another language, its query kept; as it is where it leads to no page."""
    path, mark, query = address.partition("?")
    find = _path_in if len(path) <= _LONGEST_KEPT else _path_in.__wrapped__
    return f"{find(language, path, get_language(), get_script_prefix())}{mark}{query}"


@lru_cache(maxsize=5_000)  # each page has a link to every language, and to find the page of a path takes long
def _path_in(language: str, path: str, spoken: str, prefix: str) -> str:
    """The path in `language`; it is one in the language `spoken` now, on a site that lies at `prefix`."""
    return translate_url(path, language)


def alternates(request: HttpRequest, path: str) -> list[Alternate]:
    """The page in every language, itself among them, and for readers of any other language the main one."""
    found = [Alternate(code, absolute(request, in_language(code, path))) for code, _ in settings.LANGUAGES]
    main = next(each.address for each in found if each.language == settings.LANGUAGE_CODE)
    return [*found, Alternate("x-default", main)]
