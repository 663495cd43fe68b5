"""Addresses of the API. Nothing in them depends on a language, and none ends with a slash but the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, URLResolver, path, re_path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from django.views.decorators.vary import vary_on_headers

from opendata.api.described import described_detail, described_list, described_others
from opendata.api.errors import not_found
from opendata.api.others import RedirectsView, RootView
from opendata.api.schema import DescriptionView
from opendata.limits import limited
from opendata.resources import RESOURCES

app_name = "api"


def _served(view: Any) -> Callable[..., Any]:
    """Asked for anew each time, but sent only where it has changed; 429 for who asks too often."""
    answer = limited("api")(view.as_view())
    return cache_control(no_cache=True, public=True)(
        vary_on_headers("Accept-Language", "Cookie")(conditional_page(answer))
    )


urlpatterns: list[URLPattern | URLResolver] = [
    path("", _served(described_others(RootView)), name="root"),
    path("openapi.json", _served(DescriptionView), name="schema"),
    path("redirects", _served(described_others(RedirectsView)), name="redirects"),
]
for resource in RESOURCES.values():
    urlpatterns += [
        path(resource.name, _served(described_list(resource)), name=resource.name),
        path(f"{resource.name}/<int:pk>", _served(described_detail(resource)), name=resource.kind),
    ]
urlpatterns.append(re_path(r"", not_found, name="nothing"))
