"""Addresses that carry no language: permanent identifiers, and what machines ask for."""

from django.urls import URLPattern, URLResolver, include, path

from opendata.views import identifiers

urlpatterns: list[URLPattern | URLResolver] = [
    path("id/<slug:kind>/<int:pk>", identifiers.resolve, name="identifier"),
    path("api/v1/", include("opendata.api.urls")),
    path("api/", include("opendata.standards.urls")),
]
