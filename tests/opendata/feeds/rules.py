"""What RFC 4287 and RFC 5545 ask of a feed and of a calendar, as far as ours use them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.test import Client
from icalendar import Calendar, Event

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_ONCE = ("id", "title", "updated")
_RELATIONS = {"alternate", "self", "via", "license", "next"}


def feed_at(client: Client, address: str) -> ElementTree.Element:
    """The feed at an address, which keeps the rules."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.content)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)
    _check_feed(feed)
    return feed


def entries_of(feed: ElementTree.Element) -> list[ElementTree.Element]:
    """The feed's entries."""
    return feed.findall(f"{ATOM}entry")


def text_of(element: ElementTree.Element, name: str) -> str:
    """The words of the child of that name."""
    return element.findtext(f"{ATOM}{name}") or ""


def link_of(element: ElementTree.Element, rel: str) -> str:
    """Where the link of that relation leads; empty where there is none."""
    found = element.find(f"{ATOM}link[@rel='{rel}']")
    return "" if found is None else found.attrib["href"]


def _check_feed(feed: ElementTree.Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    _check(feed)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert link_of(feed, "self")
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] in ("vi", "en")
    identifiers = [text_of(entry, "id") for entry in entries_of(feed)]
    assert len(set(identifiers)) == len(identifiers)
    for entry in entries_of(feed):
        _check(entry)
        contents = entry.findall(f"{ATOM}content")
        assert [content.attrib["type"] for content in contents] == ["html"]
        _Markup(contents[0].text or "")
        assert _MOMENT.fullmatch(text_of(entry, "published"))
        assert all(category.attrib["term"] for category in entry.findall(f"{ATOM}category"))


def _check(element: ElementTree.Element) -> None:
    assert {name: len(element.findall(f"{ATOM}{name}")) for name in _ONCE} == dict.fromkeys(_ONCE, 1)
    assert _MOMENT.fullmatch(text_of(element, "updated"))
    assert text_of(element, "title").strip()
    links = [link.attrib for link in element.findall(f"{ATOM}link")]
    assert {link["rel"] for link in links} <= _RELATIONS
    assert [link["rel"] for link in links].count("alternate") == 1
    addresses = [text_of(element, "id"), *(link["href"] for link in links)]
    assert [a for a in addresses if not (urlsplit(a).scheme and urlsplit(a).netloc)] == []


class _Markup(HTMLParser):
    """Fails where an element is not closed, or where an address is not whole."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []
        assert text.strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        for name, value in attrs:
            assert name not in ("href", "cite") or re.match(r"https?://", value or ""), value

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def calendar_at(client: Client, address: str) -> Any:
    """The calendar at an address, which keeps the rules."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.content)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    check_lines(answer.content)
    calendar: Any = Calendar.from_ical(answer.content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar.subcomponents
    events = events_of(calendar)
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        _check_event(event)
    return calendar


def events_of(calendar: Any) -> list[Any]:
    """The calendar's events."""
    return [part for part in calendar.subcomponents if isinstance(part, Event)]


def check_lines(document: bytes) -> None:
    """Lines end with CRLF, are at most 75 octets long and break between characters."""
    assert document.endswith(b"\r\n")
    lines = document[:-2].split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\r" in line or b"\n" in line] == []
    for line in lines:
        line.decode()


def _check_event(event: Any) -> None:
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL"} <= event.keys()
    assert event.to_ical().count(b"DTSTART;VALUE=DATE:") == 1
    assert event["DTSTAMP"].to_ical().endswith(b"Z")
    assert event["SEQUENCE"] >= 0
    if "DTEND" in event:
        assert event["DTEND"].dt > event["DTSTART"].dt
    assert not {"METHOD", "ORGANIZER"} & event.keys()
