"""Addresses of Popolo and Open Civic Data; like those of the API they depend on no language."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path

from opendata.standards import views

app_name = "standards"
STANDARDS = {"popolo": ("persons", "organizations", "memberships", "areas"), "ocd": ("events",)}


def _patterns() -> Iterator[URLPattern]:
    for standard, names in STANDARDS.items():
        for name in names:
            yield path(f"{standard}/{name}", views.several, {"name": name}, name=name)
            yield path(f"{standard}/{name}/<int:pk>", views.single, {"name": name}, name=name.removesuffix("s"))
        yield re_path(rf"^{standard}/", views.nothing, name=f"no-{standard}")


urlpatterns: list[URLPattern] = list(_patterns())
