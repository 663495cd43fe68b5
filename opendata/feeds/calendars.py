"""A calendar to follow (RFC 5545, RFC 7986): its events, and how much is not in it, as its days are not known."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vText, vUri

from opendata.feeds.events import printable
from people.templatetags.page import number

HALF_A_DAY = datetime.timedelta(hours=12)  # after which whoever follows it asks again
CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class LeftOut:
    """How many records are not in a calendar: `undated`, as no day is known, and `earlier` than the first that is."""

    undated: int = 0
    earlier: int = 0


def calendar(title: str, address: str, page: str, events: Sequence[Event], about: str) -> bytes:
    """The document. `address` is its own, `page` that of what it follows, both absolute; `about` says what is in it."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//Viec Tinh//Viec Tinh//{(get_language() or 'vi').upper()}")
    made.add("calscale", "GREGORIAN")
    name = printable(f"{title} · Việc Tỉnh")
    for known_as in ("name", "x-wr-calname"):  # of RFC 7986, and of the calendars that were there before it
        made.add(known_as, vText(name))
    for known_as in ("description", "x-wr-caldesc"):
        made.add(known_as, vText(printable(about)))
    made.add("x-wr-timezone", settings.TIME_ZONE)
    made.add("url", page)
    made.add("source", vUri(address))
    made.add("refresh-interval", HALF_A_DAY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT12H")
    for event in events:
        made.add_component(event)
    if not events:  # a calendar holds at least one component
        made.add_component(Timezone.from_tzid(settings.TIME_ZONE))
    return made.to_ical()


def about_deadlines(left_out: LeftOut) -> str:
    """What a calendar of deadlines holds, and what it does not."""
    told = [_("Days computed from the words of press texts, which stand in each event.")]
    if n := left_out.undated:
        text = ngettext(
            "%(n)s task whose deadline gives no day is not in it.",
            "%(n)s tasks whose deadlines give no day are not in it.",
            n,
        )
        told.append(text % {"n": number(n)})
    return " ".join([*told, *_earlier(left_out)])


def about_meetings(left_out: LeftOut) -> str:
    """What a calendar of meetings holds, and what it does not."""
    told = [_("Meetings as the press told of them, on days that texts name.")]
    if n := left_out.undated:
        text = ngettext(
            "%(n)s meeting whose day is not known exactly is not in it.",
            "%(n)s meetings whose days are not known exactly are not in it.",
            n,
        )
        told.append(text % {"n": number(n)})
    return " ".join([*told, *_earlier(left_out)])


def _earlier(left_out: LeftOut) -> list[str]:
    if not left_out.earlier:
        return []
    text = ngettext("%(n)s earlier one is left out.", "%(n)s earlier ones are left out.", left_out.earlier)
    return [text % {"n": number(left_out.earlier)}]
