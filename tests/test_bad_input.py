"""Whatever an address asks for, every public page answers: what makes no sense is left out, lists say so."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.public_pages import PAGES, addresses, make_public_scene

pytestmark = pytest.mark.django_db
# As browsers and machines send them: percent-encoded, with bytes that are no UTF-8, or as naked bytes.
SENT = (
    "year=x&since=32/13/2025&until=99999-01-01&era=x&order=%00",
    "a=999999&b=" + "9" * 30,
    "a=%00&b=%ff",
    "page=1000000000",
    "page=" + "9" * 5000,
    "page=%ff&page=-1",
    "q=%00&found=%00",
    "q=%ff%fe%ed%a0%80&found=%ff",
    "q=" + "%22*(" * 60 + "&found=" + "x" * 5000,
    "indicator=%00&unit=%ff&kind=%00&province=%00",
    "&".join(f"province=p{number}&agency={number}" for number in range(300)),
    "year=" + "9" * 40 + "&official=1e9&body=-1&assigner=%D9%A3",
    b"q=\xff\xfe&year=\x80".decode("latin-1"),
)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_address_breaks_a_page(client: Client, name: str) -> None:
    path, _, query = addresses(make_public_scene())[name].partition("?")
    answers = {sent[:60]: client.generic("GET", path, QUERY_STRING=f"{query}&{sent}").status_code for sent in SENT}
    assert {sent: status for sent, status in answers.items() if status not in (200, 302)} == {}


LISTS = (
    "meetings:meeting_list",
    "meetings:directive_list",
    "meetings:directive_print",
    "meetings:target_list",
    "meetings:target_comparison",
    "meetings:document_list",
    "meetings:article_list",
    "meetings:province_list",
    "people:official_list",
    "people:organization_list",
    "people:organization_detail",
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_it_left_out(client: Client, name: str) -> None:
    path, _, query = addresses(make_public_scene())[name].partition("?")
    page = client.generic("GET", path, QUERY_STRING=f"{query}&khongco=1").content.decode()
    assert "Trang này không có bộ lọc tên “khongco”." in page
    if name != "meetings:province_list":
        page = client.generic("GET", path, QUERY_STRING=f"{query}&page=1000000000").content.decode()
        assert "Không có trang số đó: đây là trang gần nhất." in page


@pytest.mark.parametrize(
    "path",
    [
        f"/cuoc-hop/{'9' * 25}/",
        f"/van-ban/nam/{'9' * 25}/",
        "/tinh-thanh/x\0y/",
        f"/bao-sai/meeting/{'9' * 25}/",
        "/bao-sai/\0/1/",
        f"/anh/meeting/{'9' * 25}.png",
        "/cuoc-hop/1-\udcff/",
    ],
)
def test_what_names_no_record_is_not_found(client: Client, path: str) -> None:
    sent = path.encode("utf-8", "surrogateescape").decode("latin-1")
    assert client.generic("GET", "/", PATH_INFO=sent).status_code == 404
