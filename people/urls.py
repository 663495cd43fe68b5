"""Addresses of the pages on people, in the page's language; each record's is its id, then words for readers."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy

from people.views import comparisons, mistakes, officials, organizations

app_name = "people"
urlpatterns: list[URLPattern | URLResolver] = [
    path(pgettext_lazy("URL", "officials/"), officials.official_list, name="official_list"),
    path(pgettext_lazy("URL", "officials/<int:pk>/"), officials.official_detail, name="official"),
    path(pgettext_lazy("URL", "officials/<int:pk>-<slug:slug>/"), officials.official_detail, name="official_detail"),
    path(pgettext_lazy("URL", "organizations/"), organizations.organization_list, name="organization_list"),
    path(pgettext_lazy("URL", "organizations/<int:pk>/"), organizations.organization_detail, name="organization"),
    path(
        pgettext_lazy("URL", "organizations/<int:pk>-<slug:slug>/"),
        organizations.organization_detail,
        name="organization_detail",
    ),
    path(pgettext_lazy("URL", "compare/officials/"), comparisons.compare_officials, name="compare_officials"),
    path(
        pgettext_lazy("URL", "compare/organizations/"),
        comparisons.compare_organizations,
        name="compare_organizations",
    ),
    path(pgettext_lazy("URL", "report-mistake/<str:kind>/<int:pk>/"), mistakes.report_mistake, name="report_mistake"),
    path(
        pgettext_lazy("URL", "report-mistake/<str:kind>/<int:pk>/thanks/"),
        mistakes.report_thanks,
        name="report_thanks",
    ),
]
