"""How pages name an office: its title, and the body where the title does not say it."""

from __future__ import annotations

from django import template

from people.models import Organization, Role
from people.names import fold

register = template.Library()


@register.filter
def body_to_name(role: Role) -> Organization | None:
    """The body of the office, unless the title names it: of "Giám đốc Sở" it is said, of "Bí thư Tỉnh ủy" it is not."""
    body = role.organization
    return None if body is None or fold(body.name) in fold(role.canonical_title) else body
