"""Territories: the lands that figures are of. A merged province and each of its parts are lands of their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from people.facets.base import BLANK
from people.facets.provinces import FORMER, MERGED
from people.models import Province
from people.templatetags.english import in_english


@dataclass(frozen=True)
class Land:
    """A territory: its value for the map of the 63, its name and what tells it apart from others of that name."""

    value: str
    name: str
    note: str
    place: tuple[str, ...]  # in the order of rows


class Territories:
    """All lands, in the order of today's provinces or, on the map of the 63, of their own names."""

    def __init__(self, map_in_use: str) -> None:
        provinces = list(Province.objects.select_related("successor"))
        self._parts = Counter(p.successor_id for p in provinces if p.is_former)
        self._lands: dict[int | None, Land] = {}
        for province in provinces:
            if not self._stayed(province):
                self._lands[province.pk] = self._land(province, map_in_use)
        for province in provinces:
            if self._stayed(province):
                self._lands[province.pk] = self._lands[province.today.pk]

    def of(self, province: int | None) -> Land:
        """The land of the province with that id; figures that no province is known of stand together."""
        return self._lands.get(province) or Land(BLANK, _("Province unknown"), "", ("~",))

    def _stayed(self, province: Province) -> bool:
        """Whether it is a province of the old map that became one of today's without any other."""
        return province.successor_id is not None and province.is_former and self._parts[province.successor_id] == 1

    def _land(self, province: Province, map_in_use: str) -> Land:
        value, note = province.slug, ""
        if province.is_former and province.successor:
            note = _("before July 2025")
            if province.successor.name != province.name:
                note = _("now %(successor)s") % {"successor": in_english(province.successor.name)}
        elif self._parts[province.pk] > 1:
            value, note = f"{province.slug}{MERGED}", _("since July 2025")
        today = province.today.slug
        place = (
            (province.slug, str(int(not province.is_former)))
            if map_in_use == FORMER
            else (today, str(int(province.is_former)), province.slug)
        )
        return Land(value, province.name, note, place)
