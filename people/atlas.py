"""The shapes of the provinces on the map of today's 34 and on that of the 63 before, read from the vendored drawing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from django.conf import settings

_DRAWINGS = Path(settings.BASE_DIR) / "static/vendor/svg-maps"
_SVG = "{http://www.w3.org/2000/svg}"
# The archipelagos belong to these provinces and cities, on either map.
ARCHIPELAGOS = {"hoang-sa": "da-nang", "truong-sa": "khanh-hoa"}


@dataclass(frozen=True)
class Outline:
    """A province's borders as the data of an SVG path, and a place for a word: a circle of `room` around `x`, `y`."""

    slug: str
    path: str
    x: int
    y: int
    room: int


@dataclass(frozen=True)
class Atlas:
    """A map: its view box, the provinces by slug, and the islands of each archipelago as the data of a path."""

    box: str
    provinces: dict[str, Outline]
    archipelagos: dict[str, str]


@cache
def atlas(era: str) -> Atlas:
    """The map of `"34"` or `"63"` provinces."""
    drawing = ElementTree.parse(_DRAWINGS / f"provinces-{era}.svg").getroot()  # noqa: S314 - a file of our own
    paths = {path.attrib["id"]: path.attrib["d"] for path in drawing.iter(f"{_SVG}path")}
    islands = {name: paths.pop(name) for name in ARCHIPELAGOS}
    circles = (circle.attrib for circle in drawing.iter(f"{_SVG}circle"))
    provinces = {
        slug: Outline(slug, path, int(circle["cx"]), int(circle["cy"]), int(circle["r"]))
        for (slug, path), circle in zip(paths.items(), circles, strict=True)
    }
    return Atlas(drawing.attrib["viewBox"], provinces, islands)
