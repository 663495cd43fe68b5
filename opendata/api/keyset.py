"""Pages by key: a page begins behind the last row of the one before, however many rows come or go meanwhile."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldError, ValidationError
from django.db import connections, models
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from opendata.api.cursors import BadCursor, read, written


class NoKeyset(ValueError):
    """An order by something else than columns, such as relevance: it has a first page only."""


@dataclass(frozen=True)
class Term:
    """One part of an order: the path of a field or annotation, which way it goes, and where what is empty stands."""

    path: str
    descending: bool
    nulls_last: bool

    def beyond(self, value: Any) -> Q | None:
        """The rows behind one with that value; None where there can be none."""
        if value is None:
            return None if self.nulls_last else Q(**{f"{self.path}__isnull": False})
        behind = Q(**{f"{self.path}__{'lt' if self.descending else 'gt'}": value})
        return behind | Q(**{f"{self.path}__isnull": True}) if self.nulls_last else behind

    def like(self, value: Any) -> Q:
        """The rows with that value."""
        return Q(**{f"{self.path}__isnull": True}) if value is None else Q(**{self.path: value})


class Keyset:
    """The order of a queryset, as pages by key need it. The order must end with what no two rows share.

    Raises `NoKeyset`.
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows
        largest = connections[rows.db].features.nulls_order_largest
        self.terms = [_term(part, nulls_are_largest=largest) for part in rows.query.order_by]

    def after(self, cursor: str) -> QuerySet[Any]:
        """The rows behind the one that the cursor was made of. Raises `BadCursor`."""
        values = self._read(cursor)
        condition, like = Q(pk__in=()), Q()
        for term, value in zip(self.terms, values, strict=True):
            beyond = term.beyond(value)
            if beyond is not None:
                condition |= like & beyond
            like &= term.like(value)
        # Follows from the above; said apart, an index on the first column can begin there.
        first, value = self.terms[0], values[0]
        bound = first.like(value) if (beyond := first.beyond(value)) is None else beyond | first.like(value)
        try:
            return self.rows.filter(bound, condition)
        except (FieldError, ValidationError, ValueError, TypeError) as error:
            raise BadCursor from error

    def cursor(self, row: Any) -> str:
        """What stands for a row in an address: the values that it is ordered by."""
        values = [_written(_value(row, term.path)) for term in self.terms]
        return written(values)

    def _read(self, cursor: str) -> list[Any]:
        values = read(cursor, len(self.terms))
        return [self._cleaned(term, value) for term, value in zip(self.terms, values, strict=True)]

    def _cleaned(self, term: Term, value: Any) -> Any:
        """The value as its column has it: a database must not be asked to compare what it cannot."""
        if value is None:
            return None
        if not isinstance(value, str | int) or isinstance(value, bool) or "\0" in str(value):
            raise BadCursor
        field = self._field(term.path)
        try:
            cleaned = field.to_python(value)
        except (ValidationError, OverflowError) as error:
            raise BadCursor from error
        if isinstance(cleaned, int) and abs(cleaned) > models.BigIntegerField.MAX_BIGINT:
            raise BadCursor
        return cleaned

    def _field(self, path: str) -> Any:
        if path in self.rows.query.annotations:
            return self.rows.query.annotations[path].output_field
        model: Any = self.rows.model
        *way, last = path.split("__")
        for step in way:
            model = model._meta.get_field(step).related_model
        return model._meta.pk if last == "pk" else model._meta.get_field(last)


def _term(part: Any, *, nulls_are_largest: bool) -> Term:
    if isinstance(part, OrderBy) and isinstance(by := part.expression, F):
        last = part.nulls_last or (not part.nulls_first and nulls_are_largest != bool(part.descending))
        return Term(by.name, part.descending, bool(last))  # type: ignore[attr-defined]
    if not isinstance(part, str):
        raise NoKeyset
    descending = part.startswith("-")
    return Term(part.lstrip("-"), descending, nulls_are_largest != descending)


def _value(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = getattr(row, step, None) if row is not None else None
    return row


def _written(value: Any) -> Any:
    return str(value) if isinstance(value, datetime.date | Decimal) else value


def page_of(rows: QuerySet[Any], limit: int, cursor: str = "") -> tuple[list[Any], str]:
    """At most `limit` rows of an ordered queryset behind the cursor, and the cursor of the next page or "".

    Raises `BadCursor`.
    """
    try:
        keyset = Keyset(rows)
    except NoKeyset as error:
        if cursor:
            raise BadCursor from error
        return list(rows[:limit]), ""
    page = list((keyset.after(cursor) if cursor else rows)[: limit + 1])
    return page[:limit], keyset.cursor(page[limit - 1]) if len(page) > limit else ""
