"""The filters of the list of directives."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.filters.meetings import officials
from meetings.models import Assignment, Directive
from people.facets import ChoiceFacet, ConditionFacet, NumberFacet, RecordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.filters.organizations import full_name, organizations
from people.search.filters import SearchFilter


class _ByAssignment:
    """A facet on assignments. Agency and part hold for the same assignment, so that their filter set applies both."""

    narrows = False

    def filter(self, queryset: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        return queryset


class _AgencyFacet(_ByAssignment, RecordFacet):
    pass


class _PartFacet(_ByAssignment, ChoiceFacet):
    pass


def _told_again() -> list[tuple[str, Any, Q]]:
    later = Q(repetition__isnull=False) & ~Q(repetition__chain=F("pk"))
    return [("yes", _("Told at an earlier meeting, too"), later)]


class DirectiveFilter(OnAMap):
    """Who was told to act, in which part, by whom, how firmly, where and when, and how the deadline stands today."""

    touched_by: ClassVar = {
        "meetings_directive.id": "pk",
        "meetings_meeting.id": "meeting",
        "meetings_assignment.directive_id": "pk",
        "meetings_repetition.directive_id": "pk",
    }

    q = SearchFilter()
    agency = _AgencyFacet(
        "organization",
        label=_("Agency told to act"),
        links=Assignment.objects.none,
        row="directive",
        records=organizations,
        name=full_name,
    )
    part = _PartFacet(
        "part", label=_("Its part"), links=Assignment.objects.none, row="directive", choices=Assignment.Part.choices
    )
    deadline = ConditionFacet(label=_("Deadline"), conditions=deadlines.conditions)
    again = ConditionFacet(label=_("Told again"), conditions=_told_again)
    province = ProvinceFacet("meeting__province", label=_("Province"), blank=_("Province unknown"))
    year = NumberFacet("meeting__year", label=_("Year of the meeting"), blank=_("Year unknown"))
    strength = ChoiceFacet("strength", label=_("How it was put"), choices=Directive.Strength.choices)
    assigner = RecordFacet("assigner", label=_("Given by"), records=officials, limit=8)
    order = OrderFilter(
        {
            "newest": (_("Newest meeting first"), ("-meeting__sort_date", "-meeting_id", "order", "pk")),
            "deadline": (_("Deadline, earliest first"), (F("deadline_to").asc(nulls_last=True), "pk")),
            "deadline-latest": (_("Deadline, latest first"), (F("deadline_to").desc(nulls_last=True), "pk")),
            "oldest": (_("Oldest meeting first"), ("meeting__sort_date", "meeting_id", "order", "pk")),
        }
    )

    together = ("agency", "part")

    class Meta:
        model = Directive
        fields: list[str] = []
        facets = ("agency", "part", "deadline", "again", "province", "year", "strength", "assigner")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency, part = self.filters["agency"], self.filters["part"]
        agency.links = lambda: self._assignments(without="agency").filter(organization__isnull=False)
        agency.stock_key = lambda: repr(self.cleaned.get("part"))
        part.links = lambda: self._assignments(without="part")
        part.stock_key = lambda: None if self.cleaned.get("agency") else ""

    def filter_together(self, queryset: QuerySet[Any], without: str) -> QuerySet[Any]:
        """The tasks in which one of the agencies has one of the parts."""
        if any(self.cleaned.get(name) for name in self.together if name != without):
            queryset = queryset.filter(pk__in=self._assignments(without).values("directive"))
        return queryset

    def _assignments(self, without: str = "") -> QuerySet[Assignment]:
        assignments = Assignment.objects.published()
        for name in ("agency", "part"):
            if name != without and (chosen := self.cleaned.get(name)):
                assignments = assignments.filter(self.filters[name].condition(chosen))
        return assignments
