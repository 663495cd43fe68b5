"""Texts of a batch are written by their provinces, those that nobody else writes on first."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, connections, transaction

from meetings.loading import batches
from meetings.loading.articles import newcomer_of, read_text
from meetings.loading.batches import batched_by_province, load_batch
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


def listed(number: int, slug: str) -> Source:
    province: Any = SimpleNamespace(slug=slug)
    return Source(Path(f"{number}.txt"), f"{number}.txt", Known(number, province=province))


def test_batches_side_by_side_are_on_provinces_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_SORTED_AT_ONCE", 16)
    sources = [listed(number, "ab"[number % 2]) for number in range(32)]
    cut = list(batched_by_province(sources, 4, 2))
    assert sorted(text.name for batch in cut for text in batch) == sorted(text.name for text in sources)
    assert [{text.province for text in batch} for batch in cut] == [{"a"}, {"b"}] * 4


def test_one_loader_is_given_one_province_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_SORTED_AT_ONCE", 12)
    sources = [*(listed(number, "cba"[number % 3]) for number in range(12)), Source(Path("x.txt"), "x.txt", None)]
    cut = list(batched_by_province(sources, 4, 1))
    assert [{text.province for text in batch} for batch in cut] == [{"a"}, {"b"}, {"c"}, {""}]


def test_all_texts_are_handed_over_whatever_their_number_and_that_of_the_loaders() -> None:
    for count in (0, 1, 5, 17, 40):
        for parts in (1, 3):
            cut = list(batched_by_province([listed(number, "a") for number in range(count)], 4, parts))
            assert sum(map(len, cut)) == count
            assert all(0 < len(batch) <= 4 for batch in cut)


@pytest.mark.django_db
def test_a_batch_is_of_as_few_provinces_as_can_be(write: Write) -> None:
    sources = texts(write, [SOUTH, NORTH, "", SOUTH, NORTH, SOUTH, NORTH, NORTH, NORTH])
    newcomers = [newcomer_of(read_text(source)) for source in sources]
    cut = by_province(newcomers, 3)
    assert sorted(place for batch in cut for place in batch) == list(range(9))
    assert all(0 < len(batch) <= 3 for batch in cut)
    assert sorted(map(sorted, cut)) in ([[0, 3, 5], [1, 4, 6], [2], [7, 8]], [[0, 3, 5], [1, 4, 6], [2, 7, 8]])


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
def test_provinces_that_another_loader_writes_on_come_last(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in the memory of one connection")
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    *own, other = texts(write, [SOUTH, NORTH, SOUTH, NORTH, SOUTH])
    with another_writes_on(other, until=2):
        done = list(load_batch(own))
    assert sorted(one.name for one in done) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert {one.change for one in done} == {"new"}
    assert Meeting.objects.count() == 5
