"""What there is to take away: each list with its number of rows, its files, its feed and its calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.listings import LISTINGS, PROVINCES
from meetings.maps import map_of
from opendata.feeds.sources import LABELS
from opendata.files.formats import FORMATS
from people.facets.provinces import TODAY
from people.remembering import remembered_if_slow

# In the order in which the site's head names them.
ORDER = ("meetings", "directives", "targets", "officials", "organizations", "documents", "articles")
ABOUT = {
    "meetings": _("who met, when, where, and which texts tell of it"),
    "directives": _("who was told to do what by when, in the author's words"),
    "targets": _("figures that were promised, expected or reached"),
    "officials": _("people with the offices that texts give them"),
    "organizations": _("bodies that met or were told to act"),
    "documents": _("documents that meetings cite"),
    "articles": _("the press texts that everything was read from"),
}
_OF_PLACES = _("how many meetings, tasks and figures each has, on the map of the 34 or of the 63")
CALENDARS = {"meetings": "opendata:meetings_calendar", "directives": "opendata:deadlines"}


@dataclass(frozen=True)
class Offer:
    """A list: what it is called and about, how many rows it has, and the addresses of all that it can be taken as.

    `feed` and `calendar` are empty where there is none.
    """

    name: str
    label: str
    about: str
    rows: int
    page: str
    files: Mapping[str, str]
    feed: str = ""
    calendar: str = ""


def offers() -> list[Offer]:
    """All lists."""
    rows = remembered_if_slow("open-data", lambda: {name: LISTINGS[name].rows().count() for name in ORDER})
    lists = [
        Offer(
            name,
            str(LABELS[name]),
            str(ABOUT[name]),
            rows[name],
            reverse(LISTINGS[name].page),
            _files(name),
            reverse(f"opendata:{name}_feed"),
            reverse(CALENDARS[name]) if name in CALENDARS else "",
        )
        for name in ORDER
    ]
    places = len(map_of(TODAY).places)
    return [
        *lists,
        Offer(
            PROVINCES.name, str(_("Provinces")), str(_OF_PLACES), places, reverse(PROVINCES.page), _files("provinces")
        ),
    ]


def _files(name: str) -> dict[str, str]:
    return {ending: reverse(f"opendata:{name}_file", args=[ending]) for ending in FORMATS}
