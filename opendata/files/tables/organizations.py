"""Agencies as a file: what the register says of each, with the numbers of tasks and meetings."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opendata.files.columns import Column, coded, filled, in_page_language, label_of, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, identity, province
from opendata.files.tables.base import Table
from people import duties
from people.models import Organization
from people.records import PUBLISHED


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each agency, and what became of it."""
    return [
        *identity(edition),
        *in_page_language(plain(Organization, "name", width=36)),
        Column("abbreviations", label_of(Organization, "abbreviations"), lambda o: _parts(o.abbreviations)),
        coded(Organization, "kind", width=22),
        province(corrects="province"),
        Column("tasks", _("Tasks"), lambda organization: organization.tasks_given, width=10),
        Column("meetings_held", _("Meetings held"), lambda organization: organization.meetings_held, width=10),
        plain(Organization, "valid_from", corrects=False, width=12),
        plain(Organization, "valid_to", corrects=False, width=12),
        Column("successor", label_of(Organization, "successor"), _successor, width=36),
        Column(
            "successor_identifier",
            _("Successor, permanent identifier"),
            lambda organization: edition.identifier(_heir(organization)),
            width=34,
        ),
        Column("former_names", label_of(Organization, "former_names"), lambda o: _parts(o.former_names), width=30),
        Column("basis", label_of(Organization, "succession_basis"), filled(lambda o: o.succession_basis), width=30),
        Column("pages", label_of(Organization, "succession_pages"), lambda o: _parts(o.succession_pages), width=34),
        plain(Organization, "unverified", corrects=False, width=12),
        *closing(edition, Organization),
    ]


def fetch(rows: QuerySet[Organization]) -> QuerySet[Organization]:
    """Agencies with those that took their work on."""
    return rows.select_related("successor__province").defer("search_text", "successor__search_text")


def _heir(organization: Organization) -> Organization | None:
    heir = organization.successor
    return heir if heir is not None and heir.state in PUBLISHED else None


def _successor(organization: Organization) -> str | None:
    heir = _heir(organization)
    return None if heir is None else heir.full_name


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


ORGANIZATIONS = Table(gettext_lazy("Agencies"), columns, fetch, duties.describe)
