"""What a question to the API asks for besides filters: how much, from where on, with which fields and parts."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BigAutoField
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive
from django.utils.translation import gettext as _

from opendata.api.parts import Expansion
from opendata.api.serializers import EXPANSIONS, names_of
from opendata.problems import Refusal
from opendata.resources import Resource

USUAL, MOST = 50, 200  # records in one answer
MOST_WITH_PARTS = 50  # of those that may each have many parts
MOST_IDS = 200
FIELDS, EXPAND = "fields", "expand"
OF_ONE = (FIELDS, EXPAND)
OF_LISTS = (*OF_ONE, "limit", "cursor", "count", "facets", "id", "modified_since")


class Refused(Exception):
    """A question that makes no sense, with all that is wrong with it."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(refusals[0].detail)
        self.refusals = list(refusals)


@dataclass
class Question:
    """What is asked of a resource; `refusals` is all that was not understood."""

    fields: list[str] | None = None
    expanded: list[Expansion] = field(default_factory=list)
    limit: int = USUAL
    cursor: str = ""
    count: bool = False
    facets: bool = False
    ids: list[int] | None = None
    since: datetime.datetime | None = None
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, parameter: str, detail: str) -> None:
        """Notes that a parameter was not understood."""
        self.refusals.append(Refusal(parameter, detail))


def read(resource: Resource, query: Any, alone: bool = False) -> Question:
    """The question in an address; `alone` where it is of one record. Nothing is raised: see `refusals`."""
    asked = Question()
    expansions = EXPANSIONS[resource.name]
    named = _names(asked, query, FIELDS, {*names_of(resource), *(["text"] if alone else [])})
    asked.fields = named or None
    asked.expanded = [expansions[name] for name in _names(asked, query, EXPAND, expansions)]
    if alone:
        return asked
    asked.cursor = query.get("cursor", "")
    asked.count, asked.facets = (_flag(asked, query, name) for name in ("count", "facets"))
    try:
        asked.limit = read_number(query, "limit", USUAL, MOST)
    except Refused as wrong:
        asked.refusals += wrong.refusals
    if any(part.many for part in asked.expanded):
        asked.limit = min(asked.limit, MOST_WITH_PARTS)
    asked.ids = _ids(asked, query)
    asked.since = _time(asked, query, "modified_since")
    return asked


def _names(asked: Question, query: Any, parameter: str, known: Collection[str]) -> list[str]:
    """Names divided by commas, or under a parameter given several times; each once, in the order given."""
    given = [name.strip() for value in query.getlist(parameter) for name in value.split(",")]
    for name in given:
        if name not in known:
            told = _("“%(name)s” is none of: %(known)s.")
            asked.refuse(parameter, told % {"name": name[:60], "known": ", ".join(sorted(known))})
    return [name for name in dict.fromkeys(given) if name in known]


def _flag(asked: Question, query: Any, parameter: str) -> bool:
    value = query.get(parameter, "false")
    if value not in ("true", "false"):
        asked.refuse(parameter, _("“%(name)s” is true or false.") % {"name": parameter})
    return bool(value == "true")


def read_number(query: Any, parameter: str, usual: int, most: int) -> int:
    """A whole number from 1 to `most`. Raises `Refused`."""
    value = query.get(parameter)
    if value is None:
        return usual
    if not (value.isascii() and value.isdecimal() and len(value) < 9 and 1 <= int(value) <= most):
        told = _("“%(name)s” is a whole number from 1 to %(most)s.")
        raise Refused(Refusal(parameter, told % {"name": parameter, "most": most}))
    return int(value)


def _ids(asked: Question, query: Any) -> list[int] | None:
    if "id" not in query:
        return None
    given = [part for value in query.getlist("id") for part in value.split(",")]
    numbers = [int(part) for part in given if part.isascii() and part.isdecimal() and len(part) < 20]
    if len(numbers) < len(given) or len(numbers) > MOST_IDS or max(numbers) > BigAutoField.MAX_BIGINT:
        asked.refuse("id", _("“id” takes at most %(most)s whole numbers, divided by commas.") % {"most": MOST_IDS})
        return None
    return numbers


def _time(asked: Question, query: Any, parameter: str) -> datetime.datetime | None:
    value = query.get(parameter)
    if value is None:
        return None
    try:
        moment = parse_datetime(value.replace(" ", "+"))  # which is what a plus becomes that nobody has quoted
    except ValueError:
        moment = None
    if moment is None or is_naive(moment):
        asked.refuse(
            parameter, _("“%(name)s” is a time with its zone, such as 2026-01-31T08:00:00Z.") % {"name": parameter}
        )
        return None
    return moment
