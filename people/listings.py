"""The lists of people and agencies: what stands on each page of a list, for the page and for all that follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from people.facets import FacetedFilterSet
from people.filters import OfficialFilter, OrganizationFilter
from people.models import Official, Organization


@dataclass(frozen=True)
class Listing:
    """A list: the name of its page's address, what it can be filtered by, and its rows, in no order yet."""

    name: str
    page: str
    filters: type[FacetedFilterSet]
    rows: Callable[[], QuerySet[Any]]


def officials() -> QuerySet[Official]:
    """Published officials with their provinces."""
    return Official.objects.published().select_related("province__successor").defer("search_text")


def organizations() -> QuerySet[Organization]:
    """Published organizations with their provinces."""
    return Organization.objects.published().select_related("province__successor").defer("search_text")


LISTINGS = {
    listing.name: listing
    for listing in (
        Listing("officials", "people:official_list", OfficialFilter, officials),
        Listing("organizations", "people:organization_list", OrganizationFilter, organizations),
    )
}
