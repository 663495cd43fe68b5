"""Tests of feeds ask more often in a minute than one reader may."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _asks_as_often_as_it_likes(settings: Any) -> None:
    settings.LIMITS = dict.fromkeys(settings.LIMITS, 1_000_000)
