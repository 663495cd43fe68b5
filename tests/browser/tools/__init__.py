"""Judges from outside that npm brings: found where `npm ci` in this folder has put them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def tool(path: str) -> Path:
    """The file of a tool; the test that asks is skipped without it, and fails where a browser is required."""
    found = HERE / "node_modules" / path
    if found.exists():
        return found
    missing = f"{path} is missing: run npm ci in tests/browser/{HERE.name}"
    if os.environ.get("REQUIRE_BROWSER", "") not in ("", "0"):
        pytest.fail(missing)
    pytest.skip(missing)
