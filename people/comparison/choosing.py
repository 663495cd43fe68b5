"""Who is meant on each side: by number, by a name that only one bears, or out of those whose names fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from people.facets import FacetedFilterSet
from people.merging.redirects import survivor
from people.names import name_key
from people.search import parse
from people.search.filters import LONGEST_TYPED, TypedField

SIDES = ("a", "b")
OFFERED = 8  # names that fit what was typed
_LONGEST_NUMBER = 18  # digits that a key can have


@dataclass
class Side:
    """One side: the `record`, or what was `typed` and of the `total` that fit it the first, in `offers`.

    `address` is what the page's address should say of this side.
    """

    name: str
    typed: str = ""
    record: Any = None
    offers: list[Any] = field(default_factory=list)
    total: int = 0
    notices: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The record's number, or what was typed where it names nobody in particular."""
        return str(self.record.pk) if self.record is not None else self.typed

    @property
    def unseen(self) -> int:
        """How many names fit and are not offered."""
        return self.total - len(self.offers)


def sides(request: HttpRequest, filters: type[FacetedFilterSet], rows: QuerySet[Any]) -> tuple[Side, Side]:
    """Both sides of the page; `rows` are those that may be chosen, `filters` finds them by name.

    Where both name the same record, the second is open and says so.
    """
    left, right = (_side(name, request.GET.get(name, ""), filters, rows) for name in SIDES)
    if left.record is not None and left.record == right.record:
        right.record, right.typed = None, ""
        right.notices.append(_("Both sides name the same one: choose another for the second."))
    return left, right


def query(left: str, right: str) -> str:
    """The query of the page's address with these sides, those that are empty left out."""
    return urlencode([(name, value) for name, value in zip(SIDES, (left, right), strict=True) if value])


def _side(name: str, asked: str, filters: type[FacetedFilterSet], rows: QuerySet[Any]) -> Side:
    side = Side(name, TypedField().clean(asked)[:LONGEST_TYPED])
    if not side.typed:
        return side
    if side.typed.isascii() and side.typed.isdigit():
        _by_number(side, rows)
    else:
        _by_name(side, filters, rows)
    return side


def _by_number(side: Side, rows: QuerySet[Any]) -> None:
    if len(side.typed) <= _LONGEST_NUMBER:
        key = int(side.typed)
        side.record = rows.filter(pk=key).first() or survivor(rows.model, key)
    if side.record is None:
        side.typed = ""
        side.notices.append(_("The address names a record that is not there: choose one by name."))


def _by_name(side: Side, filters: type[FacetedFilterSet], rows: QuerySet[Any]) -> None:
    found = filters({"q": side.typed}, queryset=rows)
    side.notices += found.notices
    if not parse(side.typed):
        return  # there is no word in it to search for, of which a notice tells
    side.total = found.qs.count()
    side.offers = list(found.qs[:OFFERED])
    named = [record for record in side.offers if name_key(record.name) == name_key(side.typed)]
    is_near = getattr(found.filters["q"], "is_near", None)
    if side.total == 1 and not (is_near and is_near(found.cleaned.get("q", ""))):
        side.record = side.offers[0]
    elif len(named) == 1:
        side.record = named[0]
    elif not side.offers:
        side.notices.append(_("No name fits “%(typed)s”: try fewer or shorter words.") % {"typed": side.typed})
