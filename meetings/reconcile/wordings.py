"""What words for agencies mean in many texts: the same words at the same place are read once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from meetings.reconcile.agency_names import Named, named
from meetings.reconcile.provinces import Place


class Wordings:
    """What words for agencies mean where they were printed."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, int | None, datetime.date | None], Named | None] = {}

    def named(self, words: str, place: Place) -> Named | None:
        """As the function of that name."""
        key = (words, place.province.pk if place.province else None, place.day)
        if key not in self._read:
            self._read[key] = named(words, place)
        return self._read[key]

    def all(self, words: Iterable[str | None], place: Place) -> dict[tuple[str, int | None], Named]:
        """The agencies that words name, by their keys."""
        meant = (self.named(each, place) for each in set(words) if each)
        return {agency.key: agency for agency in meant if agency is not None}
