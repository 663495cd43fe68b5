"""Pieces of pages of records are made once for each state of the data, and look as if they were made anew."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.test import Client, RequestFactory
from django.utils.translation import override

from meetings.models import Directive
from people.models import Official, Organization
from people.templatetags.rows import PIECES
from tests.factories import make_appearance, make_meeting, make_official
from tests.meetings.views.pages import markup, queries
from tests.public_pages import make_public_scene

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("remembering")]


def addresses(language: str) -> list[str]:
    scene = make_public_scene() if not Official.objects.exists() else None
    assert scene is None or scene.official.pk
    official = Official.objects.filter(appearances__isnull=False).order_by("pk").first()
    agency = Organization.objects.filter(assignments__isnull=False).order_by("pk").first()
    assert official is not None
    assert agency is not None
    with override(language):
        return [official.get_absolute_url(), agency.get_absolute_url()]


QUERIES = ["", "?page=2", "?found=van", "?q=van", "?part=lead", "?since=nonsense", "?q=van&found=so", "?order=oldest"]


@pytest.mark.parametrize("stock_least", [0, 1, 2, 2_000])  # by SQL, in memory, and short lists by their keys
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_look_as_if_made_anew(client: Client, settings: Any, language: str, stock_least: int) -> None:
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE = stock_least, True
    for address in addresses(language):
        settings.PIECE_MEMORY = 0
        anew = {query: markup(client, address + query) for query in QUERIES}
        settings.PIECE_MEMORY = 4_000_000
        for _ in range(2):
            assert {query: markup(client, address + query) for query in QUERIES} == anew
    assert len(PIECES._kept) > 0


def test_what_stands_beside_the_list_is_asked_for_once_for_all_its_pages(client: Client, settings: Any) -> None:
    settings.STOCK_LEAST = 2_000
    official, agency = addresses("vi")
    # The name of the state, once for all pieces and once for the list in memory; not even the record.
    for address, at_most in ((official, 1), (agency, 2)):
        first = queries(client, address)
        assert queries(client, f"{address}?page=1") <= at_most < first


def test_a_change_is_seen_at_once(client: Client) -> None:
    official, agency = addresses("vi")
    before = [markup(client, address) for address in (official, agency)]
    person = Official.objects.get(pk=int(re.findall(r"\d+", official)[0]))
    make_appearance(make_meeting("Phiên họp thêm vào"), person)
    directive = Directive.objects.filter(assignments__organization=int(re.findall(r"\d+", agency)[0])).first()
    assert directive is not None
    directive.text = "Giao việc khác hẳn."
    directive.save()
    after = [re.sub("\N{NO-BREAK SPACE}", " ", markup(client, address)) for address in (official, agency)]
    for words, old, new in zip(("Phiên họp thêm vào", "Giao việc khác hẳn"), before, after, strict=True):
        assert words not in old
        assert words in new


def test_one_officials_pieces_are_not_anothers(client: Client) -> None:
    addresses("vi")
    held = make_meeting("Phiên họp chung")
    people = [make_official(name) for name in ("Lê Thị Một", "Lê Thị Hai")]
    for person in people:
        make_appearance(held, person)
    pages = [markup(client, person.get_absolute_url()) for person in people]
    for person, page in zip(people, pages, strict=True):
        links = set(re.findall(rf"{held.get_absolute_url()}#official-(\d+)", page))
        assert links == {str(person.pk)}


def test_editors_get_pages_made_anew(client: Client, admin_client: Client, settings: Any) -> None:
    address = addresses("vi")[0]
    settings.SECONDS_BEHIND = 60
    before = markup(client, address)
    person = Official.objects.get(pk=int(re.findall(r"\d+", address)[0]))
    make_appearance(make_meeting("Phiên họp thêm vào"), person)
    spaced = [page.replace("\N{NO-BREAK SPACE}", " ") for page in (markup(admin_client, address), before)]
    assert ["Phiên họp thêm vào" in page for page in spaced] == [True, False]


def test_a_page_that_was_not_found_leaves_no_piece_to_one_that_is(rf: RequestFactory) -> None:
    """A list that refuses its address, say, has the same parts as the list."""
    inside = "{% load pieces %}{% piece one %}{{ words }}{% endpiece %}"
    templates = {"404.html": "{% include 'in' %}", "list.html": "{% include 'in' %}", "in": inside}
    loader = ("django.template.loaders.locmem.Loader", templates)
    engine = Engine(loaders=[loader], libraries={"pieces": "people.templatetags.pieces"})
    shown = [
        engine.get_template(name).render(Context({"request": rf.get("/a/"), "words": words}))
        for name, words in (("404.html", "a"), ("list.html", "b"), ("list.html", "c"))
    ]
    assert shown == ["a", "b", "b"]


def test_what_is_behind_the_data_is_not_kept(rf: RequestFactory) -> None:
    request: HttpRequest = rf.get("/")
    request.behind_data = True  # type: ignore[attr-defined]
    inside = Template("{% load pieces %}{% piece one %}{{ words }}{% endpiece %}")
    assert [inside.render(Context({"request": request, "words": words})) for words in "ab"] == ["a", "b"]
    request.behind_data = False  # type: ignore[attr-defined]
    assert [inside.render(Context({"request": request, "words": words})) for words in "ab"] == ["a", "a"]


def test_a_piece_that_is_written_otherwise_is_an_error() -> None:
    with pytest.raises(TemplateSyntaxError, match="with query"):
        Template("{% load pieces %}{% piece one of two %}{% endpiece %}")
