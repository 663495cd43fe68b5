"""Tasks and meetings that are another organization's: with a task goes what other articles tell of it again.

Roles stay: whose office it is is set right in the role itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import Assignment, Meeting
from meetings.moving.rows import Kind, Moving
from people.merging.merge import save_telling

ASSIGNMENTS = Kind(Assignment, "organization", _("tasks received"), ("-directive__meeting__sort_date", "pk"))
MEETINGS = Kind(Meeting, "body", _("meetings held"), ("-sort_date", "-pk"))


@dataclass
class OrganizationMoving(Moving):
    """What is moved away from an organization: tasks that it received, meetings that it held."""

    retold: list[Assignment] = field(default_factory=list)
    kinds: ClassVar = (ASSIGNMENTS, MEETINGS)
    related: ClassVar = {"assignment": ("directive",)}

    def bring_along(self) -> None:
        """Finds the same tasks where another article tells of them."""
        rows = self.chosen[ASSIGNMENTS]
        told = {row.directive.same_as_id or row.directive_id for row in rows}
        same = Q(directive__in=told) | Q(directive__same_as__in=told)
        others = ASSIGNMENTS.of(self.record).filter(same).exclude(directive__in={row.directive_id for row in rows})
        self.retold = list(others.select_related("directive").order_by("pk")) if rows else []

    def counted(self) -> Iterator[tuple[int, str | Promise]]:
        """Tasks and meetings, and tasks told again."""
        yield from super().counted()
        if self.retold:
            yield len(self.retold), _("of these tasks, told in other articles")

    def turn(self, target: Any, by: Any, reason: str) -> None:
        """Each row names the other organization."""
        for assignment in (*self.chosen[ASSIGNMENTS], *self.retold):
            assignment.organization = target
            save_telling(assignment, by, reason)
        for meeting in self.chosen[MEETINGS]:
            meeting.body = target
            save_telling(meeting, by, reason)

    def meetings(self) -> set[int]:
        """Those whose tasks, told twice, are known by who was told."""
        return {row.directive.meeting_id for row in (*self.chosen[ASSIGNMENTS], *self.retold)}
