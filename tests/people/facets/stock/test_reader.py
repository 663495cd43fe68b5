"""A list is read whole, by the rows that changed, or from what another process has read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from people.facets.stock import touched
from people.facets.stock.reader import Reader
from people.facets.stock.shared import Shared
from people.facets.stock.stock import Stock
from people.freshness.notes import mark, trace
from people.models import DataChange, Official, RowChange
from tests.factories import make_official

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _shared(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STOCK_LEAST, settings.STOCK_FOLDER = 1, tmp_path
    monkeypatch.setattr(touched, "SHARE", 1)
    make_official("Nguyễn Văn An")


def wanted(state: str) -> str:
    return f"{state} {timezone.localdate()}"


def a_process() -> Reader:
    return Reader(Official.objects.all, ahead, {"people_official.id": "pk"}, Shared("officials"))


def ahead(stock: Stock) -> None:
    stock.columns("name")
    stock.order("name", lambda officials: officials.order_by("name"))
    stock.condition("named", lambda officials: officials.exclude(name=""))


def read(reader: Reader, state: str) -> None:
    """Reads until it is read: threads of other tests may be at a list of theirs."""
    until = time.monotonic() + 10
    while not reader.serves(wanted(state)) and time.monotonic() < until:
        reader.read(wanted(state))
    assert reader.serves(wanted(state))


def names(reader: Reader) -> list[str]:
    stock: Any = reader.stock
    order = stock.order("name", lambda officials: officials.order_by("name"))
    cells = stock.columns("name")
    code_of = dict(zip(cells.rows.tolist(), cells.codes.tolist(), strict=True))
    return [cells.values[code_of[place]][0] for place in order.tolist()]


def asked(work: Callable[[], object]) -> list[str]:
    """The questions about officials that the work asks the database."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured.captured_queries if "people_official" in query["sql"]]


def test_what_another_process_has_read_is_taken_without_asking() -> None:
    read(a_process(), "s1")
    other = a_process()
    assert asked(lambda: read(other, "s1")) == []
    assert names(other) == ["Nguyễn Văn An"]


def test_of_what_another_process_read_before_only_changed_rows_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    first = a_process()
    read(first, "s1")
    made = make_official("Lê Thị Bình")
    Official.objects.filter(name="Nguyễn Văn An").update(name="Nguyễn Văn Ân")
    other = a_process()
    whole: list[str] = []
    monkeypatch.setattr(other, "_read_all", whole.append)
    read(other, "s2")
    assert names(other) == ["Lê Thị Bình", "Nguyễn Văn Ân"]
    assert names(first) == ["Nguyễn Văn An"]
    made.delete()
    read(other, "s3")
    assert names(other) == ["Nguyễn Văn Ân"]
    assert whole == []


def test_a_database_that_was_restored_and_went_on_otherwise_is_read_anew() -> None:
    read(a_process(), "s1")
    last = int(mark().noted[-1])  # on SQLite a number of changed rows, on PostgreSQL the key of a change
    RowChange.objects.filter(change=last).update(keys='{"id": [77]}')
    DataChange.objects.filter(pk=last).update(at=timezone.now())
    other = a_process()
    assert asked(lambda: read(other, "s1")) != []
    assert names(other) == ["Nguyễn Văn An"]


def test_two_processes_read_a_list_once() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> QuerySet[Official]:
        begun.set()
        assert go_on.wait(10)
        return Official.objects.all()

    def read_and_close() -> None:
        read(one, "s1")
        connection.close()

    one, other = a_process(), a_process()
    one.rows = slow
    reading = threading.Thread(target=read_and_close)
    reading.start()
    assert begun.wait(10)
    with Shared("officials").reading() as is_mine:
        assert not is_mine
    go_on.set()
    reading.join(10)
    assert asked(lambda: read(other, "s1")) == []
    assert names(other) == ["Nguyễn Văn An"]


def test_while_another_process_reads_nothing_is_read() -> None:
    other = a_process()
    with Shared("officials").reading():
        assert asked(lambda: other.read(wanted("s1"))) == []
        assert not other.serves(wanted("s1"))
    read(other, "s1")
    assert other.serves(wanted("s1"))


def test_a_short_list_is_not_shared(settings: Any) -> None:
    settings.STOCK_LEAST = 100
    reader = a_process()
    read(reader, "s1")
    assert reader.serves(wanted("s1"))
    assert reader.stock is None
    assert not list(Path(settings.STOCK_FOLDER).glob("*.npz"))


def test_a_trace_is_of_what_was_noted() -> None:
    before = mark()
    told = trace(before)
    assert told
    make_official("Lê Thị Bình")
    assert trace(before) == told
    assert trace(mark()) != told


def test_on_another_day_what_conditions_keep_is_asked_again() -> None:
    reader = a_process()
    read(reader, "s1")
    first, known = reader.stock, reader._mark
    assert first is not None
    assert known is not None
    assert reader._renew(wanted("s2"), first, known)
    assert reader.stock is not None
    assert reader.stock._kept.keys() == first._kept.keys()
    reader.ahead = lambda stock: None
    assert reader._renew("s2 2031-01-01", first, known)
    assert first._kept.keys() - reader.stock._kept.keys() == {("condition", "named")}
