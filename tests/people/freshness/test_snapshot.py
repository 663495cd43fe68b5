"""A release tells one state of the database, and nobody who writes meanwhile has to wait."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from meetings.models import Meeting
from opendata.releases import contents, publish
from people.freshness.snapshot import snapshot
from people.models import Official
from tests.factories import make_meeting, make_official
from tests.opendata.releases.scene import DAY

WAIT_AT_MOST = 20  # seconds
RENAMED = "UPDATE meetings_meeting SET title = 'Phiên họp thứ hai'"


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Renames the meetings from another connection, which must not have to wait.

    The tests' own SQLite is in memory, where nobody reads beside a writer: this one is a file, as a site's is.
    """
    before: Any = connections["default"]
    if before.vendor == "sqlite":
        path = tmp_path / "site.sqlite3"
        make_meeting("Phiên họp thứ nhất")
        with closing(sqlite3.connect(path)) as copy:
            before.connection.backup(copy)
        connections["default"] = type(before)({**before.settings_dict, "NAME": str(path)}, "default")

        def renamed() -> None:
            with closing(sqlite3.connect(path, timeout=1)) as other, other:
                other.execute(RENAMED)
    else:
        make_meeting("Phiên họp thứ nhất")

        def renamed() -> None:
            thread = threading.Thread(target=_rename_and_close)
            thread.start()
            thread.join(WAIT_AT_MOST)
            assert not thread.is_alive()

    yield renamed
    connections["default"].close() if before.vendor == "sqlite" else None
    connections["default"] = before


def _rename_and_close() -> None:
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(RENAMED)


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_shows_what_was_there_when_it_began(write: Callable[[], None]) -> None:
    with snapshot():
        assert Meeting.objects.get().title == "Phiên họp thứ nhất"
        write()
        assert Meeting.objects.get().title == "Phiên họp thứ nhất"
    assert Meeting.objects.get().title == "Phiên họp thứ hai"


@pytest.mark.django_db(transaction=True)
def test_a_release_tells_one_state(tmp_path: Path, write: Callable[[], None]) -> None:
    written: list[str] = []

    def meanwhile(what: str, _rows: int, _total: int) -> None:
        if not written and what not in ("data", "meetings"):
            written.append(what)
            write()

    make_official("Người có trước")
    made = publish(tmp_path / "releases", DAY, contents, meanwhile)
    assert written
    assert "Phiên họp thứ nhất" in (made / "csv/meetings.csv").read_text(encoding="utf-8")
    assert Meeting.objects.get().title == "Phiên họp thứ hai"


@pytest.mark.django_db(transaction=True)
def test_afterwards_the_connection_writes_as_before() -> None:
    with snapshot():
        pass
    make_official("Lê Văn Sau")
    with pytest.raises(ZeroDivisionError), snapshot():
        raise ZeroDivisionError
    make_official("Lê Văn Sau nữa")
    assert Official.objects.count() == 2
    if connection.vendor == "sqlite":
        assert connection.transaction_mode == "IMMEDIATE"  # type: ignore[attr-defined]
