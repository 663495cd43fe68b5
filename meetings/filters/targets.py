"""The filters of the list of targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from meetings.indicators import name_of
from meetings.models import Target
from people.facets import ChoiceFacet, NumberFacet, WordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.search.filters import SearchFilter


class IndicatorFacet(WordFacet):
    """Indicators by their names; figures without one stand together by their unit."""

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        return {value: name_of(value) for value in super().labels(values)}


class TargetFilter(OnAMap):
    """Which indicator, promised or reached, for which year, in which unit, and where."""

    touched_by: ClassVar = {
        "meetings_target.id": "pk",
        "meetings_meeting.id": "meeting",
    }

    q = SearchFilter()
    status = ChoiceFacet("status", label=_("Promised or reached"), choices=Target.Status.choices)
    indicator = IndicatorFacet("canonical_metric", label=_("Indicator"))
    year = NumberFacet("year", label=_("Year of the figure"), blank=_("Year not stated"))
    province = ProvinceFacet("meeting__province", label=_("Province"), blank=_("Province unknown"))
    unit = WordFacet("unit", label=_("Unit"), limit=8)
    order = OrderFilter(
        {
            "newest": (_("Newest meeting first"), ("-meeting__sort_date", "-meeting_id", "start", "pk")),
            "indicator": (_("By indicator"), ("canonical_metric", "period", "pk")),
            "oldest": (_("Oldest meeting first"), ("meeting__sort_date", "meeting_id", "start", "pk")),
        }
    )

    class Meta:
        model = Target
        fields: list[str] = []
        facets = ("status", "indicator", "year", "province", "unit")
