"""The list of provinces as a file: each place of the map in use, and how many meetings, tasks and figures it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from meetings.maps import map_of
from meetings.models import Meeting
from meetings.places import PlaceRow, place_rows
from opendata.citing import Citation
from opendata.citing.parts import Parts
from opendata.files.columns import Column, in_page_language, label_of
from opendata.files.edition import Edition
from opendata.files.tables.base import Table
from people.facets.provinces import ERAS, MERGED, TODAY
from people.models import Province


@dataclass(frozen=True)
class Counted:
    """A row of the list with its province in the borders of that map; None for what is of no known province."""

    row: PlaceRow
    era: str
    province: Province | None


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each place, its numbers in words of the list, and where what is counted can be seen."""
    maps = {era: str(label) for era, label in ERAS}
    return [
        Column("identifier", _("Permanent identifier"), lambda found: edition.identifier(found.province), width=34),
        Column("id", _("Record number"), lambda found: found.province and found.province.pk, width=8),
        *in_page_language(Column("province", _("Province"), lambda found: found.row.place.name, width=26)),
        Column("province_slug", _("Short name in addresses"), lambda found: found.row.place.value, width=16),
        Column("map", _("Map"), lambda found: found.era, lambda found: maps[found.era], width=12),
        Column(
            "valid_from", label_of(Province, "valid_from"), lambda f: f.province and f.province.valid_from, width=12
        ),
        Column("valid_to", label_of(Province, "valid_to"), lambda f: f.province and f.province.valid_to, width=12),
        Column("meetings", _("Meetings"), lambda found: found.row.place.meetings, width=10),
        Column("tasks", _("Tasks"), lambda found: found.row.tasks, width=10),
        Column("figures", _("Figures"), lambda found: found.row.figures, width=10),
        Column("address", _("Its meetings"), lambda found: edition.origin + found.row.place.list_url, width=40),
        Column("citation", pgettext("of a record", "Citation"), lambda found: _citation(edition, found), width=60),
    ]


def _citation(edition: Edition, found: Counted) -> str:
    if found.province is not None:
        return edition.citation(found.province)
    place = found.row.place
    key = f"viectinh-{Meeting._meta.model_name}-{place.value}"
    return Citation(key, edition.origin + place.list_url, Parts(place.name), edition.day).text


class PlacesTable(Table):
    """The rows are counted for a whole map at once, not read one by one."""

    def read(self, filters: Any, at_once: int) -> Iterator[Counted]:
        """The places of the map that the filters say."""
        era = filters.map_in_use
        provinces = _by_value(era)
        for row in place_rows(map_of(era)):
            yield Counted(row, era, provinces.get(row.place.value))


def _by_value(era: str) -> dict[str, Province]:
    """The province of each value in addresses, in the borders that it has on that map."""
    of_today = {province.slug: province for province in Province.objects.today()}
    if era == TODAY:
        return of_today
    former = {province.slug: province for province in Province.objects.filter(valid_to__isnull=False)}
    merged = {f"{slug}{MERGED}": province for slug, province in of_today.items()}
    return {**of_today, **merged, **former}


PROVINCES = PlacesTable(gettext_lazy("Provinces"), columns)
