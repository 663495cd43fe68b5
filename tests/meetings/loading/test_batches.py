"""Texts of a batch are written by their provinces, those that nobody else writes on first."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, connections, transaction
from django.db.models import Q

from meetings.loading import batches, turns
from meetings.loading.articles import newcomer_of, read_text
from meetings.loading.batches import load_batch
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.loading.rereading import reread_batch
from meetings.loading.versions import reading_version
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
def another_writes_on(source: Source, until: Q, count: int) -> Iterator[None]:
    """Another loader writes a text, and is not through before there are so many articles of that kind beside it."""
    written = Event()

    def there() -> int:
        return Article.objects.filter(until).exclude(file_name=source.name).count()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                reconcile_together([newcomer_of(read_text(source))], read=lambda article: None)
                written.set()
                deadline = time.monotonic() + 20
                while there() < count and time.monotonic() < deadline:
                    time.sleep(0.05)
                assert there() == count
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
    with another_writes_on(other, Q(), 2):
        done = list(load_batch(own))
    assert sorted(one.name for one in done) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert {one.change for one in done} == {"new"}
    assert Meeting.objects.count() == 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["load", "reread"])
def test_articles_of_provinces_that_another_loader_writes_on_come_last(
    write: Write, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    *own, other = texts(write, [SOUTH, NORTH, SOUTH, NORTH, SOUTH])
    assert len(list(load_batch(own))) == 4
    monkeypatch.setattr("meetings.loading.versions._rules_of_records", lambda: "next")
    monkeypatch.setattr(turns, "_FEW", 2)
    now = [reading_version(article) for article in Article.objects.all()]
    with another_writes_on(other, Q(extractor_version__in=now), 2):
        if way == "load":
            changes = [done.change for done in load_batch(own)]
            assert changes == ["unchanged"] * 4
        else:
            outcomes = reread_batch([article.pk for article in Article.objects.filter(file_name__lt=other.name)])
            assert [outcome.error for outcome in outcomes] == [""] * 4
    assert Article.objects.filter(extractor_version__in=now).count() == 4
