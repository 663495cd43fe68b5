"""A filter set with one facet of every kind, on real tables."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q

from meetings.models import Assignment, Directive, Meeting
from people.facets import (
    ChoiceFacet,
    ConditionFacet,
    FacetedFilterSet,
    NumberFacet,
    RecordFacet,
    WordFacet,
)
from people.models import Organization, Province


def _has_deadline() -> list[tuple[str, Any, Q]]:
    due = Exists(Directive.objects.filter(meeting=OuterRef("pk"), deadline_to__isnull=False))
    return [("yes", "has", Q(due)), ("none", "has none", ~Q(due))]


class SampleFilterSet(FacetedFilterSet):
    title = django_filters.CharFilter("title", lookup_expr="icontains", label="title")
    since = django_filters.DateFilter("date", lookup_expr="gte", label="since")
    held = django_filters.DateFromToRangeFilter("date", label="held")
    kind = ChoiceFacet("kind", choices=Meeting.Kind.choices, label="kind")
    year = NumberFacet("year", label="year", blank="unknown")
    place = WordFacet("place", label="place", blank="nowhere")
    province = RecordFacet("province", records=Province.objects.all, label="province", limit=2)
    agency = RecordFacet(
        "organization",
        links=Assignment.objects.published,
        row="directive__meeting",
        records=Organization.objects.all,
        label="agency",
    )
    deadline = ConditionFacet(conditions=_has_deadline, label="deadline")
    task = ConditionFacet(
        conditions=lambda: [("short", "short", Q(order__lt=2)), ("any", "any", Q())],
        links=Directive.objects.published,
        row="meeting",
        label="task",
    )
    order = django_filters.OrderingFilter(fields=[("date", "date")])

    class Meta:
        model = Meeting
        fields = ()
        facets = ("kind", "year", "place", "province", "agency", "deadline", "task")
        other_parameters = ("view",)
