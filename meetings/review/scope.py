"""Which records have to be looked at again when some have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Q, Value

from meetings.models import Assignment, Directive, Meeting, Target
from meetings.review.kinds import BY_NAME, KINDS, OF_MEETINGS, Kind
from meetings.review.reasons import DUPLICATE
from people.models import Official, Organization


class Scope:
    """Records with what depends on them: a meeting brings all its records, a directive its assignments, a figure the
    figures of its meeting, an official the namesakes.
    """

    def __init__(self, records: Iterable[Any] = ()) -> None:
        """`records` may be of any kind; those that the queue does not know are left out."""
        self._keys: dict[Any, set[int]] = defaultdict(set)
        self._also: dict[Any, list[Q]] = defaultdict(list)
        # Looked at whatever else is known of them: what visitors may have reported, and what may be one with another.
        self.reported: dict[Any, set[int]] = defaultdict(set)
        self.suspected: dict[tuple[Any, int], dict[str, Any]] = {}
        for record in records:
            if type(record) in KINDS and record.pk is not None:
                self._keys[type(record)].add(record.pk)
                if isinstance(record, Official):
                    self._also[Official].append(Q(name_key=record.name_key))
                elif isinstance(record, Target):
                    self._also[Target].append(Q(meeting=record.meeting_id))
                elif isinstance(record, Directive):
                    self._also[Assignment].append(Q(directive=record.pk))

    def add(self, model: Any, keys: Iterable[int]) -> None:
        """Adds records by their keys; they bring nothing but what a meeting does."""
        self._keys[model] |= set(keys)

    def report(self, model: Any, key: int) -> None:
        """Adds a record that visitors may have reported."""
        self._keys[model].add(key)
        self.reported[model].add(key)

    def suspect(self, model: Any, key: int, detail: dict[str, Any]) -> None:
        """Adds a record that may be one with another, of which `detail` tells."""
        self._keys[model].add(key)
        self.suspected[model, key] = detail

    def rows(self) -> list[list[Any]]:
        """The rows that can be doubtful, kind by kind: one query says of which kinds there are any."""
        suspects = []
        for model, kind in KINDS.items():
            condition = _either([*self._named(model), *self._of_meetings(kind)])
            if condition is not None:
                found = model._base_manager.filter(condition, kind.suspects).order_by()
                suspects.append(found.values_list(Value(kind.name, CharField()), "pk"))
        keys: dict[str, set[int]] = defaultdict(set)
        for name, key in suspects[0].union(*suspects[1:], all=True) if suspects else ():
            keys[name].add(key)
        for model, reported in self.reported.items():
            keys[KINDS[model].name] |= reported
        for model, key in self.suspected:
            keys[KINDS[model].name].add(key)
        return [list(BY_NAME[name].rows(Q(pk__in=of_kind))) for name, of_kind in keys.items()]

    def items(self) -> Q:
        """The condition on the items of all rows, doubtful or not; on none where there are no rows."""
        conditions = []
        for model in KINDS:
            if named := _either(self._named(model)):
                keys: Any = model._base_manager.filter(named).values("pk") if model in self._also else self._keys[model]
                conditions.append(Q(kind=model._meta.model_name, object_id__in=keys))
        if meetings := self._keys.get(Meeting):
            conditions.append(Q(meeting__in=meetings))
        # The other one of two that may be one.
        partners = [f"{model._meta.model_name}:{pk}" for model in (Official, Organization) for pk in self._keys[model]]
        if partners:
            conditions.append(Q(place__in=partners, reason=DUPLICATE))
        return _either(conditions) or Q(pk__in=())

    def _named(self, model: Any) -> list[Q]:
        keys = self._keys.get(model)
        return [*([Q(pk__in=keys)] if keys else []), *self._also.get(model, ())]

    def _of_meetings(self, kind: Kind) -> list[Q]:
        meetings = self._keys.get(Meeting)
        return [Q(**{f"{kind.meeting}__in": meetings})] if meetings and kind in OF_MEETINGS else []


def _either(conditions: list[Q]) -> Q | None:
    return reduce(or_, conditions) if conditions else None
