"""The one table of what others get: the API, the releases and the data dictionary are all made from it."""

from opendata.resources.articles import ARTICLES, CITATIONS, DOCUMENTS
from opendata.resources.columns import DIVIDER, Column, Kind, Resource
from opendata.resources.meetings import APPEARANCES, ASSIGNMENTS, DECISIONS, DIRECTIVES, MEETINGS, TARGETS
from opendata.resources.people import OFFICIALS, ORGANIZATIONS, PROVINCES, ROLES

# Each behind those that it refers to, where that is possible.
RESOURCES = {
    resource.name: resource
    for resource in (
        PROVINCES,
        ORGANIZATIONS,
        OFFICIALS,
        ROLES,
        ARTICLES,
        MEETINGS,
        DIRECTIVES,
        ASSIGNMENTS,
        TARGETS,
        DECISIONS,
        APPEARANCES,
        DOCUMENTS,
        CITATIONS,
    )
}

__all__ = ["DIVIDER", "RESOURCES", "Column", "Kind", "Resource"]
