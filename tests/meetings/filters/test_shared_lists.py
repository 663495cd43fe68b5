"""What a process takes of another is what it would have read itself, of every list."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.listings import LISTINGS
from people.facets.stock import list_called
from people.facets.stock import reader as reader_module
from tests.meetings.filters.test_in_stock import archive
from tests.meetings.filters.test_renewed import assert_is_as_read_anew

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _shared(settings: Any, tmp_path: Path) -> None:
    settings.STOCK_LEAST, settings.STOCK_FOLDER = 1, tmp_path
    archive()


def test_each_list_is_taken_as_it_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = {name: listing.filters.read_into_memory(listing.rows) for name, listing in LISTINGS.items()}
    assert all(read.values())

    def no_list(*args: Any) -> None:
        raise AssertionError("a list is read although it is there")

    monkeypatch.setattr(reader_module.Reader, "_read_all", no_list)
    for name, listing in LISTINGS.items():
        before = read[name]
        assert before is not None
        kept = list_called(
            (listing.filters.__qualname__, None),
            listing.rows,
            listing.filters._read_ahead,
            listing.filters.touched_by,
        )
        with CaptureQueriesContext(connection) as asked:
            taken = kept.await_reading(before.state.partition(" ")[0])
        assert taken is not None
        own_table = f'FROM "{listing.rows().model._meta.db_table}"'
        assert not [query["sql"] for query in asked if own_table in query["sql"]], name
        assert taken._kept.keys() == before._kept.keys()
        assert taken.tables.read == before.tables.read
        assert_is_as_read_anew(taken, listing.rows(), before, name)


def test_a_command_reads_them_before_the_site_starts(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    call_command("read_lists", language="en")
    told = capsys.readouterr().out.splitlines()
    assert len(told) == len(LISTINGS)
    assert all(re.search(r": [0-9,]+ rows, read in [0-9]+\.[0-9] s\.$", line) for line in told)
    assert len(list(Path(settings.STOCK_FOLDER).glob("*.npz"))) == len(LISTINGS)
    call_command("read_lists", language="vi")
    assert all(re.search(r"[0-9],[0-9] giây\.$", line) for line in capsys.readouterr().out.splitlines())
    settings.STOCK_LEAST = 100_000
    call_command("read_lists", language="vi")
    assert "/cuoc-hop/" in capsys.readouterr().out
