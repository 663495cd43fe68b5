"""The filters of the list of meetings."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.held import DATED
from meetings.models import Appearance, Directive, Meeting, Target
from people.facets import ChoiceFacet, ConditionFacet, NumberFacet, RecordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.filters.days import DayFilter, not_before
from people.filters.organizations import full_name, organizations
from people.models import Official, Organization
from people.records import assignments
from people.search.filters import SearchFilter


def officials() -> QuerySet[Official]:
    """The officials that a filter may name."""
    return Official.objects.published()


def tasks_of_agencies() -> QuerySet[Any]:
    """Published assignments of published directives to one organization."""
    return assignments().filter(organization__isnull=False)


def appearances_of_officials() -> QuerySet[Appearance]:
    """Published appearances of people known by name."""
    return Appearance.objects.published().filter(official__isnull=False)


def has_any(records: Callable[[], QuerySet[Any]]) -> Callable[[], list[tuple[str, Any, Callable[[], Q]]]]:
    """Conditions on a meeting: it has some of the records, or none."""

    def some() -> Q:
        return Q(Exists(records().filter(meeting=OuterRef("pk"))))

    return lambda: [("yes", _("Yes"), some), ("no", _("No"), lambda: ~some())]


class MeetingFilter(OnAMap):
    """Where, by whom, what kind, when, who was there, who was told to act; and whether days or figures were named."""

    touched_by: ClassVar = {
        "meetings_meeting.id": "pk",
        "meetings_appearance.meeting_id": "pk",
        "meetings_directive.meeting_id": "pk",
        "meetings_assignment.directive_id": "directives",
        "meetings_target.meeting_id": "pk",
        "people_organization.id": "body",
    }

    pictured = (DATED,)

    q = SearchFilter()
    province = ProvinceFacet("province", label=_("Province"), blank=_("Province unknown"))
    year = NumberFacet("year", label=_("Year"), blank=_("Year unknown"))
    kind = ChoiceFacet("kind", label=_("Kind of meeting"), choices=Meeting.Kind.choices)
    branch = ChoiceFacet("body__kind", label=_("Branch"), choices=Organization.Kind.choices)
    body = RecordFacet("body", label=_("Body"), records=organizations, name=full_name, limit=8)
    agency = RecordFacet(
        "organization",
        label=_("Agency told to act"),
        links=tasks_of_agencies,
        row="directive__meeting",
        records=organizations,
        name=full_name,
        limit=8,
    )
    official = RecordFacet(
        "official", label=_("Official"), links=appearances_of_officials, row="meeting", records=officials, limit=8
    )
    deadlines = ConditionFacet(
        label=_("Tasks with a deadline"),
        conditions=has_any(lambda: Directive.objects.first_tellings().exclude(deadline_text="")),
    )
    targets = ConditionFacet(label=_("Figures"), conditions=has_any(lambda: Target.objects.first_tellings()))
    since = DayFilter(label=_("Held from"), method="held_since")
    until = DayFilter(label=_("Held until"), field_name="date", lookup_expr="lte")
    order = OrderFilter(
        {
            "newest": (_("Newest first"), ("-sort_date", "-pk")),
            "oldest": (_("Oldest first"), ("sort_date", "pk")),
        }
    )

    class Meta:
        model = Meeting
        fields: list[str] = []
        facets = ("province", "year", "kind", "branch", "body", "agency", "official", "deadlines", "targets")

    def held_since(self, queryset: QuerySet[Meeting], name: str, value: datetime.date) -> QuerySet[Meeting]:
        """Meetings that may have been held on the day or later."""
        return queryset.filter(not_before(value))
