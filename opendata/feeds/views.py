"""The feeds of what is new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.listings import documents
from opendata.feeds import sources
from opendata.feeds.answers import conditional, moved_or_gone, not_there
from opendata.feeds.atom import Atom, atom
from opendata.feeds.entries import entry
from opendata.feeds.records import fetched
from opendata.feeds.sources import PLACE, Followed
from opendata.feeds.streams import newest, place_of
from opendata.identifiers import absolute
from opendata.limits import limited
from opendata.problems import Refusal, refused
from people.listings import officials, organizations
from people.models import Province

ENTRIES = 50  # on one page of a feed


@limited("feed")
def list_feed(request: HttpRequest, name: str) -> HttpResponseBase:
    """What is new on a list, with the filters and the words of its page."""
    return answer(request, sources.of_list(name, request))


@limited("feed")
def search_feed(request: HttpRequest) -> HttpResponseBase:
    """What is new, of any kind, with the words searched for."""
    return answer(request, sources.of_search(request))


@limited("feed")
def news_feed(request: HttpRequest) -> HttpResponseBase:
    """What is new at all."""
    return answer(request, sources.of_everything(request))


@limited("feed")
def official_feed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What is new of an official."""
    return _of_record(request, officials(), pk, sources.of_official)


@limited("feed")
def organization_feed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What is new of an agency."""
    return _of_record(request, organizations(), pk, sources.of_organization)


@limited("feed")
def document_feed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Where meetings cite a document."""
    return _of_record(request, documents(), pk, sources.of_document)


@limited("feed")
def province_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What is new of a province of today's map."""
    province = Province.objects.today().filter(slug=slug).first()
    return not_there() if province is None else answer(request, sources.of_province(request, province))


def _of_record(request: HttpRequest, rows: Any, pk: int, follow: Callable[..., Followed]) -> HttpResponseBase:
    found = rows.filter(pk=pk).first()
    if found is None:
        return moved_or_gone(request, rows.model, pk)
    return answer(request, follow(request, found))


def answer(request: HttpRequest, followed: Followed) -> HttpResponseBase:
    """The feed; 400 for parameters that were not understood, 304 for a reader who has it."""
    wrong = list(followed.refused)
    asked = request.GET.get(PLACE, "")
    below: dict[str, int] = {}
    try:
        below = place_of(asked, followed.streams) if PLACE in request.GET else {}
    except ValueError:
        wrong.append(Refusal(PLACE, _("“%(place)s” is no place in this feed.") % {"place": asked[:60]}))
    if wrong:
        return refused(wrong)
    page = newest(followed.streams, ENTRIES, below)
    document, changed = atom(
        followed.title,
        absolute(_address(request, asked), request),
        absolute(followed.page, request),
        [entry(kind, record, request) for kind, record in fetched(page.keys)],
        site=absolute(reverse("meetings:home"), request),
        icon=absolute(static("icons/icon-192.png"), request),
        further=absolute(_address(request, page.place), request) if page.place else "",
        identifier=absolute(_address(request), request),
    )
    return conditional(request, document, changed, Atom.content_type)


def _address(request: HttpRequest, place: str = "") -> str:
    """The feed's address with another place in it."""
    query = request.GET.copy()
    query.pop(PLACE, None)
    if place:
        query[PLACE] = place
    return f"{request.path}?{query.urlencode()}" if query else request.path
