"""Meetings on a map: how many each province has, on the map of the 34 provinces or of the 63."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from meetings.filters import MeetingFilter
from meetings.models import Meeting
from people.atlas import ARCHIPELAGOS, Outline, atlas
from people.facets.base import BLANK
from people.facets.provinces import FORMER, TODAY
from people.models import Province
from people.remembering import remembered_if_slow
from people.templatetags.page import number

GRADES = 4  # of shading, beside that of provinces without a meeting
DIGIT = (10.5, 13)  # half the width and half the height of a digit on the map, in the units of its drawing


@dataclass(frozen=True)
class Grade:
    """One kind of shading: number 1 to `GRADES`, for provinces with `low` to `high` meetings."""

    number: int
    low: int
    high: int


@dataclass(frozen=True)
class Place:
    """A province with the number of its meetings: where it leads, how it is shaded (0: none) and how it is drawn.

    `value` names it in the addresses of lists: `nghe-an`, on the map of before also `phu-tho-moi`, or `none`.
    `outline` is None for what is on no map: provinces since the mergers on the map of before, and meetings of none.
    `share` is the number of meetings in percent of that of the province with most.
    """

    value: str
    name: str
    meetings: int
    url: str
    list_url: str
    grade: int = 0
    share: float = 0
    outline: Outline | None = None
    islands: tuple[str, ...] = ()

    @property
    def has_room(self) -> bool:
        """Whether its number can be read inside its borders."""
        if self.outline is None or not self.meetings:
            return False
        width, height = DIGIT
        return self.outline.room * 1.2 >= hypot(width * len(number(self.meetings)), height)


@dataclass(frozen=True)
class ProvinceMap:
    """The places of one map, those with most meetings first, `total` meetings, and what each shading stands for."""

    era: str
    box: str
    places: list[Place]
    grades: list[Grade]
    total: int

    @property
    def drawn(self) -> list[Place]:
        """The places that have a shape."""
        return [place for place in self.places if place.outline is not None]

    @property
    def is_former(self) -> bool:
        """Whether this is the map of before July 2025."""
        return self.era == FORMER


def map_of(era: str) -> ProvinceMap:
    """The map of `"34"` or `"63"` provinces, as meetings fill it now."""
    drawing = atlas(era)
    facet: Any = MeetingFilter({"era": era}).filters["province"]
    counts: Counter[str] = remembered_if_slow(f"map-{era}", lambda: facet.counts(Meeting.objects.published()))
    names = facet.labels({*counts, *drawing.provinces})
    on_map = {slug: counts[slug] for slug in drawing.provinces}
    grades = grades_of(on_map.values())
    most = max(counts.values(), default=0)
    pages = _pages()
    places = [
        Place(
            value=value,
            name=str(facet.blank) if value == BLANK else names[value],
            meetings=counts[value],
            url=pages.get(value.removesuffix("-moi"), ""),
            list_url=_list_of(value, era),
            grade=bisect_right([grade.low for grade in grades], counts[value]) if value in on_map else 0,
            share=round(100 * counts[value] / most, 1) if most else 0,
            outline=drawing.provinces.get(value),
            islands=tuple(drawing.archipelagos[name] for name, owner in ARCHIPELAGOS.items() if owner == value),
        )
        for value in [*sorted(names, key=lambda value: (-counts[value], value)), BLANK]
        if value != BLANK or counts[BLANK]
    ]
    return ProvinceMap(era, drawing.box, places, grades, counts.total())


def grades_of(counts: Iterable[int]) -> list[Grade]:
    """At most `GRADES` kinds of shading for these counts, each for about the same factor: 1, 2-4, 5-9, 10-24."""
    highest = max(counts, default=0)
    if highest <= GRADES:
        return [Grade(n, n, n) for n in range(1, highest + 1)]
    lows = sorted({1, *(_round(highest ** (part / GRADES)) for part in range(1, GRADES))})
    highs = [*(low - 1 for low in lows[1:]), highest]
    return [Grade(n, low, high) for n, (low, high) in enumerate(zip(lows, highs, strict=True), start=1)]


def _round(value: float) -> int:
    """The number of one figure, 1, 2, 5 and so on, that is nearest by factor; at least 2."""
    steps = [figure * 10**power for power in range(12) for figure in (1, 2, 5)]
    return max(2, min(steps, key=lambda step: max(step, value) / min(step, value)))


def _list_of(value: str, era: str) -> str:
    query = {"province": value, **({"era": era} if era != TODAY else {})}
    return f"{reverse('meetings:meeting_list')}?{urlencode(query)}"


def _pages() -> dict[str, str]:
    """The page of today's province by the slug of each province, former ones included."""
    rows = Province.objects.select_related("successor")
    return {row.slug: row.get_absolute_url() for row in rows}
