"""What resources without a list page can be filtered by; the others take the filters of their lists."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.listings import LISTINGS
from meetings.models import Appearance, Assignment, Directive, LegalDocument, Meeting
from opendata.resources import RESOURCES
from people.facets import ChoiceFacet, FacetedFilterSet, RecordFacet
from people.facets.orders import OrderedFilterSet, OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.filters.organizations import organizations
from people.models import Official, Province, Role


def officials() -> QuerySet[Official]:
    """The officials that a filter may name."""
    return Official.objects.published()


def meetings() -> QuerySet[Meeting]:
    """The meetings that a filter may name."""
    return Meeting.objects.published()


def directives() -> QuerySet[Directive]:
    """The directives that a filter may name."""
    return Directive.objects.published().filter(meeting__in=meetings())


def _by_number() -> OrderFilter:
    return OrderFilter({"id": (_("By number"), ("pk",)), "id-latest": (_("By number, the latest first"), ("-pk",))})


class ProvinceFilter(OrderedFilterSet):
    """Provinces of either map."""

    kind = ChoiceFacet("kind", label=_("Kind of province"), choices=Province.Kind.choices)
    order = OrderFilter({"slug": (_("By name"), ("slug", "pk"))})

    class Meta:
        facets = ("kind",)


class RoleFilter(OnAMap):
    """Whose, of which organization, where, and whether it is held."""

    official = RecordFacet("official", label=_("Official"), records=officials)
    organization = RecordFacet("organization", label=_("Agency"), records=organizations)
    province = ProvinceFacet("province", label=_("Province"), blank=_("Province unknown"))
    status = ChoiceFacet("status", label=_("Status"), choices=Role.Status.choices)
    order = _by_number()

    class Meta:
        facets = ("official", "organization", "province", "status")


class AssignmentFilter(OnAMap):
    """Who is told to act, in which part, in which task."""

    directive = RecordFacet("directive", label=_("Task"), records=directives)
    organization = RecordFacet("organization", label=_("Agency"), records=organizations)
    official = RecordFacet("official", label=_("Official"), records=officials)
    part = ChoiceFacet("part", label=_("Its part"), choices=Assignment.Part.choices)
    province = ProvinceFacet("directive__meeting__province", label=_("Province"), blank=_("Province unknown"))
    order = _by_number()

    class Meta:
        facets = ("directive", "organization", "official", "part", "province")


class AppearanceFilter(OnAMap):
    """Who did what, at which meeting."""

    meeting = RecordFacet("meeting", label=_("Meeting"), records=meetings)
    official = RecordFacet("official", label=_("Official"), records=officials)
    act = ChoiceFacet("act", label=_("Act"), choices=Appearance.Act.choices)
    province = ProvinceFacet("meeting__province", label=_("Province"), blank=_("Province unknown"))
    order = _by_number()

    class Meta:
        facets = ("meeting", "official", "act", "province")


class DecisionFilter(OnAMap):
    """What was decided where, at which meeting."""

    meeting = RecordFacet("meeting", label=_("Meeting"), records=meetings)
    province = ProvinceFacet("meeting__province", label=_("Province"), blank=_("Province unknown"))
    order = _by_number()

    class Meta:
        facets = ("meeting", "province")


class CitationFilter(OnAMap):
    """Which document is cited where."""

    document = RecordFacet("document", label=_("Legal document"), records=LegalDocument.objects.published)
    meeting = RecordFacet("meeting", label=_("Meeting"), records=meetings)
    directive = RecordFacet("directive", label=_("Task"), records=directives)
    province = ProvinceFacet("meeting__province", label=_("Province"), blank=_("Province unknown"))
    order = _by_number()

    class Meta:
        facets = ("document", "meeting", "directive", "province")


FILTERS: dict[str, type[Any]] = {
    **{name: listing.filters for name, listing in LISTINGS.items()},
    "provinces": ProvinceFilter,
    "roles": RoleFilter,
    "assignments": AssignmentFilter,
    "appearances": AppearanceFilter,
    "decisions": DecisionFilter,
    "citations": CitationFilter,
}


def rows_of(name: str, retold: bool = False) -> QuerySet[Any]:
    """What the list of a resource holds: the rows of its page, without what only a page shows.

    Of what several press texts tell it holds one row, as pages do; the others, its `retellings`, where they are wanted.
    """
    has_retellings = any(column.source == "same_as" for column in RESOURCES[name].columns)
    if retold and has_retellings:
        return RESOURCES[name].rows()
    if name in LISTINGS:
        return LISTINGS[name].rows().select_related(None).prefetch_related(None).defer(None)
    rows = RESOURCES[name].rows()
    return rows.filter(same_as__isnull=True) if has_retellings else rows


def filters_of(name: str, data: Any, request: Any = None, retold: bool = False) -> FacetedFilterSet:
    """The filters of a resource's list, on its rows."""
    made: FacetedFilterSet = FILTERS[name](data, queryset=rows_of(name, retold), request=request)
    return made
