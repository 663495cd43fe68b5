"""An address may ask so often in a minute, and no more; others are not counted with it."""

import pytest

from people import throttling
from people.throttling import seconds_to_wait, whose


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [1_000_000_020.0]
    monkeypatch.setattr(throttling.time, "time", lambda: time[0])
    return time


def test_so_many_are_taken_and_no_more_until_the_next_minute(clock: list[float]) -> None:
    waits = [seconds_to_wait("test-a", "192.0.2.1", 3) for _ in range(5)]
    assert waits[:3] == [0, 0, 0]
    assert all(0 < wait <= 61 for wait in waits[3:])
    clock[0] += waits[3]
    assert seconds_to_wait("test-a", "192.0.2.1", 3) == 0


def test_another_address_and_another_kind_of_work_have_counts_of_their_own(clock: list[float]) -> None:
    assert seconds_to_wait("test-b", "192.0.2.1", 1) == 0
    assert seconds_to_wait("test-b", "192.0.2.1", 1) > 0
    assert seconds_to_wait("test-b", "192.0.2.2", 1) == 0
    assert seconds_to_wait("test-c", "192.0.2.1", 1) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "no address", True),
    ],
)
def test_whose_an_address_is(one: str, other: str, same: bool) -> None:
    assert (whose(one) == whose(other)) is same
