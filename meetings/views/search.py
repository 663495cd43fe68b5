"""The search over everything."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from meetings import hits
from meetings.listings import LISTINGS
from meetings.searching import Dress, Kind, groups, similar_names, without_a_word
from people.places import provinces_named
from people.search import parse
from people.search.filters import LONGEST_TYPED, SearchFilter, TypedField


def _kind(name: str, label: Any, icon: str, dress: Dress, of: str = "", parameter: str = "q") -> Kind:
    listing = LISTINGS[of or name]
    return Kind(name, label, icon, listing.page, listing.filters, listing.rows, dress, parameter)


KINDS = (
    _kind("officials", _("Officials"), "user", hits.dress_officials),
    _kind("organizations", _("Agencies"), "landmark", hits.dress_organizations),
    _kind("offices", _("Officials by office"), "users", hits.dress_officials, "officials", "office"),
    _kind("meetings", _("Meetings"), "calendar", hits.dress_meetings),
    _kind("directives", _("Tasks"), "clipboard-list", hits.dress_directives),
    _kind("targets", _("Figures"), "target", hits.dress_targets),
    _kind("documents", _("Legal documents"), "scale", hits.dress_documents),
    _kind("articles", _("Articles"), "newspaper", hits.dress_articles),
)


def search(request: HttpRequest) -> HttpResponse:
    """The best rows of every kind for `q`; where there are none, similar names and shorter queries."""
    typed = TypedField().clean(request.GET.get("q", ""))[:LONGEST_TYPED]
    query = parse(typed)
    found = groups(KINDS, typed, query, request) if query else []
    nothing = bool(query) and not found
    context = {
        "typed": typed,
        "asked": bool(query),
        "groups": found,
        "provinces": provinces_named(query),
        "total": sum(group.total for group in found),
        "notices": SearchFilter().notices_on(typed),
        "similar": similar_names(KINDS[:2], typed) if nothing else [],
        "shorter": without_a_word(KINDS, typed, request) if nothing else [],
    }
    return render(request, "search.html", context)
