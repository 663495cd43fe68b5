"""The lists of meetings and of what they brought: what stands on each, for its page and for all that follows it."""

from __future__ import annotations

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from meetings.figures import figures
from meetings.filters import ArticleFilter, DirectiveFilter, DocumentFilter, MeetingFilter, TargetFilter
from meetings.filters.documents import published_citations
from meetings.filters.provinces import MapFilter
from meetings.ledger import with_columns, with_parts
from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.listings import LISTINGS as OF_PEOPLE
from people.listings import Listing
from people.models import Province
from people.records import PUBLISHED


def meetings() -> QuerySet[Meeting]:
    """Published meetings with their bodies and provinces."""
    return Meeting.objects.published().select_related("body", "province__successor").defer("search_text")


def tasks() -> QuerySet[Directive]:
    """Published directives of published meetings, each with its assignments in `parts`."""
    return with_parts(
        Directive.objects.published()
        .filter(meeting__state__in=PUBLISHED)
        .select_related("assigner", "meeting__body", "meeting__province__successor")
        .defer("search_text", "meeting__search_text")
    )


def ledger() -> QuerySet[Directive]:
    """Tasks, each as it was first told, with what the ledger's columns show."""
    return with_columns(tasks().filter(same_as__isnull=True))


def targets() -> QuerySet[Target]:
    """Figures, each as it was first told."""
    return figures().filter(same_as__isnull=True)


def documents() -> QuerySet[LegalDocument]:
    """Published documents, each with the number of places (`cited`) and of meetings (`meeting_count`) that cite it."""
    places = published_citations().filter(document=OuterRef("pk")).order_by().values("document")
    return LegalDocument.objects.published().annotate(
        cited=Coalesce(Subquery(places.annotate(n=Count("*")).values("n")), 0),
        meeting_count=Coalesce(Subquery(places.annotate(n=Count("meeting", distinct=True)).values("n")), 0),
    )


def articles() -> QuerySet[Article]:
    """Published press texts with the provinces that curators gave them."""
    return Article.objects.published().select_related("province__successor").defer("search_text")


LISTINGS = {
    **OF_PEOPLE,
    **{
        listing.name: listing
        for listing in (
            Listing("meetings", "meetings:meeting_list", MeetingFilter, meetings),
            Listing("directives", "meetings:directive_list", DirectiveFilter, ledger),
            Listing("targets", "meetings:target_list", TargetFilter, targets),
            Listing("documents", "meetings:document_list", DocumentFilter, documents),
            Listing("articles", "meetings:article_list", ArticleFilter, articles),
        )
    },
}

# Places of a map with what is counted there: no list of records, which `LISTINGS` are.
PROVINCES = Listing("provinces", "meetings:province_list", MapFilter, Province.objects.all)
