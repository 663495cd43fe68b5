"""What is made here waits in the queue at once."""

import pytest


@pytest.fixture(autouse=True)
def _waiting_at_once(_followed_at_once: None) -> None:
    """As `_followed_at_once`."""
