"""Which list a page's rows are of, and what its file must be asked for to hold exactly them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from meetings.filters import ComparisonFilter
from meetings.listings import LISTINGS, PROVINCES
from opendata.files.formats import FORMATS
from people.facets import FacetedFilterSet
from people.facets.address import ALL
from people.filters import TaskFilter
from people.models import Organization

# The filters of an agency's tasks that the list of tasks has, too, with the same meaning.
OF_TASKS = ("q", "part", "deadline", "year")
OF_COMPARED = ("indicator", "year", "province", "era")


@dataclass(frozen=True)
class Offer:
    """The list called `name`, with the parameters that its file takes."""

    name: str
    query: QueryDict

    @property
    def addresses(self) -> dict[str, str]:
        """The file's address in each form, by its ending, in the language in force."""
        asked = f"?{self.query.urlencode()}" if self.query else ""
        return {ending: reverse(f"opendata:{self.name}_file", args=[ending]) + asked for ending in FORMATS}


def offer(filters: FacetedFilterSet, organization: Organization | None = None) -> Offer | None:
    """What holds the rows that `filters` keep, None where no file does.

    `organization` is the agency on whose page tasks are filtered.
    """
    given = dict(filters.parameters.lists())
    given.pop(ALL, None)
    for listing in (*LISTINGS.values(), PROVINCES):
        if listing.filters is type(filters):
            return Offer(listing.name, _query(given))
    if isinstance(filters, ComparisonFilter) and filters.measure is not None:
        units = {"unit": list(filters.measure.units)}
        return Offer("targets", _query({key: given[key] for key in OF_COMPARED if key in given} | units))
    if isinstance(filters, TaskFilter) and organization is not None and given.keys() <= {*OF_TASKS, "order"}:
        kept = {key: given[key] for key in OF_TASKS if key in given}
        return Offer("directives", _query({"agency": [str(organization.pk)], **kept}))
    return None


def _query(parameters: dict[str, Any]) -> QueryDict:
    query = QueryDict(mutable=True)
    for key, values in parameters.items():
        query.setlist(key, values)
    return query
