"""The filters of the list of legal documents."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.models import Citation, LegalDocument
from people.facets import NumberFacet, WordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.records import PUBLISHED
from people.search.filters import SearchFilter


def published_citations() -> QuerySet[Citation]:
    """Citations that readers may see, at meetings that they may see."""
    return Citation.objects.published().filter(meeting__state__in=PUBLISHED)


class DocumentFilter(OnAMap):
    """What kind of document, by whom, and where and when meetings cited it."""

    touched_by: ClassVar = {
        "meetings_legaldocument.id": "pk",
        "meetings_citation.document_id": "pk",
        "meetings_meeting.id": "citations__meeting",
    }

    q = SearchFilter()
    kind = WordFacet("kind", label=_("Kind of document"))
    issuer = WordFacet("issuer", label=_("Issued by"), blank=_("Issuer not stated"))
    province = ProvinceFacet(
        "meeting__province", label=_("Cited in the province"), links=published_citations, row="document"
    )
    year = NumberFacet("meeting__year", label=_("Cited in the year"), links=published_citations, row="document")
    order = OrderFilter(
        {
            "cited": (_("Most cited first"), ("-cited", "canonical")),
            "number": (_("By number"), ("canonical",)),
        }
    )

    class Meta:
        model = LegalDocument
        fields: list[str] = []
        facets = ("kind", "issuer", "province", "year")
