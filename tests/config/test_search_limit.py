"""How often one address may search; reading is not limited."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from people import throttling
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _twice_a_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttling, "time", SimpleNamespace(time=lambda: 1_000_000.0))  # one minute, however slow
    settings.LIMITS = {**settings.LIMITS, "search": 2}
    caches["throttles"].clear()


@pytest.mark.parametrize("address", ["/tim-kiem/", "/cuoc-hop/", "/en/search/"])
def test_an_address_that_searches_on_and_on_is_told_when_to_come_back(client: Client, address: str) -> None:
    assert [client.get(address, {"q": f"từ {n}"}).status_code for n in range(3)] == [200, 200, 429]
    answer = client.get(address, {"q": "từ"})
    assert 0 < int(answer["Retry-After"]) <= 61
    assert "429" in answer.content.decode()
    assert ("Quá nhiều" in answer.content.decode()) == (not address.startswith("/en/"))
    assert client.get(address, {"q": "từ"}, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert [client.get(address, {"year": "2024", "q": ""}).status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize("asked", ["%71=a{}", "office=b{}", "year=2024&q=c{}"])
def test_no_way_of_writing_an_address_goes_round_it(client: Client, asked: str) -> None:
    answers = [client.get(f"/can-bo/?{asked.format(n)}").status_code for n in range(3)]
    assert answers == [200, 200, 429]


def test_the_desk_is_not_limited(client: Client) -> None:
    login(client, make_editor())
    assert {client.get("/admin/meetings/meeting/", {"q": f"từ {n}"}).status_code for n in range(4)} == {200}
