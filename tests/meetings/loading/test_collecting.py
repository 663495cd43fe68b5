"""Tests of how seldom garbage is looked for."""

import gc
from contextlib import suppress

from meetings.loading.collecting import collecting_seldom


def test_pythons_own_numbers_come_back_whatever_happens() -> None:
    before = gc.get_threshold()
    with suppress(KeyError), collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
        raise KeyError
    assert gc.get_threshold() == before
