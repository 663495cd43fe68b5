"""What tests of the open data stand on."""

import pytest

from opendata.turns import Turns
from opendata.views import files


@pytest.fixture(autouse=True)
def _turns_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server closes every answer, whether it was read or not; a test that asks only for the heading does not."""
    monkeypatch.setattr(files, "TURNS", Turns(1_000))
