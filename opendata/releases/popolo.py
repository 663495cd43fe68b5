"""People, organizations, memberships and areas in one file by the Popolo standard."""

from __future__ import annotations

from opendata.releases.workplace import Workplace
from opendata.standards.whole import pieces

POPOLO = "popolo.json"


def write_popolo(place: Workplace) -> None:
    """Writes the file unless it is finished."""
    if place.has(POPOLO):
        return
    with place.place(POPOLO).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces())
    place.keep(POPOLO)
