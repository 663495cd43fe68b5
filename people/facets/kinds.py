"""Facets by a column's choices, its numbers or words, the records it points to, or by named conditions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

import numpy as np
from django.db.models import Count, Model, Q, QuerySet, Value

from people.facets.base import FacetFilter
from people.facets.stock.cells import Mask
from people.facets.stock.stock import Stock
from people.facets.tally import Tally, ToldTally
from people.merging.redirects import survivors
from people.models import Mergeable

Named = tuple[str, Any, Q | Callable[[], Q]]  # value, label, condition


def _made(condition: Q | Callable[[], Q]) -> Q:
    return condition() if callable(condition) else condition


class ChoiceFacet(FacetFilter):
    """The choices of a column, in their own order."""

    by_count = False

    def __init__(self, field_name: str, *, choices: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.choices = {str(value): label for value, label in choices}

    def known(self, values: Sequence[str]) -> set[str]:
        return self.choices.keys() & set(values)

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        wanted = set(values)
        return {value: str(label) for value, label in self.choices.items() if value in wanted}

    def _without_value(self) -> Q:
        return super()._without_value() | Q(**{self.field_name: ""})


class NumberFacet(FacetFilter):
    """A column of whole numbers such as years, the greatest first."""

    by_count = False

    def known(self, values: Sequence[str]) -> set[str]:
        return {v for v in values if re.fullmatch(r"[1-9][0-9]{0,8}|0", v)}

    def stored(self, values: Sequence[str]) -> list[int]:
        return [int(v) for v in values]

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        return {v: v for v in sorted(values, key=int, reverse=True)}


class WordFacet(FacetFilter):
    """A column of words such as a publisher or a unit, the most frequent first."""

    def known(self, values: Sequence[str]) -> set[str]:
        return {v for v in values if len(v) <= 300 and "\0" not in v}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        return {v: v for v in sorted(values)}

    def _without_value(self) -> Q:
        return super()._without_value() | Q(**{self.field_name: ""})


class RecordFacet(FacetFilter):
    """The records that a foreign key points to, by id, the most frequent first.

    `records` gives all that may be chosen, `name` what readers see of one.
    """

    def __init__(
        self,
        field_name: str,
        *,
        records: Callable[[], QuerySet[Any]],
        name: Callable[[Any], str] = str,
        **kwargs: Any,
    ) -> None:
        super().__init__(field_name, **kwargs)
        self.records, self.name = records, name

    @cached_property
    def _found(self) -> dict[str, Model]:
        return {}

    def share(self, found: dict[Any, Any]) -> None:
        self.__dict__["_found"] = found

    def _find(self, values: Iterable[str]) -> None:
        missing = [v for v in values if v not in self._found and re.fullmatch(r"[1-9][0-9]{0,17}", v)]
        if missing:
            self._found.update({str(record.pk): record for record in self.records().filter(pk__in=missing)})

    def followed(self, values: list[str]) -> list[str]:
        """The values; of records merged away, their survivors in their stead."""
        self._find(values)
        gone = [int(v) for v in values if v not in self._found and re.fullmatch(r"[1-9][0-9]{0,17}", v)]
        model = self.records().model
        if not gone or not issubclass(model, Mergeable):
            return values
        now = survivors(model, gone)
        return [str(now.get(int(v), v)) if v.isascii() and v.isdecimal() else v for v in values]

    def known(self, values: Sequence[str]) -> set[str]:
        self._find(values)
        return self._found.keys() & set(values)

    def stored(self, values: Sequence[str]) -> list[int]:
        return [int(v) for v in values]

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        wanted = list(values)
        self._find(wanted)
        names = {value: self.name(self._found[value]) for value in wanted if value in self._found}
        return dict(sorted(names.items(), key=lambda item: item[1]))


class ConditionFacet(FacetFilter):
    """Named conditions on a row, or a link row, which may overlap: (value, label, condition), in their order.

    A condition that takes long to put together may be a function that gives it.
    """

    by_count = False

    def __init__(self, *, conditions: Callable[[], Sequence[Named]], **kwargs: Any) -> None:
        super().__init__("pk", **kwargs)
        self.conditions = conditions

    @property
    def column(self) -> None:
        """None: a condition is met, not held."""
        return None

    @cached_property
    def _named(self) -> Sequence[Named]:
        return self.conditions()

    def known(self, values: Sequence[str]) -> set[str]:
        return {value for value, _, _ in self._named} & set(values)

    def condition(self, values: Iterable[str]) -> Q:
        wanted = set(values)
        met = Q(pk__in=())
        for value, _, condition in self._named:
            if value in wanted:
                met |= _made(condition)
        return met

    def counts(self, queryset: QuerySet[Any]) -> Counter[str]:
        rows = queryset.order_by()
        conditions = {f"c{number}": (value, _made(c)) for number, (value, _, c) in enumerate(self._named)}
        if self.links is None:
            counted = rows.aggregate(**{name: Count(Value(1), filter=c) for name, (_, c) in conditions.items()})
        else:
            links = self.links().filter(**{f"{self.row}__in": rows.values("pk")}).order_by()
            count = {n: Count(self.row, distinct=True, filter=c) for n, (_, c) in conditions.items()}
            counted = links.aggregate(**count)
        return Counter({value: counted[name] for name, (value, _) in conditions.items()})

    def counts_in_stock(self, stock: Stock, chosen: Mask, asked: Hashable, name: str) -> Tally:
        met = {value: partial(self.filter, value=[value]) for value, _, _ in self._named}
        return ToldTally(
            {v: int(np.count_nonzero(chosen & stock.condition((name, v), kept))) for v, kept in met.items()}
        )

    def mask_in_stock(self, stock: Stock, value: list[str], name: str) -> None:
        """None: SQL tells what meets a condition."""

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        wanted = set(values)
        return {value: str(label) for value, label, _ in self._named if value in wanted}
