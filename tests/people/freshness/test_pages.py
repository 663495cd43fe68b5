"""Visitors get the same page from memory while the data are the same; nobody gets what is somebody's own, or old."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.models import Meeting
from opendata.files.formats import FORMATS
from people.freshness import making, memory, pages
from people.freshness import state as state_module
from people.freshness.memory import KeptPage, Memory
from people.freshness.pages import PAGES, STATE, may_be_kept
from tests.factories import make_meeting, make_official

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/cuoc-hop/"


@pytest.fixture(autouse=True)
def _remembering(settings: Any) -> Iterator[None]:
    settings.PAGE_MEMORY, settings.SECONDS_BEHIND = 10_000_000, 0
    PAGES.forget()
    STATE.forget()
    yield
    PAGES.forget()
    STATE.forget()


def test_a_page_that_is_asked_for_again_costs_no_query_but_for_the_state(client: Client) -> None:
    make_meeting("Phiên họp một")
    first = client.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        again = client.get(LIST)
    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])
    assert len(asked) == 1
    assert first.headers["Cache-Control"] == "no-cache"


def test_a_change_is_seen_at_once(client: Client) -> None:
    held = make_meeting("Phiên họp một")
    assert "Phiên họp một" in client.get(LIST).content.decode()
    Meeting.objects.filter(pk=held.pk).update(title="Phiên họp hai")
    assert "Phiên họp hai" in client.get(LIST).content.decode()
    held.delete()
    assert "Phiên họp" not in client.get(LIST).content.decode().partition("<main")[2].partition("record")[2]


def test_visitors_are_behind_by_no_more_than_is_said_and_editors_not_at_all(
    client: Client, admin_client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECONDS_BEHIND = 60
    held = make_meeting("Phiên họp một")
    client.get(LIST)
    Meeting.objects.filter(pk=held.pk).update(title="Phiên họp hai")
    assert "Phiên họp hai" in admin_client.get(LIST).content.decode()
    assert "Phiên họp một" in client.get(LIST).content.decode()
    STATE._asked -= 61
    assert "Phiên họp hai" in client.get(LIST).content.decode()


def test_whoever_has_the_page_is_told_so(client: Client) -> None:
    make_meeting()
    name = client.get(LIST).headers["ETag"]
    answer = client.get(LIST, headers={"If-None-Match": name})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == name
    make_meeting("Thêm một phiên")
    assert client.get(LIST, headers={"If-None-Match": name}).status_code == 200


def test_while_one_makes_a_page_anew_others_get_that_of_some_seconds_ago(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = make_meeting("Phiên họp một")
    client.get(LIST)
    (key,) = PAGES._kept
    Meeting.objects.filter(pk=held.pk).update(title="Phiên họp hai")
    assert pages._MAKING.begin(key)  # another thread
    assert "Phiên họp một" in client.get(LIST).content.decode()
    STATE._held = {state: at - state_module.BEHIND for state, at in STATE._held.items()}
    monkeypatch.setattr(making, "_PATIENCE", 0.01)
    assert "Phiên họp hai" in client.get(LIST).content.decode()
    assert pages._MAKING.begin(key)
    pages._MAKING.end(key)


def test_a_change_elsewhere_leaves_the_name_of_the_page(client: Client) -> None:
    held = make_meeting()
    address = held.get_absolute_url()
    name = client.get(address).headers["ETag"]
    make_official("Người Khác")
    assert client.get(address, headers={"If-None-Match": name}).status_code == 304


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/cuoc-hop/?year=2024"},
        {"path": "/en/meetings/"},
        {"headers": {"Host": "127.0.0.1"}},
        {"path": LIST + "?", "headers": {"Accept-Language": "en", "Host": "127.0.0.1"}},
        {"headers": {"Accept-Encoding": "gzip"}},
        {"secure": True},
    ],
)
def test_another_page_is_another_page(client: Client, other: dict[str, Any]) -> None:
    for number in range(30):
        make_meeting(f"Phiên họp {number}")
    first = client.get(LIST)
    answer = client.get(**{"path": LIST, **other})
    assert answer.content != first.content
    assert client.get(LIST).content == first.content


def test_tomorrow_pages_are_made_anew(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_meeting()
    client.get(LIST)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(pages.timezone, "localdate", lambda: tomorrow)
    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)
    assert len(asked) > 1


def test_nothing_of_an_editors_is_kept_for_others(client: Client, admin_client: Client) -> None:
    held = make_meeting()
    address = held.get_absolute_url()
    assert "/admin/meetings/" in admin_client.get(address).content.decode()
    assert "/admin/meetings/" not in client.get(address).content.decode()
    assert "/admin/meetings/" in admin_client.get(address).content.decode()
    assert "ETag" not in admin_client.get(address).headers


@pytest.mark.parametrize(
    "path", ["/khong-co/", "/healthz", "/api/v1/meetings", "/cuoc-hop/danh-sach.csv?page=2", "/admin/login/"]
)
def test_what_is_no_page_for_everybody_is_not_kept(client: Client, path: str) -> None:
    make_meeting()
    client.get(path).close()
    assert len(PAGES._kept) == 0


def _whole(answer: Any) -> bytes:
    return answer.getvalue() if answer.streaming else answer.content


@pytest.mark.parametrize(
    "path", [f"{LIST}danh-sach.{ending}" for ending in FORMATS] + [f"{LIST}tin-moi.atom", f"{LIST}lich-hop.ics"]
)
@pytest.mark.parametrize("packed", ["", "gzip"])
def test_files_and_feeds_are_made_once_for_each_state(client: Client, path: str, packed: str) -> None:
    make_meeting("Phiên họp một")
    headers = {"Accept-Encoding": packed, "Origin": "https://other.example"}
    first = client.get(path, headers=headers)
    content = _whole(first)
    with CaptureQueriesContext(connection) as asked:
        again = client.get(path, headers=headers)
    assert _whole(again) == content
    assert len(asked) == 1
    told = {name: value for name, value in first.headers.items() if name != "X-Request-ID"}
    assert told.items() <= again.headers.items()
    assert again.headers["X-Request-ID"] != first.headers["X-Request-ID"]
    assert client.get(path, headers={**headers, "If-None-Match": again.headers["ETag"]}).status_code == 304
    make_meeting("Phiên họp hai")
    assert _whole(client.get(path, headers=headers)) != content


def test_a_file_that_nobody_read_to_its_end_is_not_kept(client: Client) -> None:
    make_meeting()
    path = f"{LIST}danh-sach.csv"
    answer = client.get(path)
    next(iter(answer))
    answer.close()
    assert not PAGES._kept
    client.get(path).getvalue()
    assert len(PAGES._kept) == 1


def test_a_file_that_is_too_long_is_sent_and_not_kept(client: Client, settings: Any) -> None:
    settings.PAGE_MEMORY = 80
    make_meeting("Phiên họp một")
    assert "Phiên họp một" in client.get(f"{LIST}danh-sach.csv").getvalue().decode()
    assert not PAGES._kept


def test_packed_pages_are_named_by_what_is_in_them(client: Client) -> None:
    """Each process packs with a head of its own length; whoever has the page of one need not take that of another."""
    make_meeting()
    names, packed = set(), set()
    for _ in range(8):
        PAGES.forget()
        answer = client.get(LIST, headers={"Accept-Encoding": "gzip"})
        names.add(answer.headers["ETag"])
        packed.add(answer.content)
    assert len(names) == 1
    assert len(packed) > 1


def test_a_feed_is_not_sent_to_whoever_has_seen_its_day(client: Client) -> None:
    make_meeting()
    path = f"{LIST}tin-moi.atom"
    seen = client.get(path).headers["Last-Modified"]
    assert client.get(path, headers={"If-Modified-Since": seen}).status_code == 304


def test_a_page_with_a_form_is_nobody_elses(client: Client) -> None:
    held = make_meeting()
    page = client.get(held.get_absolute_url()).content.decode()
    form = next(part for part in page.split('"') if "/bao-sai" in part or "bao-loi" in part)
    first, second = client.get(form), Client().get(form)
    assert first.status_code == second.status_code == 200
    assert first.content != second.content


@pytest.mark.parametrize(
    ("headers", "kept"),
    [
        ({}, True),
        ({"Vary": "Accept-Encoding"}, True),
        ({"Vary": "Cookie"}, True),
        ({"Vary": "Accept-Language, Accept-Encoding"}, True),
        ({"Vary": "Accept-Encoding, X-Other"}, False),
        ({"Cache-Control": "private"}, False),
        ({"Cache-Control": "max-age=0, no-store"}, False),
        ({"Content-Type": "text/csv"}, False),
        ({"Content-Type": "text/csv", "Content-Disposition": "attachment; filename=x.csv"}, True),
        ({"Cache-Control": "public, max-age=900", "Content-Type": "text/calendar; charset=utf-8"}, True),
    ],
)
def test_only_what_everybody_gets_is_kept(headers: dict[str, str], kept: bool) -> None:
    assert may_be_kept(HttpResponse("x", headers=headers)) is kept
    answer = HttpResponse("x")
    answer.set_cookie("a", "b")
    assert not may_be_kept(answer)
    assert not may_be_kept(HttpResponse("x", status=404))


def _page(content: bytes) -> KeptPage:
    return KeptPage.of(content, {}, "s1")


def test_the_longest_unasked_pages_go_when_there_is_no_room() -> None:
    kept: Memory[KeptPage] = Memory()
    room = 10 * (100 + memory._BESIDE)
    for number in range(10):
        kept.keep(number, _page(b"x" * 100), room)
    assert kept.get(0, "s1") is not None
    kept.keep(10, _page(b"x" * 100), room)
    assert kept.get(1, "s1") is None
    assert kept.get(0, "s1") is not None
    kept.keep(11, _page(b"x" * room), room)
    assert kept.get(11, "s1") is None
    assert len(kept._kept) == 10
    kept.forget()
    assert kept._bytes == 0


def test_a_page_of_another_state_is_not_given() -> None:
    kept: Memory[KeptPage] = Memory()
    kept.keep("a", _page(b"x"), 100_000)
    assert kept.get("a", "s2") is None
    assert kept.get("a", "s1") is not None
