"""The list of provinces: each place of a map with the numbers of its meetings, tasks and figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from meetings.filters import DirectiveFilter, TargetFilter
from meetings.maps import Place, ProvinceMap
from meetings.models import Directive, Meeting, Target
from people.remembering import remembered_if_slow


@dataclass(frozen=True)
class PlaceRow:
    """A place of a map, with its number of tasks and of figures."""

    place: Place
    tasks: int
    figures: int


def place_rows(shown: ProvinceMap) -> list[PlaceRow]:
    """The places of the map in its order, those with most meetings first."""
    tasks = _by_place("tasks", shown.era, DirectiveFilter, Directive.objects.first_tellings())
    told = _by_place("figures", shown.era, TargetFilter, Target.objects.first_tellings())
    return [PlaceRow(place, tasks[place.value], told[place.value]) for place in shown.places]


def _by_place(name: str, era: str, filters: Any, rows: Any) -> Counter[str]:
    seen = rows.filter(meeting__in=Meeting.objects.published())
    facet: Any = filters({"era": era}).filters["province"]
    counts: Counter[str] = remembered_if_slow(f"{name}-{era}", lambda: facet.counts(seen))
    return counts
