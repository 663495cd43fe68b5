"""What the meetings' side holds of people and organizations, reached through the relations back from it.

`people` knows nothing of meetings; these querysets name, once, what of it readers may see on a person's page.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Model, QuerySet

from people.corrections import State
from people.models import Official, Organization, Role

PUBLISHED = (State.READ, State.CONFIRMED)
# Of an annotated row with an article: the id of the meeting that the article tells of.
MEETING_OF_ARTICLE = F("article__reports__meeting")


def _related(model: type[Model], name: str) -> Any:
    related: Any = model._meta.get_field(name).related_model
    return related._default_manager.all()


def first_and_number(rows: QuerySet[Any], shown: int) -> tuple[list[Any], int]:
    """The first rows, at most so many, and how many there are: asked for apart only where there may be more."""
    first = list(rows[:shown])
    return first, len(first) if len(first) < shown else rows.count()


def all_assignments() -> QuerySet[Any]:
    """Published assignments, whatever the standing of their directive."""
    return _related(Organization, "assignments").published()


def assignments() -> QuerySet[Any]:
    """Published assignments of directives that are published and no retelling of another."""
    return all_assignments().filter(directive__state__in=PUBLISHED, directive__same_as__isnull=True)


def appearances() -> QuerySet[Any]:
    """Published appearances, each told once, at published meetings."""
    return _related(Official, "appearances").first_tellings().filter(meeting__state__in=PUBLISHED)


def directives() -> QuerySet[Any]:
    """Published directives, each told once."""
    return _related(Official, "directives_given").first_tellings()


def mentions() -> QuerySet[Any]:
    """Places where an official's name stands: not those whose words a later version of the text has lost."""
    return _related(Official, "mentions").filter(start__isnull=False)


def attestations() -> QuerySet[Any]:
    """Places where a text gives an official a title."""
    return _related(Role, "attestations")


def meetings() -> QuerySet[Any]:
    """Published meetings."""
    return _related(Organization, "meetings").published()
