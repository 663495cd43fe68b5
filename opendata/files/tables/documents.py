"""Legal documents as a file: how often each is cited, and the words of the first place that cites it."""

from __future__ import annotations

from typing import Any

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.filters.documents import published_citations
from meetings.models import Citation, LegalDocument
from opendata.files.columns import Column, in_page_language, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, evidence, identity, with_openings
from opendata.files.tables.base import Table


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each document."""
    return [
        *identity(edition),
        *in_page_language(Column("document", _("Document"), str, width=34)),
        plain(LegalDocument, "kind", width=18),
        plain(LegalDocument, "number", width=18),
        *in_page_language(plain(LegalDocument, "issuer", width=26)),
        plain(LegalDocument, "canonical", corrects=False, width=20),
        Column("meetings", _("Meetings"), lambda document: document.meeting_count, width=10),
        Column("places", _("Places"), lambda document: document.cited, width=10),
        *evidence(edition, lambda document: document.cited_first),
        *closing(edition, LegalDocument),
    ]


def describe(documents: list[Any]) -> None:
    """Looks up, in `cited_first`, the first place that cites each."""
    places = published_citations().filter(document__in=[document.pk for document in documents]).order_by()
    first = dict(places.values_list("document").annotate(first=Min("pk")))
    rows = Citation.objects.select_related("article").defer("article__text", "article__search_text")
    found = rows.in_bulk(first.values())
    for document in documents:
        document.cited_first = found.get(first.get(document.pk, 0))
    with_openings(place.article for place in found.values())


DOCUMENTS = Table(gettext_lazy("Legal documents"), columns, describe=describe)
