"""Addresses of the pages on meetings, in the page's language; each record's is its id, then words for readers."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy

from meetings.views import (
    about,
    articles,
    cards,
    comparison,
    directives,
    documents,
    home,
    meetings,
    provinces,
    search,
    suggestions,
    targets,
)

app_name = "meetings"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path(pgettext_lazy("URL", "meetings/"), meetings.meeting_list, name="meeting_list"),
    path(pgettext_lazy("URL", "meetings/<int:pk>/"), meetings.meeting_detail, name="meeting"),
    path(pgettext_lazy("URL", "meetings/<int:pk>-<slug:slug>/"), meetings.meeting_detail, name="meeting_detail"),
    path(pgettext_lazy("URL", "directives/"), directives.directive_list, name="directive_list"),
    path(pgettext_lazy("URL", "directives/print/"), directives.directive_print, name="directive_print"),
    path(pgettext_lazy("URL", "directives/<int:pk>/"), directives.directive_detail, name="directive"),
    path(
        pgettext_lazy("URL", "directives/<int:pk>-<slug:slug>/"), directives.directive_detail, name="directive_detail"
    ),
    path(pgettext_lazy("URL", "targets/"), targets.target_list, name="target_list"),
    path(pgettext_lazy("URL", "targets/<int:pk>/"), targets.target_detail, name="target"),
    path(pgettext_lazy("URL", "targets/<int:pk>-<slug:slug>/"), targets.target_detail, name="target_detail"),
    path(pgettext_lazy("URL", "compare/targets/"), comparison.target_comparison, name="target_comparison"),
    path(pgettext_lazy("URL", "documents/"), documents.document_list, name="document_list"),
    path(pgettext_lazy("URL", "documents/year/<int:year>/"), documents.document_year, name="document_year"),
    path(pgettext_lazy("URL", "documents/<int:pk>/"), documents.document_detail, name="document"),
    path(pgettext_lazy("URL", "documents/<int:pk>-<slug:slug>/"), documents.document_detail, name="document_detail"),
    path(pgettext_lazy("URL", "articles/"), articles.article_list, name="article_list"),
    path(pgettext_lazy("URL", "articles/<int:pk>/"), articles.article_detail, name="article"),
    path(pgettext_lazy("URL", "articles/<int:pk>-<slug:slug>/"), articles.article_detail, name="article_detail"),
    path(pgettext_lazy("URL", "provinces/"), provinces.province_list, name="province_list"),
    path(pgettext_lazy("URL", "provinces/<slug:slug>/"), provinces.province_detail, name="province_detail"),
    path(pgettext_lazy("URL", "search/"), search.search, name="search"),
    path(pgettext_lazy("URL", "suggestions/"), suggestions.suggestions, name="suggestions"),
    path(pgettext_lazy("URL", "method/"), about.method, name="method"),
    path(pgettext_lazy("URL", "glossary/"), about.terms, name="glossary"),
    path(pgettext_lazy("URL", "cards/<str:kind>/<int:pk>.png"), cards.card, name="card"),
]
