"""What the page of an organization tells beside its tasks, each part of it asked for when it is shown."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from people import careers, records
from people.company import Company, company_at
from people.filters import TaskFilter
from people.models import Handover, Organization, Role
from people.names import name_key
from people.task_times import TaskTimes, task_times

MEETINGS_SHOWN = 6
ROLES_SHOWN = 12


class OrganizationProfile:
    """An organization's other names, what it was and what it became, its meetings, officials and tasks in time."""

    def __init__(self, organization: Organization, tasks: TaskFilter) -> None:
        self.organization, self._tasks = organization, tasks

    @property
    def _held(self) -> QuerySet[Any]:
        return records.meetings().filter(body=self.organization)

    @property
    def _roles(self) -> QuerySet[Role]:
        published = careers.roles().filter(organization=self.organization, official__state__in=records.PUBLISHED)
        return published.select_related("official").defer("search_text", "official__search_text")

    @cached_property
    def aliases(self) -> list[Any]:
        """Other names that texts give it."""
        return list(self.organization.aliases.all())

    @cached_property
    def abbreviations(self) -> list[str]:
        """Its names in short."""
        return _parts(self.organization.abbreviations)

    @cached_property
    def successor(self) -> Organization | None:
        """What it became, where that may be seen."""
        successor = self.organization.successor
        return successor if successor is not None and successor.state in records.PUBLISHED else None

    @cached_property
    def predecessors(self) -> list[Organization]:
        """What became it."""
        rows = self.organization.predecessors.published().select_related("province")
        return list(rows.order_by("name"))

    @cached_property
    def former_names(self) -> list[str]:
        """Names of predecessors that have no record."""
        known = {former.name_key for former in self.predecessors}
        return [name for name in _parts(self.organization.former_names) if name_key(name) not in known]

    @cached_property
    def handovers(self) -> list[Handover]:
        """The parts of its work that went to agencies that may be seen."""
        return _handovers(self.organization.handovers, "heir")

    @cached_property
    def takeovers(self) -> list[Handover]:
        """The parts of other agencies' work that came to it."""
        return _handovers(self.organization.takeovers, "former")

    @cached_property
    def pages(self) -> list[str]:
        """Addresses where its succession is told of."""
        return _parts(self.organization.succession_pages)

    @cached_property
    def times(self) -> TaskTimes | None:
        """The tasks that the filters keep, by month."""
        return task_times(self._tasks)

    @cached_property
    def _meetings(self) -> tuple[list[Any], int]:
        rows = self._held.select_related("province__successor").defer("search_text")
        return records.first_and_number(rows.order_by("-sort_date", "-pk"), MEETINGS_SHOWN)

    @property
    def meetings(self) -> list[Any]:
        """The latest meetings that it held."""
        return self._meetings[0]

    @property
    def meetings_held(self) -> int:
        """How many there are."""
        return self._meetings[1]

    @cached_property
    def company(self) -> Company | None:
        """Those who are most often at its meetings; None where they are too few."""
        return company_at(self._held) if self.meetings_held else None

    @cached_property
    def _offices(self) -> tuple[list[Role], int]:
        return records.first_and_number(self._roles.order_by("rank", "-last_attested", "pk"), ROLES_SHOWN)

    @property
    def roles(self) -> list[Role]:
        """The first of the offices that officials have there."""
        return self._offices[0]

    @property
    def roles_known(self) -> int:
        """How many there are."""
        return self._offices[1]


def _parts(stored: str) -> list[str]:
    return [part for part in stored.split("|") if part]


def _handovers(rows: Any, other: str) -> list[Handover]:
    seen = {f"{other}__state__in": records.PUBLISHED}
    return list(rows.filter(**seen).select_related(f"{other}__province").order_by(f"{other}__name"))
