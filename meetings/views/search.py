"""The search over everything."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from meetings import hits
from meetings.figures import figures
from meetings.filters import ArticleFilter, DirectiveFilter, DocumentFilter, MeetingFilter, TargetFilter
from meetings.models import Article, Meeting
from meetings.searching import Kind, groups, similar_names, without_a_word
from meetings.views.directives import tasks
from meetings.views.documents import documents
from people.filters import OfficialFilter, OrganizationFilter
from people.models import Official, Organization
from people.places import provinces_named
from people.search import parse
from people.search.filters import LONGEST_TYPED, SearchFilter, TypedField


def _placed(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.published().select_related("province__successor").defer("search_text")  # type: ignore[attr-defined]


def _first_tellings(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(same_as__isnull=True)


KINDS = (
    Kind(
        "officials",
        _("Officials"),
        "user",
        "people:official_list",
        OfficialFilter,
        lambda: _placed(Official.objects.all()),
        hits.dress_officials,
    ),
    Kind(
        "organizations",
        _("Agencies"),
        "landmark",
        "people:organization_list",
        OrganizationFilter,
        lambda: _placed(Organization.objects.all()),
        hits.dress_organizations,
    ),
    Kind(
        "offices",
        _("Officials by office"),
        "users",
        "people:official_list",
        OfficialFilter,
        lambda: _placed(Official.objects.all()),
        hits.dress_officials,
        parameter="office",
    ),
    Kind(
        "meetings",
        _("Meetings"),
        "calendar",
        "meetings:meeting_list",
        MeetingFilter,
        lambda: _placed(Meeting.objects.all()),
        hits.dress_meetings,
    ),
    Kind(
        "directives",
        _("Tasks"),
        "clipboard-list",
        "meetings:directive_list",
        DirectiveFilter,
        lambda: _first_tellings(tasks()),
        hits.dress_directives,
    ),
    Kind(
        "targets",
        _("Figures"),
        "target",
        "meetings:target_list",
        TargetFilter,
        lambda: _first_tellings(figures()),
        hits.dress_targets,
    ),
    Kind(
        "documents",
        _("Legal documents"),
        "scale",
        "meetings:document_list",
        DocumentFilter,
        documents,
        hits.dress_documents,
    ),
    Kind(
        "articles",
        _("Articles"),
        "newspaper",
        "meetings:article_list",
        ArticleFilter,
        lambda: _placed(Article.objects.all()),
        hits.dress_articles,
    ),
)


def search(request: HttpRequest) -> HttpResponse:
    """The best rows of every kind for `q`; where there are none, similar names and shorter queries."""
    typed = TypedField().clean(request.GET.get("q", ""))[:LONGEST_TYPED]
    query = parse(typed)
    found = groups(KINDS, typed, query) if query else []
    nothing = bool(query) and not found
    context = {
        "typed": typed,
        "asked": bool(query),
        "groups": found,
        "provinces": provinces_named(query),
        "total": sum(group.total for group in found),
        "notices": SearchFilter().notices_on(typed),
        "similar": similar_names(KINDS[:2], typed) if nothing else [],
        "shorter": without_a_word(KINDS, typed) if nothing else [],
    }
    return render(request, "search.html", context)
