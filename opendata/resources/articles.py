"""Press texts and the documents that they cite, as others get them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meetings.filters.documents import published_citations
from meetings.models import Article, Citation, LegalDocument
from opendata.resources.columns import Resource
from opendata.resources.shared import correctable, evidenced

ARTICLES = Resource(
    "articles",
    "article",
    Article,
    _("Articles"),
    _("The press texts that were read. Their words belong to their publishers: a release has only what is quoted."),
    Article.objects.published,
    correctable(
        Article,
        ("title", _("The headline, where the curator's list gives it.")),
        ("publisher", _("The newspaper or portal.")),
        ("url", _("Where the publisher has the text.")),
        ("reported_on", _("The day on which it was published.")),
        ("province", _("The province, as a curator knows it.")),
        ("subject", _("Whether it tells of a provincial meeting.")),
        ("detection_rule", _("The rule that decided it.")),
        ("detection_quote", _("The words that decided it.")),
        ("extractor_version", _("The version of the rules that read it last.")),
        ("read_at", _("When it was read last.")),
        ("sha256", _("The SHA-256 of the text as UTF-8.")),
    ),
)
DOCUMENTS = Resource(
    "documents",
    "document",
    LegalDocument,
    _("Legal documents"),
    _("Numbered documents of party and state bodies, one per canonical form."),
    LegalDocument.objects.published,
    correctable(
        LegalDocument,
        ("kind", _("What kind of document it is.")),
        ("number", _("The number with its signs.")),
        ("issuer", _("The body that issued it, where a text tells it.")),
        ("canonical", _("The form by which different spellings are one document.")),
    ),
)
CITATIONS = Resource(
    "citations",
    "citation",
    Citation,
    _("Citations"),
    _("Places where a press text cites a legal document."),
    lambda: published_citations().filter(document__in=LegalDocument.objects.published()),
    evidenced(
        Citation,
        ("document", _("The document cited.")),
        ("meeting", _("The meeting that the text tells of.")),
        ("directive", _("The task in whose words it is cited.")),
    ),
)
