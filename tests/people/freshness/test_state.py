"""Every change that readers may see gives the data another name, whoever makes it and however."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from queue import Queue
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from meetings.models import Directive, Meeting, ReviewItem
from people.freshness import state as told
from people.freshness.state import KnownState, state_of_data
from people.freshness.triggers import keep_noting, stop_noting, watched
from people.models import Alias, DataChange, Official, Province
from tests.factories import make_alias, make_directive, make_meeting, make_mistake, make_official
from tests.people.freshness.conftest import Late


def committed(change: Callable[[], Any]) -> None:
    """The change in a transaction of its own."""
    with transaction.atomic():
        change()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "change",
    [
        lambda: make_meeting("Mới"),
        lambda: Directive.objects.update(text="Việc khác."),
        lambda: Directive.objects.all().delete(),
        lambda: make_alias("Tên khác", official=Official.objects.get()),
        lambda: Meeting.objects.bulk_create([Meeting(title="Hàng loạt", sort_date=timezone.localdate())]),
        lambda: Province.objects.filter(slug="ha-tinh").update(region="Bắc Trung Bộ (mới)"),
        lambda: connection.cursor().execute("UPDATE meetings_meeting SET title = 'SQL'"),
    ],
)
def test_every_change_gives_another_name(change: Callable[[], Any]) -> None:
    make_directive(make_meeting(), assigner=make_official())
    before = state_of_data()
    assert state_of_data() == before
    committed(change)
    assert state_of_data() != before


@pytest.mark.django_db(transaction=True)
def test_what_only_staff_see_gives_none() -> None:
    task = make_directive()
    before = state_of_data()
    make_mistake(task)
    ReviewItem.objects.update(seconds=7)
    assert state_of_data() == before


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_gives_none_and_what_follows_does() -> None:
    make_meeting()
    before = state_of_data()
    with transaction.atomic():
        Meeting.objects.update(title="Một")
        transaction.set_rollback(True)
    assert state_of_data() == before
    with transaction.atomic():
        with transaction.atomic():
            Meeting.objects.update(title="Hai")
            transaction.set_rollback(True)
        Meeting.objects.update(title="Ba")
    assert state_of_data() != before


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_committed_later_than_a_younger_one_is_seen(late: Late) -> None:
    make_meeting("Trước")
    make_official()
    with late(lambda: Meeting.objects.update(title="Chậm")) as commit:
        Official.objects.update(name="Nhanh")
        between = state_of_data()
        commit()
        assert state_of_data() != between


@pytest.mark.django_db(transaction=True)
def test_notes_of_long_ago_go_and_those_of_now_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "MOST_ROWS", 20)
    DataChange.objects.all().delete()
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    DataChange.objects.bulk_create([DataChange(at=long_ago) for _ in range(15)])
    DataChange.objects.bulk_create([DataChange(at=timezone.now()) for _ in range(15)])
    state_of_data()
    assert DataChange.objects.count() == 15
    assert DataChange.objects.filter(at__lte=long_ago).count() == 0


@pytest.mark.django_db
def test_every_table_that_readers_see_is_watched_also_after_migrations() -> None:
    assert {"meetings_meeting", "people_official", Alias._meta.db_table} <= {*watched()}
    assert not {"people_mistakereport", "meetings_reviewitem", DataChange._meta.db_table} & {*watched()}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_noted_%'"
            )
        else:
            cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%_noted_%'")
        assert {name for (name,) in cursor.fetchall()} == {*watched()}


@pytest.mark.django_db(transaction=True)
def test_migrations_find_no_trigger_in_their_way_and_leave_none_lacking() -> None:
    stop_noting(None, plan=["something"])
    before = state_of_data()
    make_meeting()
    assert (state_of_data() == before) is (connection.vendor == "sqlite")
    keep_noting(None)
    before = state_of_data()
    with transaction.atomic():
        make_meeting()
    assert state_of_data() != before


@pytest.mark.django_db
def test_who_asks_often_is_told_what_is_known(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECONDS_BEHIND = 60
    asked: list[str] = []

    def counted() -> str:
        asked.append("")
        return f"s{len(asked)}"

    monkeypatch.setattr(told, "state_of_data", counted)
    known = KnownState()
    assert [known.now(), known.now()] == ["s1", "s1"]
    settings.SECONDS_BEHIND = 0
    assert known.now() == "s2"


@pytest.mark.django_db
def test_while_the_database_is_away_what_was_known_holds(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECONDS_BEHIND = 0
    known = KnownState()
    before = known.now()
    assert before is not None

    def away() -> str:
        raise DatabaseError("away")

    monkeypatch.setattr(told, "state_of_data", away)
    assert known.now() == before
    assert known.now() == before  # asked beside, so that nobody waits
    with known._asking:  # until that is through
        assert known._failed
    known.forget()
    assert known.now() is None


@pytest.mark.django_db(transaction=True)
def test_a_state_may_be_shown_for_some_seconds_after_it_was_last_seen_to_hold(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECONDS_BEHIND = 0
    clock = [1000.0]
    monkeypatch.setattr(told.time, "monotonic", lambda: clock[0])
    known = KnownState()
    states = []
    for number in range(3):
        make_meeting(f"Phiên {number}")
        states.append(known.now() or "")
        clock[0] += 3
    assert [known.may_be_shown(state) for state in states] == [False, False, True]
    clock[0] -= 2
    assert [known.may_be_shown(state) for state in states] == [False, True, True]
    assert not known.may_be_shown("never")
    known.forget()
    assert not known.may_be_shown(states[-1])


class Asked:
    """Answers in the place of the database, each of which somebody may wait for."""

    def __init__(self, *answers: str | Exception) -> None:
        self._answers = iter(answers)
        self.threads: Queue[str] = Queue()

    def __call__(self) -> str:
        self.threads.put(threading.current_thread().name)
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return answer


def until(holds: Callable[[], bool]) -> bool:
    ends = time.monotonic() + 10
    while not holds() and time.monotonic() < ends:
        time.sleep(0.01)
    return holds()


def test_after_a_visit_the_state_is_asked_for_beside(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECONDS_BEHIND, settings.KEEP_ASKING = 0.1, 60
    asked = Asked("first", "second", DatabaseError("away"))
    monkeypatch.setattr(told, "state_of_data", asked)
    known = KnownState()
    assert known.now() == "first"
    here, beside = asked.threads.get(timeout=10), asked.threads.get(timeout=10)
    assert here == threading.current_thread().name != beside
    assert until(lambda: known.now() == "second")
    assert until(lambda: known._keeper is None), "without an answer nobody goes on asking by himself"


def test_where_nobody_comes_nobody_asks(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECONDS_BEHIND, settings.KEEP_ASKING = 0.02, 0.1
    monkeypatch.setattr(told, "state_of_data", lambda: "same")
    known = KnownState()
    assert known.now() == "same"
    assert until(lambda: known._keeper is None)
    settings.KEEP_ASKING = 60
    assert known.now() == "same"
    keeper = known._keeper
    assert keeper is not None, "the next visit begins it anew"
    settings.KEEP_ASKING = 0
    keeper.join(10)
    assert not keeper.is_alive()


def test_between_two_questions_no_connection_is_held(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECONDS_BEHIND, settings.KEEP_ASKING = 60, 60
    happened: list[str] = []
    known = KnownState()

    def asked() -> str:
        happened.append("asked")
        return "same"

    def pauses(seconds: float) -> None:
        happened.append("paused")
        if happened.count("paused") == 4:
            settings.KEEP_ASKING = 0

    class Held:
        in_atomic_block = False

        def close_if_unusable_or_obsolete(self) -> None:
            happened.append("given back")

    all_of_them = type(told.connections)
    monkeypatch.setattr(all_of_them, "all", lambda self, initialized_only=False: [Held()])
    monkeypatch.setattr(all_of_them, "close_all", lambda self: None)
    monkeypatch.setattr(told, "state_of_data", asked)
    monkeypatch.setattr(told.time, "sleep", pauses)
    known._visited = time.monotonic()
    known._ask_until_nobody_comes()
    assert happened == ["paused", "asked", "given back"] * 3 + ["paused"]


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> ContextVar[str]:
    """Where visits read from; each database tells its own name as its state."""
    place = ContextVar("place", default="default")
    monkeypatch.setattr(told, "_read_from", place.get)
    monkeypatch.setattr(told, "state_of_data", place.get)
    return place


def away() -> str:
    raise DatabaseError("away")


def test_who_reads_from_a_replica_is_told_its_state_though_another_was_just_asked_for(
    settings: Any, monkeypatch: pytest.MonkeyPatch, place: ContextVar[str]
) -> None:
    settings.SECONDS_BEHIND = 60
    known = KnownState()
    assert known.now() == "default"
    place.set("replica")
    assert known.now() == "replica"
    place.set("default")
    monkeypatch.setattr(told, "state_of_data", away)
    assert known.now() == "replica", "the primary is no further behind"


def test_what_the_primary_told_is_no_state_of_a_replica_that_does_not_answer(
    settings: Any, monkeypatch: pytest.MonkeyPatch, place: ContextVar[str]
) -> None:
    settings.SECONDS_BEHIND = 60
    known = KnownState()
    known.now()
    place.set("replica")
    monkeypatch.setattr(told, "state_of_data", away)
    assert [known.now(), known.now()] == [None, None]
    place.set("default")
    assert known.now() == "default"


def test_where_visits_read_from_another_database_the_former_is_asked_no_more(
    settings: Any, place: ContextVar[str]
) -> None:
    settings.SECONDS_BEHIND, settings.KEEP_ASKING = 0.02, 60
    known = KnownState()
    known.now()
    former = known._keeper
    assert former is not None
    place.set("replica")
    known.now()
    former.join(10)
    assert not former.is_alive()
    assert known.now() == "replica"
    settings.KEEP_ASKING = 0
