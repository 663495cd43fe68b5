"""Addresses of feeds and calendars, in the page's language. A record's have its key alone: they outlive its name."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from opendata.feeds import calendar_views, views

LISTS = {
    "officials": pgettext_lazy("URL", "officials/news.atom"),
    "organizations": pgettext_lazy("URL", "organizations/news.atom"),
    "meetings": pgettext_lazy("URL", "meetings/news.atom"),
    "directives": pgettext_lazy("URL", "directives/news.atom"),
    "targets": pgettext_lazy("URL", "targets/news.atom"),
    "documents": pgettext_lazy("URL", "documents/news.atom"),
    "articles": pgettext_lazy("URL", "articles/news.atom"),
}
urlpatterns: list[URLPattern] = [
    *(path(route, views.list_feed, {"name": name}, name=f"{name}_feed") for name, route in LISTS.items()),
    path(pgettext_lazy("URL", "news.atom"), views.news_feed, name="news_feed"),
    path(pgettext_lazy("URL", "search/news.atom"), views.search_feed, name="search_feed"),
    path(pgettext_lazy("URL", "officials/<int:pk>/news.atom"), views.official_feed, name="official_feed"),
    path(pgettext_lazy("URL", "organizations/<int:pk>/news.atom"), views.organization_feed, name="organization_feed"),
    path(pgettext_lazy("URL", "documents/<int:pk>/news.atom"), views.document_feed, name="document_feed"),
    path(pgettext_lazy("URL", "provinces/<slug:slug>/news.atom"), views.province_feed, name="province_feed"),
    path(pgettext_lazy("URL", "directives/deadlines.ics"), calendar_views.deadlines, name="deadlines"),
    path(
        pgettext_lazy("URL", "officials/<int:pk>/deadlines.ics"),
        calendar_views.official_deadlines,
        name="official_deadlines",
    ),
    path(
        pgettext_lazy("URL", "organizations/<int:pk>/deadlines.ics"),
        calendar_views.organization_deadlines,
        name="organization_deadlines",
    ),
    path(pgettext_lazy("URL", "meetings/calendar.ics"), calendar_views.meetings, name="meetings_calendar"),
]
