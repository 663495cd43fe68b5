"""Provinces as a facet, on the map of the 34 or of the 63: the same records, grouped by either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from people.facets import BLANK, Active, FacetedFilterSet
from people.facets.base import FacetFilter
from people.models import Province

ERAS = (("34", _("34 provinces")), ("63", _("63 provinces")))


@dataclass(frozen=True)
class Choice:
    """One of several ways to see the same rows."""

    value: str
    label: str
    selected: bool
    url: str


class ProvinceFacet(FacetFilter):
    """A foreign key to a province. The parameter `era` says which map its values, short names, are of.

    On the map of the 34, a record of a former province counts for the one that it became part of. On that of the 63, a
    record of a province that came out of a merger cannot be given to any one of them and stands by itself, as NAME-moi.
    """

    def known(self, values: Sequence[str]) -> set[str]:
        return self._names.keys() & set(values)

    def stored(self, values: Sequence[str]) -> list[int]:
        wanted = set(values)
        return [pk for pk, value in self._values.items() if value in wanted]

    def key(self, value: Any) -> str:
        return self._values.get(value, BLANK)

    def counts(self, queryset: Any) -> Counter[str]:
        counts = super().counts(queryset)
        if not self.blank:
            counts.pop(BLANK, None)
        return counts

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        wanted = set(values)
        return {value: name for value, name in self._names.items() if value in wanted}

    @cached_property
    def _provinces(self) -> list[Province]:
        return list(Province.objects.select_related("successor").order_by("slug"))

    @cached_property
    def _values(self) -> dict[int, str]:
        """Each province's id with the value that it counts for on the map in use."""
        if self.parent.map_in_use != "63":
            return {p.pk: p.today.slug for p in self._provinces}
        parts: dict[int, list[Province]] = {}
        for former in self._provinces:
            if former.is_former and former.successor_id:
                parts.setdefault(former.successor_id, []).append(former)
        return {p.pk: p.slug if p.is_former else self._on_the_old_map(p, parts.get(p.pk, [])) for p in self._provinces}

    @staticmethod
    def _on_the_old_map(province: Province, parts: list[Province]) -> str:
        return parts[0].slug if len(parts) == 1 else f"{province.slug}-moi"

    @cached_property
    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for province in self._provinces:
            value = self._values[province.pk]
            if value.endswith("-moi"):
                names[value] = gettext("%(name)s (since July 2025)") % {"name": province.name}
            elif value == province.slug:
                names.setdefault(value, province.name)
        return names


class OnAMap(FacetedFilterSet):
    """A filter set with a choice between the two maps and between orders, neither of which narrows anything down."""

    era = django_filters.ChoiceFilter(label=_("Map"), choices=ERAS, method="leave_rows")

    def leave_rows(self, queryset: Any, name: str, value: str) -> Any:
        """The map changes how provinces are grouped, not which rows there are."""
        return queryset

    @property
    def map_in_use(self) -> str:
        """34 unless the address says 63."""
        return "63" if self.data.get("era") == "63" else "34"

    @cached_property
    def active(self) -> list[Active]:
        """What the rows are filtered by, which the map is not."""
        return [active for active in super().active if active.name != "era"]

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """The facets chosen and the map."""
        return [*super().hidden_inputs(), *([("era", "63")] if self.map_in_use == "63" else [])]

    def maps(self) -> list[Choice]:
        """Both maps; a province chosen on one is dropped on the other."""
        return [
            Choice(value, str(label), value == self.map_in_use, self.url(era=[value][: value != "34"], province=()))
            for value, label in ERAS
        ]

    def orders(self) -> list[Choice]:
        """The orders that the rows can be seen in."""
        offered = self.filters["order"].offered(bool(self.cleaned.get("q")))
        asked = (self.cleaned.get("order") or [""])[0]
        chosen = asked if asked in offered else next(iter(offered))
        return [Choice(value, str(label), value == chosen, self.url(order=[value])) for value, label in offered.items()]


@dataclass(frozen=True)
class ProvinceTally:
    """A province of today's map with the number of its meetings, those of its former parts included."""

    name: str
    slug: str
    meetings: int


def provinces_with_meetings() -> list[ProvinceTally]:
    """The provinces of today's map that have meetings, by name."""
    today = Coalesce("province__successor", "province")
    rows = Meeting.objects.published().filter(province__isnull=False).order_by().values_list(today)
    counts = dict(rows.annotate(rows=Count("*")))
    provinces = Province.objects.filter(pk__in=counts).order_by("slug")
    return [ProvinceTally(province.name, province.slug, counts[province.pk]) for province in provinces]
