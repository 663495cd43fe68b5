"""The table of a comparison: a row per land, a column per year, in each cell the figures told for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from meetings import called, phrases
from meetings.bands import BAND, UNSTATED, band_of, in_order, is_whole
from meetings.comparison.standing import Standing, standing
from meetings.comparison.territories import Land, Territories
from meetings.measures import Measure
from meetings.models import Target
from meetings.review.figures import differing
from people.facets.base import BLANK
from people.facets.provinces import FORMER

MOST_BANDS = 5  # columns, beside that of figures without a year
MOST_ALIKE = 2  # figures of one province, band and status that are shown
STATUSES = (Target.Status.PLANNED, Target.Status.PROJECTED, Target.Status.ACHIEVED)


@dataclass(frozen=True)
class Entry:
    """A figure in a cell, in the words of its text."""

    target: Target
    measure: Measure
    differs: bool = False  # articles on one meeting give it differently

    @property
    def said(self) -> SafeString:
        """The figure; with its unit where that is not the one at the head of the table."""
        is_of_the_table = self.target.unit == self.measure.unit
        return conditional_escape(phrases.amount(self.target)) if is_of_the_table else called.figure(self.target)

    @property
    def part(self) -> str:
        """The month or quarter that the figure is of; empty where it is of the whole band."""
        return "" if is_whole(self.target.period) else phrases.period(self.target.period)


@dataclass
class Cell:
    """What is told of a land for a band: the newest figures, how many `more` the list at `url` has."""

    band: str
    url: str
    entries: list[Entry] = field(default_factory=list)
    more: int = 0
    standing: Standing | None = None


@dataclass(frozen=True)
class Row:
    """A land with a cell for each band."""

    land: Land
    cells: list[Cell]


class Figures:
    """The figures of `rows`, counted by land and band; nothing but the figures shown is loaded."""

    def __init__(self, rows: QuerySet[Target], territories: Territories, indicator: str, measure: Measure) -> None:
        self.rows, self.territories, self.indicator, self.measure = rows, territories, indicator, measure
        grouped = rows.order_by().annotate(band=BAND).values_list("meeting__province", "band")
        self.counts: Counter[tuple[Land, str]] = Counter()
        self._provinces: dict[Land, set[int | None]] = defaultdict(set)
        for province, band, count in grouped.annotate(figures=Count("*")):
            land = territories.of(province)
            self.counts[land, band] += count
            self._provinces[land].add(province)

    @property
    def total(self) -> int:
        """How many figures there are."""
        return self.counts.total()

    @cached_property
    def bands(self) -> list[str]:
        """All bands that figures are of, in their order."""
        return in_order({band for _, band in self.counts})

    @cached_property
    def shown_bands(self) -> list[str]:
        """The latest bands, and that of figures without a year if there are any."""
        dated = [band for band in self.bands if band != UNSTATED]
        return [*dated[-MOST_BANDS:], *(band for band in self.bands if band == UNSTATED)]

    @property
    def bands_left_out(self) -> list[str]:
        """The earlier bands, for which the table has no column."""
        return [band for band in self.bands if band not in self.shown_bands]

    @property
    def left_out(self) -> int:
        """How many figures the earlier bands have."""
        gone = set(self.bands_left_out)
        return sum(count for (_, band), count in self.counts.items() if band in gone)

    def lands(self) -> list[Land]:
        """The lands that have figures in the bands shown, in their order."""
        shown = set(self.shown_bands)
        return sorted({land for land, band in self.counts if band in shown}, key=lambda land: land.place)

    def grid(self, lands: Sequence[Land]) -> list[Row]:
        """The rows of some of the lands, with the newest figures of each land, band and status."""
        rows = [Row(land, [Cell(band, self._listed(land, band)) for band in self.shown_bands]) for land in lands]
        cells = {(row.land, cell.band): cell for row in rows for cell in row.cells}
        newest = list(self._newest(lands))
        differ = {target.pk for group in differing(newest).values() for target in group}
        for target in newest:
            land = self.territories.of(target.meeting.province_id)
            cells[land, band_of(target.period)].entries.append(Entry(target, self.measure, target.pk in differ))
        for (land, band), cell in cells.items():
            cell.entries.sort(key=lambda entry: STATUSES.index(Target.Status(entry.target.status)))
            cell.more = self.counts[land, band] - len(cell.entries)
            if not cell.more and band != UNSTATED:
                cell.standing = standing([entry.target for entry in cell.entries], self.measure)
        return rows

    def _listed(self, land: Land, band: str) -> str:
        """The list of all figures of a land and the year that a band begins with."""
        query = QueryDict(mutable=True)
        query["indicator"] = self.indicator
        query.setlist("unit", list(self.measure.units))
        query["province"], query["year"], query["era"] = land.value, band[:4] or BLANK, FORMER
        return f"{reverse('meetings:target_list')}?{query.urlencode()}"

    def _newest(self, lands: Sequence[Land]) -> QuerySet[Target]:
        provinces = {province for land in lands for province in self._provinces[land]}
        placed = Q(meeting__province__in=provinces - {None})
        if None in provinces:
            placed |= Q(meeting__province__isnull=True)
        alike = Window(
            RowNumber(),
            partition_by=[F("meeting__province"), BAND, F("status")],
            order_by=[F("meeting__sort_date").desc(), F("pk").asc()],
        )
        rows = self.rows.annotate(band=BAND).filter(placed, band__in=self.shown_bands).annotate(rank=alike)
        return rows.filter(rank__lte=MOST_ALIKE).order_by("-meeting__sort_date", "pk")
