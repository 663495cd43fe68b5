"""A series: numbers of one scale by the time they are of, in slots side by side, what bounds them drawn truly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from charts.scales import ACROSS, LinearScale, tidy
from charts.ticks import Tick, placed, value_ticks

HEIGHT = 184  # px, from the top to the ground
TOP = 44  # px above the highest number: room for an arrow and its label
MOST = 12  # points drawn
LETTERS = 7  # of a label, of a band or of a point, in one slot
AXIS = 1  # slots at the left for the numbers of the scale
SLOTS = 4  # with room in a picture of size 1
_FAR = Decimal("0.6")  # numbers that all lie beyond this share of the greatest do not begin at zero


@dataclass(frozen=True)
class Point:
    """A number, or a range up to `high`, in the band called `band`; `total` is what it is a part of.

    `bound` says what its words leave open: "up" for at least, "down" for at most, "about", or "" for exactly. `kind`
    is the shape to draw it as. The other fields are for the template: the label above, the mark below, where it leads.
    """

    band: str
    low: Decimal
    high: Decimal | None = None
    total: Decimal | None = None
    bound: str = ""
    kind: str = "dot"
    label: str = ""
    under: str = ""
    title: str = ""
    url: str = ""
    current: bool = False
    differs: bool = False


@dataclass(frozen=True)
class Mark:
    """A point at its place: `x` in per cent; in px `y` of its low and `top` of its high end, `label_y`, `total_y`."""

    point: Point
    x: float
    y: float
    top: float
    label_y: float
    total_y: float | None

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.point.high is not None

    @property
    def reach(self) -> tuple[float, float]:
        """Top and height in px of the area that leads to the point, no less than a finger needs."""
        first = min(self.label_y, self.y - 12) - 12
        return tidy(first), tidy(max(self.y + 14 - first, 24))


@dataclass(frozen=True)
class Slots:
    """The part of the picture that a band takes, in per cent."""

    label: str
    x: float
    width: float

    @property
    def middle(self) -> float:
        """The middle of the band, in per cent."""
        return tidy(self.x + self.width / 2)


@dataclass(frozen=True)
class Series:
    """Marks from left to right in their bands over a common scale; `left_out` counts earlier points not drawn."""

    marks: tuple[Mark, ...]
    bands: tuple[Slots, ...]
    ticks: tuple[Tick, ...]
    slots: int
    left_out: int
    height: int = HEIGHT

    @property
    def from_zero(self) -> bool:
        """Whether the scale has zero on it, so that heights compare as the numbers do."""
        return any(tick.value == 0 for tick in self.ticks)

    @property
    def zero(self) -> float:
        """Where zero lies, in px; the ground where it is not on the scale."""
        return next((tick.at for tick in self.ticks if tick.value == 0), float(HEIGHT))

    @property
    def size(self) -> int:
        """1, 2 or 3: how much width the slots need at least."""
        return min(3, -(-self.slots // SLOTS))


def series(points: Sequence[Point]) -> Series:
    """`points`, which are in the order of their bands, drawn; of more than `MOST` the last ones.

    Raises `ValueError` where there is none.
    """
    if not points:
        raise ValueError("a series needs a point")
    shown = points[-MOST:]
    ticks = _ticks([number for point in shown for number in _numbers(point)])
    scale = LinearScale((ticks[0], ticks[-1]), (HEIGHT, TOP))
    groups = [(label, list(group)) for label, group in groupby(shown, key=lambda point: point.band)]
    widths = [max(sum(map(_room, group)), -(-len(label) // LETTERS)) for label, group in groups]
    across = LinearScale((0, AXIS + sum(widths)), ACROSS)
    marks: list[Mark] = []
    bands: list[Slots] = []
    begun = AXIS
    for (label, group), width in zip(groups, widths, strict=True):
        bands.append(Slots(label, across(begun), tidy(across(begun + width) - across(begun))))
        wider = width / sum(map(_room, group))
        at: float = begun
        for point in group:
            marks.append(_mark(point, across(at + _room(point) * wider / 2), scale))
            at += _room(point) * wider
        begun += width
    return Series(tuple(marks), tuple(bands), placed(ticks, scale), begun, len(points) - len(shown))


def _room(point: Point) -> int:
    """The slots that the point needs, so that its label does not run into the next one."""
    return max(1, -(-len(point.label) // LETTERS))


def _mark(point: Point, x: float, scale: LinearScale) -> Mark:
    y = scale(point.low)
    top = y if point.high is None else scale(point.high)
    total = None if point.total is None else scale(point.total)
    above = top - (30 if point.bound == "up" else 14)
    return Mark(point, x, y, top, tidy(above), total)


def _numbers(point: Point) -> list[Decimal]:
    return [number for number in (point.low, point.high, point.total) if number is not None]


def _ticks(numbers: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Round numbers around all of `numbers`, zero among them unless they lie far from it and close together."""
    low, high = min(numbers), max(numbers)
    if low <= 0 or low < high * _FAR or low == high:
        low = min(low, Decimal(0))
    return value_ticks(low, max(high, Decimal(0)), 4)
