"""A list is read in the background, for each state of the data; meanwhile the one before, or SQL, serves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone

from people.facets.stock import kept as kept_module
from people.facets.stock import touched
from people.facets.stock.joining import OutOfStep
from people.facets.stock.kept import Kept
from people.facets.stock.reader import Reader
from people.facets.stock.stock import Stock
from people.models import Official
from tests.factories import make_official

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _large_enough(settings: Any) -> Iterator[None]:
    settings.STOCK_LEAST = 1
    make_official("Nguyễn Văn An")
    yield
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and thread.daemon and "_make_and_rest" in thread.name:
            thread.join(5)


def rows() -> QuerySet[Official]:
    return Official.objects.all()


def before_long(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not is_so() and time.monotonic() < until:
        time.sleep(0.01)
    return is_so()


def served(kept: Kept, state: str) -> Stock:
    def is_there() -> bool:
        stock = kept.serve(state)
        return stock is not None and stock.state.startswith(f"{state} ")

    assert before_long(is_there)
    stock = kept.serve(state)
    assert stock is not None
    return stock


def shown(monkeypatch: pytest.MonkeyPatch, *states: str) -> None:
    """Of these states it was seen some seconds ago that they hold."""
    monkeypatch.setattr(kept_module.STATE, "may_be_shown", lambda state: state in states)


def test_sql_serves_until_the_list_is_read() -> None:
    go_on = threading.Event()

    def slow() -> QuerySet[Official]:
        assert go_on.wait(10)
        return rows()

    kept = Kept(Reader(slow))
    assert kept.serve("s1") is None
    go_on.set()
    assert len(served(kept, "s1")) == 1


def test_it_serves_when_what_most_ask_for_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "REST", 0.0)
    ahead: list[str] = []
    kept = Kept(Reader(rows, lambda stock: ahead.append(stock.state.partition(" ")[0])))
    served(kept, "s1")
    served(kept, "s2")
    assert ahead == ["s1", "s2"]


def test_the_state_before_serves_for_some_seconds_and_then_sql(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(Reader(rows))
    first = served(kept, "s1")
    monkeypatch.setattr(kept.reader, "read", lambda wanted: time.sleep(0.05))  # is never ready
    shown(monkeypatch, "s1")
    assert kept.serve("s2") is first
    shown(monkeypatch)
    assert kept.serve("s2") is None


def test_what_was_read_of_one_state_is_read_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "REST", 0.0)
    kept = Kept(Reader(rows))
    first = served(kept, "s1")
    first.columns("name").count(first.everything)
    make_official("Lê Thị Bình")
    second = served(kept, "s2")
    assert second is not first
    assert list(second._kept) == list(first._kept)
    assert len(second) == 2


def test_after_reading_all_it_rests_as_long_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "REST", 10_000.0)
    kept = Kept(Reader(rows))
    served(kept, "s1")
    read: list[str] = []
    monkeypatch.setattr(kept.reader, "_read_all", read.append)
    shown(monkeypatch, "s1")
    kept.reader.needs_all = f"s2 {timezone.localdate()}"
    assert kept.serve("s2") is not None
    time.sleep(0.1)
    assert read == []


def test_of_a_list_that_was_read_only_changed_rows_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "SHARE", 1)
    kept = Kept(Reader(rows, touched_by={"people_official.id": "pk"}))
    first = served(kept, "s1")
    names = first.columns("name")
    made = make_official("Lê Thị Bình")
    read: list[str] = []
    monkeypatch.setattr(kept.reader, "_read_all", read.append)
    second = served(kept, "s2")
    assert second.keys.tolist()[1:] == [made.pk]
    assert second.columns("name").counter(second.everything) == {("Nguyễn Văn An",): 1, ("Lê Thị Bình",): 1}
    assert names.counter(first.everything) == {("Nguyễn Văn An",): 1}  # whoever reads it sees what was
    assert read == []


def test_whoever_must_see_the_present_waits_for_the_rows_that_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "SHARE", 1)
    kept = Kept(Reader(rows, touched_by={"people_official.id": "pk"}))
    first = served(kept, "s1")
    shown(monkeypatch, "s1")
    make_official("Lê Thị Bình")
    second = kept.serve("s2", present=True)
    assert second is not None
    assert second is not first
    assert len(second) == 2


def test_nobody_waits_for_a_whole_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "WAIT", 1000.0)
    may_end = threading.Event()
    may_end.set()

    def slow() -> QuerySet[Official]:
        assert may_end.wait(10)
        return rows()

    kept = Kept(Reader(slow))  # nothing says which rows a change touches
    served(kept, "s1")
    make_official("Lê Thị Bình")
    may_end.clear()
    shown(monkeypatch)
    kept._rested_whole = 0.0
    assert kept.serve("s2") is None
    may_end.set()
    served(kept, "s2")


def test_what_does_not_fit_what_was_noted_is_read_anew(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kept = Kept(Reader(rows, touched_by={"people_official.id": "pk"}))
    first = served(kept, "s1")

    def strange(*args: Any, **kwargs: Any) -> Stock:
        raise OutOfStep

    monkeypatch.setattr(first, "renewed", strange)
    assert served(kept, "s2") is not first
    assert "read anew" in caplog.text


def test_a_short_list_is_left_to_sql(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STOCK_LEAST = 100
    monkeypatch.setattr(kept_module, "REST", 0.0)
    kept = Kept(Reader(rows))
    assert before_long(lambda: kept.serve("s1") is None and "s1" in kept.reader._is_small)
    made: list[str] = []
    monkeypatch.setattr(kept.reader, "read", made.append)
    assert kept.serve("s1") is None
    assert made == []


def test_a_database_that_is_away_leaves_what_there_is(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kept_module, "REST", 0.0)
    kept = Kept(Reader(rows))
    first = served(kept, "s1")

    def away(wanted: str) -> None:
        raise DatabaseError("away")

    monkeypatch.setattr(kept.reader, "read", away)
    shown(monkeypatch, "s1")
    assert kept.serve("s2") is first
    assert before_long(lambda: "away" in caplog.text)


def test_lists_are_read_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "LEAST", 0.0)
    reading, go_on = threading.Event(), threading.Event()
    asked: list[str] = []

    def slow() -> QuerySet[Official]:
        reading.set()
        assert go_on.wait(10)
        return rows()

    def other() -> QuerySet[Official]:
        asked.append("")
        return rows()

    first, second = Kept(Reader(slow)), Kept(Reader(other))
    assert first.serve("s1") is None
    assert reading.wait(10)
    assert second.serve("s1") is None
    assert before_long(lambda: not second._making.locked())
    assert asked == []
    go_on.set()
    served(first, "s1")
    served(second, "s1")
    assert asked == [""]
