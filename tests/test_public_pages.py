"""Every public page is in the table that the browser's tests go through."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.public_pages import LANGUAGES, NO_PAGES, PAGES, addresses, make_public_scene, public_names

pytestmark = pytest.mark.django_db


def test_the_table_has_every_page_and_no_other() -> None:
    assert sorted(public_names()) == sorted({*PAGES, *NO_PAGES})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there(client: Client, language: str) -> None:
    for name, address in addresses(make_public_scene(), language).items():
        answer = client.get(address)
        assert answer.status_code == (404 if name == "not there" else 200), (name, address)
        assert f'<html lang="{language}"' in answer.content.decode(), name
