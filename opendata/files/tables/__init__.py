"""For each list of the site, by name, what its file holds."""

from __future__ import annotations

from opendata.files.tables.articles import ARTICLES
from opendata.files.tables.base import Table
from opendata.files.tables.directives import DIRECTIVES
from opendata.files.tables.documents import DOCUMENTS
from opendata.files.tables.meetings import MEETINGS
from opendata.files.tables.officials import OFFICIALS
from opendata.files.tables.organizations import ORGANIZATIONS
from opendata.files.tables.provinces import PROVINCES
from opendata.files.tables.targets import TARGETS

__all__ = ["COUNTED", "TABLES", "Table"]

TABLES: dict[str, Table] = {
    "officials": OFFICIALS,
    "organizations": ORGANIZATIONS,
    "meetings": MEETINGS,
    "directives": DIRECTIVES,
    "targets": TARGETS,
    "documents": DOCUMENTS,
    "articles": ARTICLES,
}
# Lists of what is counted, not of records: nothing in them can be corrected.
COUNTED: dict[str, Table] = {"provinces": PROVINCES}
