"""The page of what can be taken away, followed and built on."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from meetings.listings import targets
from meetings.models import Article
from opendata import licence
from opendata.catalogue import offers
from opendata.citing import cite
from opendata.described import catalogue
from opendata.identifiers import absolute, identifier
from opendata.standards.mapping import MAPPING
from people.sharing.structured import data_block


def open_data(request: HttpRequest) -> HttpResponse:
    """Files, the API, feeds, calendars, releases, standards; under which licence, and how it is cited."""
    lists = offers()
    loaded = Article.objects.aggregate(last=Max("loaded_at"))["last"]
    example = targets().select_related("article").defer("article__search_text").order_by("-pk").first()
    cited = cite(example, absolute(identifier(example), request), timezone.localdate()) if example else None
    context = {
        "lists": lists,
        "loaded": loaded,
        "example": example,
        "cited": cited,
        "licence": licence,
        "mapping": MAPPING,
        "releases": settings.RELEASES_URL,
        "site": absolute("/", request).rstrip("/"),
        "data": data_block(catalogue(lists, loaded, request.path, request)),
    }
    return render(request, "opendata/open_data.html", context)
