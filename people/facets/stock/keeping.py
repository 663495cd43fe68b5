"""The lists in memory, by their names."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from functools import partial

from django.conf import settings
from django.http import HttpRequest

from people.facets.stock.kept import Kept
from people.facets.stock.reader import Reader, Reads, Rows, nothing
from people.facets.stock.shared import Shared
from people.facets.stock.stock import Stock
from people.facets.stock.turns import takes_turn

MOST = 60  # lists; those of one agency unasked the longest go first
_KEPT: OrderedDict[Hashable, Kept] = OrderedDict()
_CHANGING = threading.Lock()


def stock_for(
    name: Hashable,
    rows: Rows,
    state: str | None,
    *,
    begin: bool = True,
    present: bool = False,
    ahead: Reads = nothing,
    touched_by: Mapping[str, str] | None = None,
    request: HttpRequest | None = None,
) -> Stock | None:
    """The stock of the list called `name`; None where SQL must do: it is short, not read yet, or the state unknown.

    For the latter the `request` has its turn then; while others have it, it waits for the list.

    The stock may be of the state before, unless it must be the `present` one: it says of which it is. One that nobody
    asked for yet is only made to `begin`, and serves when `ahead` has read what most will ask for.
    """
    if state is None:
        return None
    with _CHANGING:
        kept = _KEPT.get(name)
        if kept is None:
            if not begin:
                return None
            kept = _KEPT[name] = list_called(name, rows, ahead, touched_by)
        _KEPT.move_to_end(name)
        while len(_KEPT) > MOST:
            _KEPT.popitem(last=False)
    return kept.serve(state, present, partial(takes_turn, request))


def list_called(name: Hashable, rows: Rows, ahead: Reads, touched_by: Mapping[str, str] | None) -> Kept:
    """A list of which nothing is in memory yet. What other processes read of it counts, and what it reads for them."""
    return Kept(Reader(rows, ahead, touched_by, Shared(name) if settings.STOCK_FOLDER else None))


def forget() -> None:
    """Drops all stocks."""
    _KEPT.clear()
