"""What search engines are told to read of meetings: the lists, and every record that has a page of its own."""

from __future__ import annotations

from meetings.cited import by_year
from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.models import Province
from people.sitemaps import Sitemaps, in_every_language

PAGES = (
    "meetings:home",
    "meetings:meeting_list",
    "meetings:directive_list",
    "meetings:target_list",
    "meetings:target_comparison",
    "meetings:document_list",
    "meetings:article_list",
    "meetings:province_list",
    "meetings:method",
    "meetings:glossary",
)


def sitemaps() -> Sitemaps:
    """Those of this part of the site; what only repeats a first telling is left out."""
    meetings = Meeting.objects.published()
    return dict(
        in_every_language(
            {"meeting-pages": PAGES},
            {
                "meetings": lambda: meetings.only("title"),
                "directives": lambda: Directive.objects.first_tellings().filter(meeting__in=meetings).only("text"),
                "targets": lambda: (
                    Target.objects.first_tellings().filter(meeting__in=meetings).only("metric", "canonical_metric")
                ),
                "documents": lambda: LegalDocument.objects.published().only("kind", "number", "canonical", "issuer"),
                "provinces": lambda: Province.objects.today().only("slug"),
                "articles": lambda: Article.objects.published().only("title", "text", "file_name"),
            },
            lambda: [("meetings:document_year", [year]) for year in sorted(by_year())],
        )
    )
