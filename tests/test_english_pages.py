"""Pages in English: whatever is Vietnamese there says so, or is quoted. And none of English on Vietnamese pages."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import translation

from meetings.cards import MAKERS
from tests.factories import make_decision, make_directive, make_handover, make_organization, make_role, make_target
from tests.languages import foreign_forms, is_english, unmarked_english, unmarked_vietnamese, vietnamese_names
from tests.meetings.views.pages import Scene
from tests.public_pages import PAGES, STATES, addresses, make_public_scene

HEAD = '<html lang="en"><head>{}</head><body><h1>{}</h1>'


def make_wide_scene() -> Scene:
    """The scene with bodies that no rule can translate, and with figures whose form depends on the language."""
    scene = make_public_scene()
    told = make_organization("Ban Muối", province=scene.finance.province)
    make_handover(scene.finance, told, "giá muối")
    make_role(scene.official, "Trưởng Ban Muối", organization=told, last_attested=datetime.date(2024, 1, 2))
    make_directive(scene.meeting, "Rà soát.", assignees=[told, "hộ làm muối"], assigner_title="Trưởng Ban Muối")
    make_decision(scene.meeting, "Thông qua tờ trình.", article=scene.article)
    for period, value in (("2023", "1234.5"), ("2024-Q3", "0.25"), ("2025-03-05", "8.75")):
        make_target(scene.meeting, metric=scene.target.metric, value=Decimal(value), period=period)
    return scene


def pages(scene: Scene, language: str) -> dict[str, str]:
    """Every kind of page, and those of what cannot be translated."""
    found = addresses(scene, language)
    told = type(scene.finance).objects.get(name="Ban Muối")
    found["another agency"] = found["people:organization_detail"].replace(str(scene.finance.pk), str(told.pk), 1)
    for words in ("muoi", "vinh", "nghị quyết", "phiên họp", "sẽ chẳng có"):
        for name in ("meetings:search", "meetings:meeting_list", "no indicator chosen"):
            found[f"{name} of {words}"] = f"{found[name].partition('?')[0]}?{urlencode({'q': words})}"
    for name in ("meetings:document_detail", "meetings:target_detail", "people:organization_detail"):
        found[f"{name} with words"] = f"{found[name]}?{urlencode({'found': 'nghị quyết sở ngân sách'})}"
    for name in ("people:compare_officials", "people:compare_organizations"):
        found[f"{name}, typed"] = f"{found[name].partition('?')[0]}?{urlencode({'a': 'lê', 'b': 'sở'})}"
    return found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="en"><body><p>Tasks</p><p lang="vi">Giao việc</p></body>', []),
        ('<html lang="en"><p lang="vi"><b>Giao</b> <i lang="en">việc</i> giao</p>', ["i: việc"]),
        ('<html lang="en"><br><p>Giao <img alt="sổ"> việc', ["img alt: sổ", "p: việc"]),
        ('<html lang="vi"><p>Giao việc', []),
        (HEAD.format("<title>Sở Y tế</title>", "Health"), ["title: Sở Y tế"]),
        (HEAD.format("<title>Task: “Giao việc”</title>", "Task"), []),
        (HEAD.format("<title>Hà, Chairman</title>", '<span lang="vi">Hà</span>'), []),
        (HEAD.format("<title>Hà</title>", '<span class="original" lang="vi">Hà</span>'), ["title: Hà"]),
        (HEAD.format("<title>Hà</title>", '“<span lang="vi">Hà</span>”'), ["title: Hà"]),
        (HEAD.format('<meta name="description" content="Sở">', ""), ["description: Sở"]),
        (HEAD.format('<meta property="og:title" content="Sở"/>', ""), ["og:title: Sở"]),
        (HEAD.format("", "<svg><title>Sở</title></svg>"), ["title: Sở"]),
        (HEAD.format('<script>{"a":[{"b":"Sở"}]}</script>', ""), ["data.a.b: Sở"]),
        (HEAD.format('<script>{"a":{"@value":"Sở","@language":"vi"}}</script>', ""), []),
        (HEAD.format('<script>{"headline":"Sở","inLanguage":"vi"}</script>', ""), []),
    ],
)
def test_what_does_not_say_that_it_is_vietnamese_is_found(html: str, found: list[str]) -> None:
    assert unmarked_vietnamese(html) == found


@pytest.mark.parametrize(
    ("language", "html", "found"),
    [
        ("en", "<p>on 05/03/2026</p><p>8,75%</p>", ["on 05/03/2026", "8,75%"]),
        ("en", "<p>on 5 March 2026, 1,234.5 of 12,345</p>", []),
        ("vi", "<p>ngày 5 March 2026</p><p>8.75%</p>", ["ngày 5 March 2026", "8.75%"]),
        ("vi", '<p>ngày 05/03/2026, 8,75% của 1.234,5</p><p lang="en">5 March 2026</p>', []),
    ],
)
def test_dates_and_numbers_of_the_other_language_are_found(language: str, html: str, found: list[str]) -> None:
    assert foreign_forms(f'<html lang="{language}">{html}', language) == found


def test_english_on_a_vietnamese_page_is_found() -> None:
    page = '<html lang="vi"><title>Of the day</title><p>Nhiệm vụ <b>from</b> <i lang="en">the</i> họ the-thao'
    assert unmarked_english(page) == ["title: Of the day", "b: from"]


@pytest.mark.django_db
def test_no_english_page_has_vietnamese_that_does_not_say_so(client: Client) -> None:
    scene = make_wide_scene()
    shown = {name: client.get(page, follow=True).content.decode() for name, page in pages(scene, "en").items()}
    found = {name: unmarked_vietnamese(page) + foreign_forms(page, "en") for name, page in shown.items()}
    assert {name: words for name, words in found.items() if words} == {}
    assert found.keys() >= {*PAGES, *STATES}


@pytest.mark.django_db
def test_no_vietnamese_page_has_english_that_does_not_say_so(client: Client) -> None:
    scene = make_wide_scene()
    shown = {name: client.get(page, follow=True).content.decode() for name, page in pages(scene, "vi").items()}
    found = {name: unmarked_english(page) + foreign_forms(page, "vi") for name, page in shown.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.django_db
def test_the_pictures_of_english_pages_have_no_vietnamese_that_the_pages_have_not(client: Client) -> None:
    seen = set()
    for page in pages(make_wide_scene(), "en").values():
        html = client.get(page, follow=True).content.decode()
        if card := re.search(r'property="og:image" content="http://testserver([^"]+)"', html):
            asked = resolve(card[1]).kwargs
            with translation.override("en"):
                made = MAKERS[asked["kind"]](asked["pk"])
            assert made
            names = vietnamese_names(html)
            assert [part for part in (made.kicker, made.words, made.foot) if not is_english(part, names)] == [], page
            seen.add(asked["kind"])
    assert seen == set(MAKERS)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["tài chính", "vinh", "chủ tịch", "nghị quyết", "phien hop", "muoi"])
def test_english_suggestions_have_no_vietnamese_that_does_not_say_so(client: Client, typed: str) -> None:
    make_wide_scene()
    offered = client.get("/en/suggestions/", {"q": typed}).content.decode()
    assert "suggest-detail" in offered
    assert unmarked_vietnamese(f'<html lang="en"><body>{offered}') == []
