"""Five reports in ten minutes and thirty in a day from one address; nothing is kept that tells it."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from people.mistakes.limits import forget, key_of, seconds_to_wait
from people.models.mistakes import Sender
from tests.meetings.review.test_claims import shared_with_threads
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db
HERE, THERE = "203.0.113.7", "203.0.113.8"


def sent(*seconds_ago: float, address: str = HERE) -> Sender:
    """What is known of an address from which reports came so long ago."""
    now = timezone.now()
    times = sorted(now.timestamp() - seconds for seconds in seconds_ago)
    last = datetime.datetime.fromtimestamp(times[-1], tz=now.tzinfo)
    return Sender.objects.create(key=key_of(address), sent=times, last_at=last)


def test_the_sixth_within_ten_minutes_waits() -> None:
    assert [seconds_to_wait(HERE) for _ in range(5)] == [0] * 5
    assert 595 <= seconds_to_wait(HERE) <= 600
    assert seconds_to_wait(THERE) == 0


def test_waiting_ends_when_the_first_of_the_five_is_old_enough() -> None:
    sent(590, 100, 90, 80, 70)
    assert 9 <= seconds_to_wait(HERE) <= 11
    Sender.objects.all().delete()
    sent(601, 100, 90, 80, 70)
    assert seconds_to_wait(HERE) == 0
    assert seconds_to_wait(HERE) > 0


def test_the_thirty_first_within_a_day_waits() -> None:
    sent(*(3600 * 23 - 1000 * n for n in range(30)))
    assert 3500 <= seconds_to_wait(HERE) <= 3601


def test_who_is_refused_does_not_wait_longer_for_trying() -> None:
    sent(590, 100, 90, 80, 70)
    waits = [seconds_to_wait(HERE) for _ in range(3)]
    assert max(waits) <= 11
    assert len(Sender.objects.get().sent) == 5


def test_what_is_older_than_a_day_is_forgotten() -> None:
    sent(3600 * 24 + 5)
    sent(3600 * 23, address=THERE)
    forget()
    assert list(Sender.objects.values_list("key", flat=True)) == [key_of(THERE)]


def test_a_login_forgets_too(client: Client) -> None:
    sent(3600 * 24 + 5)
    login(client, make_editor())
    assert not Sender.objects.exists()


def test_neither_the_address_nor_a_bare_hash_of_it_is_kept() -> None:
    seconds_to_wait(HERE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_sender")
        assert HERE not in str(cursor.fetchall())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("203.0.113.7", "203.0.113.70", False),
        ("", "no address", True),
    ],
)
def test_which_addresses_are_one(one: str, other: str, same: bool) -> None:
    assert (key_of(one) == key_of(other)) is same


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_more_than_five_are_taken(tmp_path: Path) -> None:
    def send(_: int) -> int:
        try:
            return seconds_to_wait(HERE)
        finally:
            connection.close()

    with shared_with_threads(tmp_path), ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(send, range(12)))
    assert waits.count(0) == 5
