"""The glossary is complete in both languages, and what it leads to is there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import override

from meetings.glossary import GROUPS, grouped, terms
from tests.factories import make_document, make_organization
from tests.meetings.views.pages import make_scene


def test_every_term_is_explained_in_both_languages_at_a_place_of_its_own() -> None:
    assert [
        (term.name, field) for term in terms() for field in ("english", "vi", "en") if not getattr(term, field)
    ] == []
    assert len({term.key for term in terms()}) == len(terms())
    assert not {term.key for term in terms()} & set(GROUPS)


def test_each_group_stands_once_in_its_order() -> None:
    assert [name for name, _, _ in grouped()] == list(GROUPS)


def test_the_meaning_is_in_the_language_of_the_page() -> None:
    (council,) = (term for term in terms() if term.short == "HĐND")
    assert council.meaning == council.vi
    with override("en"):
        assert council.meaning == council.en
        assert council.address == "/en/organizations/?kind=council"


@pytest.mark.django_db
def test_every_list_that_a_term_leads_to_knows_its_filter(client: Client) -> None:
    make_scene()
    make_organization("HĐND tỉnh", kind="council")
    make_document("12-KL/TU")
    refused = {}
    for address in {term.address for term in terms() if term.address}:
        answer = client.get(address)
        assert answer.status_code == 200
        if notices := answer.context["filter"].notices:
            refused[address] = notices
    assert refused == {}
