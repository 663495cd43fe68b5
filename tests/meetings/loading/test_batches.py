"""Texts of a batch are written by their provinces, those that nobody else writes on first."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, connections, transaction

from meetings.loading import batches, turns
from meetings.loading.articles import newcomer_of, read_text
from meetings.loading.batches import load_batch
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.models import Article, Meeting
from meetings.reconcile.together import by_province, reconcile_together
from tests.meetings.loading.conftest import STORY, TEXT, Write

NORTH, SOUTH = "Hà Tĩnh", "Nghệ An"


def texts(write: Write, provinces: list[str]) -> list[Source]:
    found = []
    for number, province in enumerate(provinces):
        name = f"{number}.txt"
        text = STORY * 9 if not province else TEXT.replace("Nghệ An", province).replace("12/6", f"{number + 1}/6")
        found.append(Source(write(name, text), name, Known(0)))
    return found


@pytest.mark.django_db
def test_a_batch_is_of_as_few_provinces_as_can_be(write: Write) -> None:
    sources = texts(write, [SOUTH, NORTH, "", SOUTH, NORTH, SOUTH, NORTH, NORTH, NORTH])
    newcomers = [newcomer_of(read_text(source)) for source in sources]
    cut = by_province(newcomers, 3)
    assert sorted(place for batch in cut for place in batch) == list(range(9))
    assert all(0 < len(batch) <= 3 for batch in cut)
    assert sorted(map(sorted, cut)) == [[0, 3, 5], [1, 4, 6], [2], [7, 8]]
    assert cut[-1] == [2]  # of no known province: nobody is in its way


@contextmanager
def another_writes_on(source: Source, until: int) -> Iterator[None]:
    """Another loader writes a text, and is not through before there are so many articles beside it."""
    written = Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                reconcile_together([newcomer_of(read_text(source))], read=lambda article: None)
                written.set()
                deadline = time.monotonic() + 20
                while Article.objects.exclude(file_name=source.name).count() < until and time.monotonic() < deadline:
                    time.sleep(0.05)
                assert Article.objects.exclude(file_name=source.name).count() == until
        finally:
            written.set()
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(write_slowly)
        written.wait(20)
        yield
        future.result()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("limit", ["AT_ONCE", "_FEW"], ids=["batches of their own", "cut from one batch"])
def test_provinces_that_another_loader_writes_on_come_last(
    write: Write, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    monkeypatch.setattr(batches if limit == "AT_ONCE" else turns, limit, 2)
    *own, other = texts(write, [SOUTH, NORTH, SOUTH, NORTH, SOUTH])
    with another_writes_on(other, until=2):
        done = list(load_batch(own))
    assert sorted(one.name for one in done) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert {one.change for one in done} == {"new"}
    assert Meeting.objects.count() == 5
