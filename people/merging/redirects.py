"""Where a record is found now that was merged away, or taken away with all it had: one step, as chains are flat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField

from people.corrections import State
from people.models import Forwarding

_SEEN = (State.READ, State.CONFIRMED)


def survivor(model: Any, pk: int) -> Any | None:
    """The published record into which no. `pk` of `model` was merged, or which has its rows; None if there is none."""
    found = survivors(model, [pk]).get(pk)
    return None if found is None else model._base_manager.get(pk=found)


def survivors(model: Any, keys: Iterable[int]) -> dict[int, int]:
    """By key of a record that was merged or taken away, the key of the published one in its stead; two queries."""
    asked = {pk for pk in keys if pk <= BigIntegerField.MAX_BIGINT}
    heirs = Forwarding.heirs(model, asked)
    found = model._base_manager.filter(pk__in=asked | set(heirs.values()))
    seen = {
        pk: into or pk
        for pk, state, into, above in found.values_list("pk", "state", "merged_into", "merged_into__state")
        if (above if into else state) in _SEEN
    }
    leads = {pk: heirs.get(pk, pk) for pk in asked}
    return {pk: seen[to] for pk, to in leads.items() if seen.get(to, pk) != pk}
