"""Steps in which people move what texts tell of one record to another, or to one that is made for it, and back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import rule

from meetings.moving import KINDS, Moving, Newcomer, move, what_moves
from people.corrections import Correctable
from people.merging import Refused
from people.models import Distinction, Official, Organization
from tests import factories
from tests.corrections.people import People, numbers
from tests.everything import everything

movable = st.sampled_from((Official, Organization))
some = st.integers(1, 1023)  # which of the rows, bit by bit
Chosen = dict[str, list[int]]


def all_of(record: Any, bits: int = -1) -> Chosen:
    """Those of the rows that can be moved away from a record whose bit is set."""
    chosen: Chosen = {}
    for kind in KINDS[type(record)]:
        keys = kind.of(record).order_by("pk").values_list("pk", flat=True)
        chosen[kind.name] = [pk for place, pk in enumerate(keys) if bits >> place & 1]
    return chosen


def rows_of(moving: Moving) -> list[tuple[Any, str]]:
    """All correctable rows that move, each with its field that names whose it is."""
    found = [(row, kind.field) for kind, rows in moving.chosen.items() for row in rows]
    for name, field in (("directives", "assigner"), ("assignments", "official"), ("retold", "organization")):
        found += [(row, field) for row in getattr(moving, name, ())]
    return found


class Moves(People):
    """Appearances, tasks and meetings that are another's."""

    @rule(model=movable, n=numbers, m=numbers, bits=some)
    def move(self, model: Any, n: int, m: int, bits: int) -> None:
        """To another one that is there."""
        record, target = self.any(model, n), self.any(model, m)
        if record is not None and target is not None:
            self._move(record, all_of(record, bits), target)

    @rule(model=movable, n=numbers, bits=some)
    def move_to_a_new_one(self, model: Any, n: int, bits: int) -> None:
        """To one of the same name, or to an organization of another province."""
        if (record := self.any(model, n)) is not None:
            self._move(record, all_of(record, bits), self._newcomer(record, n))

    @rule(n=numbers, back=st.booleans())
    def move_all_on(self, n: int, back: bool) -> None:
        """All that one has who was made for a move goes back, or on to another one."""
        made = Distinction.objects.filter(second_made=True).order_by("pk")
        if not made:
            return
        said = made[n % len(made)]
        record: Any = said.second
        target = said.first if back else self.any(type(record), n)
        if target is not None:
            self._move(record, all_of(record), target)

    @rule(model=movable, n=numbers, bits=some)
    def move_there_and_back(self, model: Any, n: int, bits: int) -> None:
        """All is as it was before."""
        record = self.any(model, n)
        if record is None:
            return
        before, chosen = everything(), all_of(record, bits)
        try:
            with transaction.atomic():
                new = move(record, chosen, self._newcomer(record, n), by=None, reason="Người khác")
                was_made = Distinction.objects.filter(second_id=new.pk, second_made=True).exists()
                move(new, all_of(new), record, by=None, reason="Vẫn là một")
        except Refused:
            return
        if was_made and not model.objects.filter(pk=new.pk).exists():
            assert everything() == before
            self.decisions.gone[model, new.pk] = record.pk
        self.check()

    def _newcomer(self, record: Any, n: int) -> Newcomer:
        if isinstance(record, Official):
            return Newcomer()
        return Newcomer((record.name, "Sở Xây dựng")[n % 2], factories.make_province(("Sơn La", "Nghệ An")[n % 3 % 2]))

    def _move(self, record: Any, chosen: Chosen, target: Any) -> None:
        before = rows_of(what_moves(record, chosen))
        made = self._made()
        try:
            with transaction.atomic():
                new = move(record, chosen, target, by=None, reason="Người khác")
        except Refused:
            return
        for row, field in before:
            self._is_of(row, field, new)
        model = type(record)
        if not model.objects.filter(pk=record.pk).exists():
            assert (model, record.pk) in made, f"{record!r} was not made for a move and is taken away"
            self.words.said.pop((model, record.pk), None)
            self.decisions.forget(model, record.pk, new.pk)
        for _model, pk in self._made() - made:
            self.decisions.apart.add((model, record.pk, pk))
            assert pk == new.pk
            self.words.hear(new)
        self.check()

    def _is_of(self, row: Any, field: str, owner: Any) -> None:
        """It names its new owner; its other values are as they were."""
        stored = type(row)._default_manager.get(pk=row.pk)
        assert getattr(stored, f"{field}_id") == owner.pk
        _state, values = self.words.said.get((type(row), row.pk), (None, {}))
        for name, value in values.items():
            related = stored._meta.get_field(name).related_model
            assert name == field or related is not None or stored.reading_of(name) == value
        if isinstance(row, Correctable):
            self.words.hear(stored)

    def _made(self) -> set[tuple[Any, int]]:
        said = Distinction.objects.filter(second_made=True).select_related("kind")
        return {(one.kind.model_class(), one.second_id) for one in said}
