"""Where a province lies: its place on today's map, and its former parts drawn close by, each with a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from people.atlas import ARCHIPELAGOS, Atlas, Outline, atlas
from people.facets.provinces import FORMER, TODAY
from people.models import Province

MARGIN = 0.12  # around the province in the close view, as a share of its longer side
SMALL = 150  # units of the drawing; what is smaller gets a ring, so that it is found at a glance
_STEPS = re.compile(r"([MmLl])?\s*(-?\d+)[ ,]?(-?\d+)|[Zz]")


@dataclass(frozen=True)
class Part:
    """A former province as it is drawn: its number, and the size of the digits that fit inside of it."""

    number: int
    province: Province
    outline: Outline
    digits: float


@dataclass(frozen=True)
class Locator:
    """A province among the others. `box` is the view of the country, `close` that of the province with its `parts`.

    `parts` is empty where the borders stayed as they were; `ring` is the radius of the ring, 0 where there is none.
    """

    box: str
    close: str
    here: Outline
    others: str
    islands: tuple[str, ...]
    parts: tuple[Part, ...]
    ring: float


def locate(province: Province, former: Iterable[Province]) -> Locator | None:
    """The place of a province of today's map and of those it was joined from; None for one that is not drawn."""
    today, before = atlas(TODAY), atlas(FORMER)
    here = today.provinces.get(province.slug)
    if here is None:
        return None
    left, top, right, bottom = extent(here.path)
    side = max(right - left, bottom - top)
    drawn = [(each, before.provinces[each.slug]) for each in former if each.slug in before.provinces]
    parts = [
        Part(number, each, outline, round(min(side / 9, outline.room * 1.5), 1))
        for number, (each, outline) in enumerate(drawn, start=1)
    ]
    edge = side * MARGIN
    size = (left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge)
    return Locator(
        box=today.box,
        close=" ".join(f"{each:.0f}" for each in size),
        here=here,
        others="".join(_others(today, here)),
        islands=tuple(today.archipelagos[name] for name, owner in ARCHIPELAGOS.items() if owner == here.slug),
        parts=tuple(parts) if len(parts) > 1 else (),
        ring=SMALL * 0.6 if side < SMALL else 0,
    )


def _others(drawing: Atlas, here: Outline) -> Iterable[str]:
    yield from (outline.path for outline in drawing.provinces.values() if outline is not here)
    yield from (drawing.archipelagos[name] for name, owner in ARCHIPELAGOS.items() if owner != here.slug)


def extent(path: str) -> tuple[int, int, int, int]:
    """The left, upper, right and lower end of a path of the drawing: straight lines, absolute only where it begins."""
    x = y = first_x = first_y = 0
    command = ""
    points: list[tuple[int, int]] = []
    for step in _STEPS.finditer(path):
        if step[2] is None:  # back to where this piece of land began
            x, y = first_x, first_y
            continue
        command = step[1] or {"M": "L", "m": "l"}.get(command, command)
        dx, dy = int(step[2]), int(step[3])
        x, y = (x + dx, y + dy) if command.islower() else (dx, dy)
        if command in "Mm":
            first_x, first_y = x, y
        points.append((x, y))
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)
