"""Pieces of pages that are remembered, as on the running site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from people.facets.stock import keeping
from people.freshness.state import STATE
from people.freshness.values import VALUES
from people.templatetags.rows import PIECES


@pytest.fixture
def remembering(settings: Any) -> Iterator[None]:
    """Remembers pieces, of which nothing is left before and after."""

    def forget() -> None:
        PIECES.forget()
        VALUES.forget()
        STATE.forget()
        keeping.forget()

    settings.PIECE_MEMORY, settings.SECONDS_BEHIND = 4_000_000, 0
    forget()
    yield
    forget()
