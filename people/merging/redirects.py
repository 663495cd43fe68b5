"""Where a record that was merged away is found now: one step, as chains are flat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from people.corrections import State

_SEEN = (State.READ, State.CONFIRMED)


def survivor(model: Any, pk: int) -> Any | None:
    """The published record into which no. `pk` of `model` was merged; None for one that was not."""
    merged = model._base_manager.filter(pk=pk, merged_into__state__in=_SEEN).select_related("merged_into").first()
    return merged and merged.merged_into


def survivors(model: Any, keys: Iterable[int]) -> dict[int, int]:
    """By key of a record that was merged away, the key of its published survivor."""
    merged = model._base_manager.filter(pk__in=list(keys), merged_into__state__in=_SEEN)
    return dict(merged.values_list("pk", "merged_into"))
