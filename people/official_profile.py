"""What the page of an official tells beside the meetings, each part of it asked for when it is shown."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from people import careers, duties, records
from people.attendance import Attendance
from people.company import Company, company_of
from people.lifeline import LifeLine, life_line
from people.models import Official, Role
from people.revisions import describe

TASKS_SHOWN = 10  # the list of tasks has them all


class OfficialProfile:
    """An official's offices, company and tasks given."""

    def __init__(self, official: Official, attendance: Attendance) -> None:
        self.official, self._attendance = official, attendance

    @cached_property
    def roles(self) -> list[Role]:
        """The offices with what attests them. What people did to the official and to them is told, too."""
        roles = careers.with_attestations(careers.roles().filter(official=self.official))
        describe([self.official, *roles])
        return roles

    @cached_property
    def current_roles(self) -> list[Role]:
        """Those that the latest text gives."""
        held = careers.current(self.roles)
        self.official.current_roles = held  # type: ignore[attr-defined] # where citing the page looks for them
        return held

    @cached_property
    def other_names(self) -> list[str]:
        """Other spellings of the name."""
        return careers.other_names(self.official)

    @cached_property
    def life(self) -> LifeLine | None:
        """Offices and meetings in time; None where too few days are known."""
        return life_line(self._attendance.attended, self.roles)

    @cached_property
    def meetings_attended(self) -> int:
        """The number of meetings where the official appears, and is not only named."""
        return len(self._attendance.attended)

    @cached_property
    def company(self) -> Company | None:
        """Those who are most often at the same meetings; None where they are too few."""
        return company_of(self.official, self._attendance.attended)

    @cached_property
    def _tasks(self) -> tuple[list[Any], int]:
        return records.first_and_number(duties.given_by(self.official), TASKS_SHOWN)

    @property
    def tasks(self) -> list[Any]:
        """The latest tasks given."""
        return self._tasks[0]

    @property
    def tasks_given(self) -> int:
        """How many there are."""
        return self._tasks[1]
