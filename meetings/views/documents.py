"""The list of legal documents, and the page of one: who cites it, and where."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from meetings.cited import by_year, cited_in, latest_year, year_strip
from meetings.filters import DocumentFilter
from meetings.filters.documents import published_citations
from meetings.listings import documents
from meetings.models import Article
from people.freshness.values import read_once
from people.lists import elsewhere, filtered, page_of
from people.revisions import describe


def document_list(request: HttpRequest) -> HttpResponse:
    """Documents, the most cited first."""
    context = filtered(request, DocumentFilter, documents)
    cited_year = read_once(request, "latest year of citations", latest_year)
    return render(request, "meetings/document_list.html", {**context, "cited_year": cited_year})


def document_year(request: HttpRequest, year: int) -> HttpResponse:
    """The documents that the tasks of a year cite, the most cited first, month by month."""
    years = by_year()
    if year not in years:
        raise Http404
    strip = year_strip(years, year, lambda other: reverse("meetings:document_year", args=[other]))
    return render(request, "meetings/document_year.html", {"cited": cited_in(year), "years": strip})


def document_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A document and the places where meetings cite it, the newest first."""
    document = get_object_or_404(documents(), pk=pk)
    places = (
        published_citations()
        .filter(document=document)
        .select_related("meeting__province__successor", "directive")
        .defer("meeting__search_text", "directive__search_text")
        .prefetch_related(Prefetch("article", Article.objects.defer("search_text")))
        .order_by("-meeting__sort_date", "meeting", "start", "pk")
    )
    notices: list[str] = []
    page = page_of(request, Paginator(places, 50), notices)
    describe([document, *page.object_list])
    return elsewhere(request, document) or render(
        request, "meetings/document_detail.html", {"document": document, "page_obj": page, "notices": notices}
    )
