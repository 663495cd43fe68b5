"""Steps in which people merge two officials, or two organizations, and undo it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from people.merging import Refused, merge, undo
from people.models import Official, Organization
from tests.corrections.people import People, numbers
from tests.everything import everything

mergeable = st.sampled_from((Official, Official, Organization))


class Merging(People):
    """Merges, the latest of which may be undone."""

    @rule(model=mergeable, n=numbers, m=numbers, at_once=st.booleans())
    def merge(self, model: Any, n: int, m: int, at_once: bool) -> None:
        """Two are one; undone `at_once`, all is as if it had never been."""
        one, other = self.any(model, n), self.any(model, m)
        if one is None or other is None or one == other:
            return
        before = everything() if at_once else {}
        if self.merged(one, other) and at_once:
            self.undo()
            assert everything() == before

    def merged(self, one: Any, other: Any) -> bool:
        """Merges two, if nothing speaks against it."""
        try:
            with transaction.atomic():
                self.merges.append(merge(one, other, by=None, reason="Một người"))
        except Refused:
            return False
        self._after_merging(type(one))
        return True

    def refuses_to_merge(self, one: Any, other: Any) -> None:
        """Somebody said that they are not the same."""
        try:
            with transaction.atomic():
                merge(one, other, by=None, reason="Một người")
        except Refused:
            return
        raise AssertionError(f"{one!r} and {other!r} were told apart and are merged")

    @precondition(lambda self: self.merges)
    @rule()
    def undo(self) -> None:
        """The latest merge is undone, after whatever happened since."""
        done = self.merges.pop()
        model: Any = done.kind.model_class()
        try:
            with transaction.atomic():
                undo(done, by=None, reason="Hai người")
        except Refused:
            return
        if model is Organization:  # what was said of the two while they were one may be of either
            for pk, successor in self.decisions.successors.items():
                if successor in (done.keep_id, done.drop_id) or pk in (done.keep_id, done.drop_id):
                    self.decisions.successors[pk] = Organization.objects.get(pk=pk).successor_id
        self._after_merging(model)
        assert model.objects.get(pk=done.drop_id).merged_into_id is None

    def _after_merging(self, model: Any) -> None:
        """Rows that name such records are turned, joined or brought back; all other words hold as they were."""
        turned = {
            key for key in self.words.said
            if key[0] is model or any(f.related_model is model for f in key[0]._meta.concrete_fields)
        }  # fmt: skip
        for kind, pk in turned:
            state, values = self.words.said.pop((kind, pk))
            record = kind._default_manager.filter(pk=pk).first()
            if record is None:
                continue  # joined with its equal
            if kind is not model:
                assert state is None or record.state == state
                for name, value in values.items():
                    related = record._meta.get_field(name).related_model
                    assert record.reading_of(name) == value or related is not None
            self.words.hear(record)
        self.check()
