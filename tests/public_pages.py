"""Every kind of public page by the name of its address, each with an example: a page that is not here fails a test.

Whoever adds a page adds a line to PAGES; the tests in `tests/browser` then look at it in both languages and themes,
with scripts and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import URLPattern, reverse
from django.utils import translation

import meetings.urls
import opendata.page_urls
import people.urls
from opendata.feeds.urls import urlpatterns as of_feeds
from tests.factories import make_appearance, make_article, make_directive, make_meeting, make_official, make_target
from tests.meetings.views.pages import Scene, make_scene

LANGUAGES = ("vi", "en")
LONG = "Nghiêngngảnghiêngngả" * 12
Address = Callable[[Scene], str]


def _named(name: str, **arguments: Any) -> Address:
    return lambda scene: reverse(name, kwargs=arguments)


def _record(of: Callable[[Scene], Any]) -> Address:
    return lambda scene: str(of(scene).get_absolute_url())


def _compared(name: str, one: Any) -> str:
    other = type(one)._default_manager.exclude(pk=one.pk).order_by("pk").first() or one
    return reverse(name) + "?" + urlencode({"a": one.pk, "b": other.pk})


# The name of an address, and what stands behind it in the scene.
PAGES: dict[str, Address] = {
    "meetings:home": _named("meetings:home"),
    "meetings:meeting_list": _named("meetings:meeting_list"),
    "meetings:meeting_detail": _record(lambda scene: scene.meeting),
    "meetings:directive_list": _named("meetings:directive_list"),
    "meetings:directive_detail": _record(lambda scene: scene.directive),
    "meetings:target_list": _named("meetings:target_list"),
    "meetings:target_detail": _record(lambda scene: scene.target),
    "meetings:directive_print": _named("meetings:directive_print"),
    "meetings:target_comparison": lambda scene: (
        reverse("meetings:target_comparison") + "?" + urlencode({"indicator": scene.target.canonical_metric})
    ),
    "meetings:province_list": _named("meetings:province_list"),
    "meetings:province_detail": _named("meetings:province_detail", slug="nghe-an"),
    "meetings:method": _named("meetings:method"),
    "opendata:open_data": _named("opendata:open_data"),
    "opendata:api": _named("opendata:api"),
    "meetings:glossary": _named("meetings:glossary"),
    "meetings:document_list": _named("meetings:document_list"),
    "meetings:document_detail": _record(lambda scene: scene.document),
    "meetings:document_year": _named("meetings:document_year", year=2024),
    "meetings:article_list": _named("meetings:article_list"),
    "meetings:article_detail": _record(lambda scene: scene.article),
    "meetings:search": lambda scene: reverse("meetings:search") + "?q=tai+chinh",
    "people:official_list": _named("people:official_list"),
    "people:official_detail": _record(lambda scene: scene.official),
    "people:organization_list": _named("people:organization_list"),
    "people:organization_detail": _record(lambda scene: scene.finance),
    "people:compare_officials": lambda scene: _compared("people:compare_officials", scene.official),
    "people:compare_organizations": lambda scene: _compared("people:compare_organizations", scene.finance),
    "people:report_mistake": lambda scene: reverse("people:report_mistake", args=["meeting", scene.meeting.pk]),
    "people:report_thanks": lambda scene: reverse("people:report_thanks", args=["meeting", scene.meeting.pk]),
}
# The same pages as they look when something is odd: nothing found, what was asked for not understood, nothing there.
STATES: dict[str, Address] = {
    "nobody chosen": lambda scene: reverse("people:compare_officials"),
    "no indicator chosen": lambda scene: reverse("meetings:target_comparison"),
    "no result": lambda scene: reverse("meetings:meeting_list") + "?q=khongco&year=x",
    "nothing found": lambda scene: reverse("meetings:search") + "?q=khongco",
    "not there": lambda scene: reverse("meetings:home") + "khong-co-trang-nay/",
    "an article on no meeting": lambda scene: str(
        make_article(
            f"{LONG} không họp.", subject="other", detection_quote=LONG, detection_rule="no meeting told"
        ).get_absolute_url()
    ),
    "a figure without a name": lambda scene: str(make_target(scene.meeting, metric="(%)").get_absolute_url()),
}
# Addresses that lead on to another one, or answer with something else than a page.
NO_PAGES = {
    "meetings:meeting",
    "meetings:directive",
    "meetings:target",
    "meetings:document",
    "meetings:article",
    "people:official",
    "people:organization",
    "meetings:suggestions",
    "meetings:card",
    *(f"opendata:{name}_file" for name in opendata.page_urls.LISTS),
    *(f"opendata:{pattern.name}" for pattern in of_feeds),
}


def public_names() -> Iterator[str]:
    """The names of all public addresses."""
    for app in (meetings.urls, people.urls, opendata.page_urls):
        for pattern in app.urlpatterns:
            assert isinstance(pattern, URLPattern)
            yield f"{app.app_name}:{pattern.name}"


def make_public_scene() -> Scene:
    """A meeting with one record of each kind, and things with long names beside it."""
    scene = make_scene()
    for name in ("Trần Thị Hoa", LONG[:100]):  # with the official three: enough for a picture of who meets whom
        make_appearance(scene.meeting, make_official(name, province=scene.meeting.province))
    make_directive(scene.meeting, f"Giao {LONG} thực hiện.", assignees=[LONG], deadline_text="sớm")
    make_meeting(f"Phiên họp {LONG}", body_name=LONG[:250])
    return scene


def addresses(scene: Scene, language: str = "vi") -> dict[str, str]:
    """The address of each page in a language, by its name."""
    with translation.override(language):
        return {name: address(scene) for name, address in {**PAGES, **STATES}.items()}
