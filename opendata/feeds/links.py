"""Which feeds and calendars follow a page: for the links that readers see and those that feed readers discover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.listings import LISTINGS
from opendata.feeds.sources import title_of
from people.facets.address import ALL
from people.search import parse
from people.search.filters import SearchFilter
from people.templatetags.english import in_english

ATOM, CALENDAR = "application/atom+xml", "text/calendar"
_NO_FILTERS = ("order", ALL)  # how rows stand on the page, which a feed orders by itself
_PAGES = {listing.page: name for name, listing in LISTINGS.items()}


@dataclass(frozen=True)
class Link:
    """A feed or a calendar: the media type, the address, what it follows, and what it is where that is known."""

    media: str
    address: str
    title: str
    label: str

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar."""
        return self.media == CALENDAR


def links_of(view: str, context: Mapping[str, Any]) -> list[Link]:
    """What follows the page of the view with that name, as its context has it; nothing where nothing does."""
    if view in _PAGES and "filter" in context:
        return list(_of_list(_PAGES[view], context["filter"]))
    needed, links = _OF_PAGES.get(view, ("", None))
    if links is None or (needed and needed not in context):  # a page that was not found has the name and no record
        return []
    return list(links(context))


def _of_list(name: str, filterset: Any) -> Iterable[Link]:
    if _is_searched_in_part(filterset):
        return
    title, query = title_of(name, filterset), _query(filterset)
    yield _feed(f"opendata:{name}_feed", title, query=query)
    if name == "directives":
        yield _deadlines("opendata:deadlines", title, query=query)
    if name == "meetings":
        yield _meetings(title, query)


def _feed(name: str, title: str, *arguments: Any, query: str = "") -> Link:
    return Link(ATOM, reverse(name, args=arguments) + query, title, _("What is new"))


def _deadlines(name: str, of: str, *arguments: Any, query: str = "") -> Link:
    title = _("Deadlines: %(of)s") % {"of": of}
    return Link(CALENDAR, reverse(name, args=arguments) + query, title, _("Calendar of deadlines"))


def _meetings(of: str, query: str) -> Link:
    title = _("Calendar of meetings: %(of)s") % {"of": of}
    return Link(CALENDAR, reverse("opendata:meetings_calendar") + query, title, _("Calendar of meetings"))


def _is_searched_in_part(filterset: Any) -> bool:
    """Whether the page leaves words out that a feed would be refused for: their rows are no address's."""
    return any(parse(filterset.cleaned.get(name, "")).cut for name in _searches(filterset))


def _searches(filterset: Any) -> list[str]:
    return [name for name, part in filterset.filters.items() if isinstance(part, SearchFilter)]


def _query(filterset: Any) -> str:
    """The filters in force."""
    query = QueryDict(mutable=True)
    for key, values in filterset.parameters.lists():
        if key not in _NO_FILTERS:
            query.setlist(key, values)
    return f"?{query.urlencode()}" if query else ""


def _home(context: Mapping[str, Any]) -> Iterable[Link]:
    yield _feed("opendata:news_feed", _("What is new"))


def _search(context: Mapping[str, Any]) -> Iterable[Link]:
    if context.get("asked"):
        query = QueryDict(mutable=True)
        query["q"] = context["typed"]
        title = _("Search: %(words)s") % {"words": context["typed"]}
        yield _feed("opendata:search_feed", title, query=f"?{query.urlencode()}")


def _official(context: Mapping[str, Any]) -> Iterable[Link]:
    official = context["official"]
    yield _feed("opendata:official_feed", official.name, official.pk)
    yield _deadlines("opendata:official_deadlines", official.name, official.pk)


def _organization(context: Mapping[str, Any]) -> Iterable[Link]:
    organization = context["organization"]
    name = in_english(organization.full_name)
    yield _feed("opendata:organization_feed", name, organization.pk)
    yield _deadlines("opendata:organization_deadlines", name, organization.pk, query=_query(context["filter"]))


def _document(context: Mapping[str, Any]) -> Iterable[Link]:
    document = context["document"]
    yield _feed("opendata:document_feed", in_english(document), document.pk)


def _province(context: Mapping[str, Any]) -> Iterable[Link]:
    province = context["province"]
    name, here = in_english(province.name), f"?province={province.slug}"
    yield _feed("opendata:province_feed", name, province.slug)
    yield _deadlines("opendata:deadlines", name, query=here)
    yield _meetings(name, here)


# By the name of a page what of its context is followed.
_OF_PAGES: dict[str, tuple[str, Callable[[Mapping[str, Any]], Iterable[Link]]]] = {
    "meetings:home": ("", _home),
    "meetings:search": ("", _search),
    "people:official_detail": ("official", _official),
    "people:organization_detail": ("organization", _organization),
    "meetings:document_detail": ("document", _document),
    "meetings:province_detail": ("province", _province),
}
