"""Addresses of records are those that Django's `reverse` gives, in the language of the page and where the site lies."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from django.test import override_settings
from django.urls import path, reverse, set_script_prefix
from django.utils.translation import override
from django.views import View

from people.addressing import address_by_slug, address_of


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("view", ["meetings:meeting_detail", "meetings:target_detail", "people:official_detail"])
def test_a_record_s_page(language: str, view: str) -> None:
    with override(language):
        for pk, slug in ((1, "-"), (27, "so-27-9182736455")):
            assert address_of(view, pk, slug) == reverse(view, kwargs={"pk": pk, "slug": slug})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_known_by_its_slug(language: str) -> None:
    with override(language):
        view, slug = "meetings:province_detail", "dien-bien"
        assert address_by_slug(view, slug) == reverse(view, kwargs={"slug": slug})


def test_where_the_site_lies() -> None:
    at_root = address_of("meetings:meeting_detail", 1, "a")
    try:
        set_script_prefix("/tinh/")
        assert address_of("meetings:meeting_detail", 1, "a") == f"/tinh{at_root}"
    finally:
        set_script_prefix("/")


def test_other_addresses() -> None:
    others = ModuleType("tests.people.other_urls")
    others.urlpatterns = [path("<int:pk>/<slug:slug>", View.as_view(), name="one")]  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch, override_settings(ROOT_URLCONF=others.__name__):
        patch.setitem(sys.modules, others.__name__, others)
        assert address_of("one", 3, "c") == "/3/c"
