"""The filters of the tasks on an organization's page."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any, ClassVar

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.facets import ChoiceFacet, ConditionFacet, NumberFacet
from people.facets.orders import OrderedFilterSet, OrderFilter
from people.filters.days import DayFilter, not_before
from people.records import assignments
from people.search.filters import SearchFilter
from people.task_times import DUE, GIVEN

SOON = datetime.timedelta(days=14)


def _deadlines() -> list[tuple[str, Any, Q]]:
    """How the day computed from the deadline's words stands to today: that it has passed says nothing of the result."""
    today = timezone.localdate()
    no_day = Q(directive__deadline_to__isnull=True)
    return [
        ("soon", _("Due within two weeks"), Q(directive__deadline_to__range=(today, today + SOON))),
        ("open", _("Later"), Q(directive__deadline_to__gt=today + SOON)),
        ("passed", _("The day named has passed"), Q(directive__deadline_to__lt=today)),
        ("undated", _("In words without a day"), no_day & ~Q(directive__deadline_text="")),
        ("none", _("No deadline in the text"), no_day & Q(directive__deadline_text="")),
    ]


@cache
def _parts() -> Any:
    return assignments().model._meta.get_field("part").choices


class TaskFilter(OrderedFilterSet):
    """Words of the task, the organization's part in it, how its deadline stands, when it was given and is due."""

    touched_by: ClassVar = {
        "meetings_assignment.id": "pk",
        "meetings_directive.id": "directive",
        "meetings_meeting.id": "directive__meeting",
    }

    pictured = (GIVEN, DUE)

    q = SearchFilter("directive__search_text", label=_("Words of the task"))
    part = ChoiceFacet("part", label=_("Its part"), choices=())
    deadline = ConditionFacet(label=_("Deadline"), conditions=_deadlines)
    year = NumberFacet("directive__meeting__year", label=_("Year of the meeting"), blank=_("Year unknown"))
    since = DayFilter(label=_("Given from"), method="given_since")
    until = DayFilter(label=_("Given until"), field_name="directive__meeting__date", lookup_expr="lte")
    due_since = DayFilter(label=_("Due from"), field_name="directive__deadline_to", lookup_expr="gte")
    due_until = DayFilter(label=_("Due until"), field_name="directive__deadline_to", lookup_expr="lte")
    order = OrderFilter(
        {
            "newest": (_("Newest meeting first"), ("-directive__meeting__sort_date", "directive__order", "pk")),
            "deadline": (_("Deadline, earliest first"), (F("directive__deadline_to").asc(nulls_last=True), "pk")),
            "deadline-latest": (_("Deadline, latest first"), (F("directive__deadline_to").desc(nulls_last=True), "pk")),
        }
    )

    class Meta:
        facets = ("part", "deadline", "year")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["part"].choices = dict(_parts())

    def given_since(self, queryset: QuerySet[Any], name: str, value: datetime.date) -> QuerySet[Any]:
        """Tasks of meetings that may have been held on the day or later."""
        return queryset.filter(not_before(value, "directive__meeting__"))

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """The facets chosen, and the days to be due, which have no fields of their own."""
        due = [(name, value) for name in ("due_since", "due_until") for value in self.parameters.getlist(name)]
        return [*super().hidden_inputs(), *due]
