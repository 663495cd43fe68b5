"""Columns that are made of others: the permanent identifier, and what a row is called where another refers to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from opendata.identifiers import absolute, identifier_of
from opendata.releases.tables import Column, Type
from opendata.resources import RESOURCES, Resource
from people.models import Organization, Province

LONGEST = 80  # characters of a task that it is called by


@dataclass(frozen=True)
class Made:
    """A column whose cells are `of(id, …)` with the values of `sources`, lookups from the row."""

    column: Column
    of: Callable[..., Any]
    sources: tuple[str, ...] = ()


_CALLED = Column("called", Type.TEXT, _("Called"), _("What the row is called where another refers to it."))
_CALLED_BY: dict[str, Made] = {
    "directives": Made(_CALLED, lambda _id, text: opening(text), ("text",)),
    "officials": Made(
        _CALLED, lambda _id, name, place: f"{name} ({place})" if place else name, ("name", "province__name")
    ),
    "organizations": Made(_CALLED, lambda _id, name, place: in_full(name, place), ("name", "province__name")),
}


def made_for(resource: Resource) -> list[Made]:
    """The columns made for a resource; they stand behind its id."""
    made = []
    if resource.name in RESOURCES:
        column = Column("identifier", Type.TEXT, _("Permanent identifier"), _("An address that stands for the record."))
        before = absolute(identifier_of(resource.model, 0)).removesuffix("0")
        made.append(Made(column, lambda key: f"{before}{key}"))
    return made + [_CALLED_BY[name] for name in (resource.name,) if name in _CALLED_BY]


def opening(text: str) -> str:
    """The first words of `text`, whole ones, `LONGEST` characters at most."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def in_full(name: str, province: str | None) -> str:
    """The name of an organization as it must be said where several provinces stand together."""
    return Organization(name=name, province=Province(name=province) if province else None).full_name
