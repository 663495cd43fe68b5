"""What the comparison of targets can be narrowed down by: the indicator, its measure, provinces and years."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import django_filters
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.indicators import is_unnamed
from meetings.measures import Measure, measures
from meetings.models import Target
from people.facets import NumberFacet
from people.facets.orders import Choice, OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.search.filters import TypedField


class WordsFilter(django_filters.Filter):
    """A line of text that leaves all rows: the page reads it."""

    field_class = TypedField

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """All rows."""
        return queryset


class ComparisonFilter(OnAMap):
    """Figures of one indicator, in one measure. Without an indicator, `q` finds those that there are."""

    q = WordsFilter(label=gettext_lazy("Indicator"))
    indicator = WordsFilter(label=gettext_lazy("Indicator"))
    unit = WordsFilter(label=gettext_lazy("Unit"))
    year = NumberFacet("year", label=gettext_lazy("Year of the figure"), blank=gettext_lazy("Year not stated"))
    province = ProvinceFacet(
        "meeting__province", label=gettext_lazy("Province"), blank=gettext_lazy("Province unknown"), limit=40
    )
    order = OrderFilter(
        {"newest": (gettext_lazy("Newest meeting first"), ("-meeting__sort_date", "-meeting_id", "pk"))}
    )

    class Meta:
        model = Target
        fields: list[str] = []
        facets = ("year", "province")

    @property
    def indicator_chosen(self) -> str:
        """The indicator that is compared; empty where none is, or where it is a name for figures without one."""
        name: str = self.cleaned.get("indicator", "")
        return "" if is_unnamed(name) else name

    @cached_property
    def measures(self) -> list[Measure]:
        """The measures that figures of the indicator are in, that of most figures first."""
        of_it = self.queryset.filter(canonical_metric=self.indicator_chosen).order_by()
        return measures(of_it.values_list("unit").annotate(figures=Count("*")))

    @property
    def measure(self) -> Measure | None:
        """The measure chosen, else that of most figures; None where the indicator has no figure."""
        asked = self.cleaned.get("unit", "")
        return next((m for m in self.measures if asked in m.units), next(iter(self.measures), None))

    def filter_queryset(self, queryset: QuerySet[Any], without: str = "") -> QuerySet[Any]:
        """Figures of the indicator in the measure alone: what is in other units is never beside them."""
        rows = super().filter_queryset(queryset, without)
        units = self.measure.units if self.measure else ()
        return rows.filter(canonical_metric=self.indicator_chosen, unit__in=units)

    def choices_of_measure(self) -> list[Choice]:
        """The measures to choose from, each with its number of figures and the page for it."""
        return [
            Choice(
                m.unit,
                f"{m.unit} ({m.count})",
                m is self.measure,
                self.url(unit=[m.unit] if number else (), year=(), province=()),
            )
            for number, m in enumerate(self.measures)
        ]

    def orders(self) -> list[Choice]:
        """None: rows stand in the order of provinces."""
        return []

    @cached_property
    def notices(self) -> list[str]:
        """What was left out, a unit that no figure of the indicator is in among it."""
        asked = self.cleaned.get("unit", "")
        if asked and self.measures and not any(asked in measure.units for measure in self.measures):
            text = _("No figure of this indicator is in “%(unit)s”: those in another unit are shown.")
            return [text % {"unit": asked[:60]}, *super().notices]
        return super().notices
