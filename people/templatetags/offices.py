"""How pages name an office, and who has a task beside the organization whose page it is."""

from __future__ import annotations

from typing import Any

from django import template

from people.models import Organization, Role
from people.names import fold

register = template.Library()


@register.filter
def body_to_name(role: Role) -> Organization | None:
    """The body of the office, unless the title names it: of "Giám đốc Sở" it is said, of "Bí thư Tỉnh ủy" it is not."""
    body = role.organization
    return None if body is None or fold(body.name) in fold(role.canonical_title) else body


@register.filter
def told_beside(assignment: Any) -> list[Any]:
    """The parts of all others in the task of an assignment, which duties.tasks_of gave."""
    parts = assignment.directive.parts
    return [part for part in parts if part.organization_id != assignment.organization_id]
