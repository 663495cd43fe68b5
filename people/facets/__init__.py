"""Facets: filters whose every value stands beside the number of rows that it would keep, and a link that toggles it."""

from people.facets.base import BLANK
from people.facets.filterset import Active, Facet, FacetedFilterSet, Option
from people.facets.kinds import ChoiceFacet, ConditionFacet, NumberFacet, RecordFacet, WordFacet

__all__ = [
    "BLANK",
    "Active",
    "ChoiceFacet",
    "ConditionFacet",
    "Facet",
    "FacetedFilterSet",
    "NumberFacet",
    "Option",
    "RecordFacet",
    "WordFacet",
]
