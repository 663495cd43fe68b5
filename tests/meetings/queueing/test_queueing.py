"""Many workers at a time, a text that none of them can load, and databases without a queue."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from meetings.loading.batches import Done, load_reads, read_all
from meetings.loading.files import Source, find_sources
from meetings.models import Article, LegalDocument, Meeting
from meetings.queueing import SCHEMA
from meetings.queueing.messages import mark_of, message_of, read_of
from people.models import Official, Organization, Role
from people.register import ProvinceRegister
from tests.meetings.loading.conftest import HEAD, TEXT, Write
from tests.meetings.loading.conftest import write as write

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = """Sáng {day}/6/2024, UBND tỉnh {province} họp phiên thường kỳ.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì phiên họp. Ông Lê Đức Thọ, Phó Chủ tịch UBND tỉnh dự họp.

Chủ tịch UBND tỉnh yêu cầu Sở Tài chính chủ trì, phối hợp với Sở Y tế trình phương án theo Nghị quyết số 57-NQ/TW.

Tin số {number}.
"""
WORKERS = 8


def on_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no queue, and one writer at a time")


@pytest.fixture
def _no_queue_left() -> Iterator[None]:
    yield
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def texts(*paths: Path) -> list[Source]:
    return [found for found in find_sources(paths, ProvinceRegister()) if isinstance(found, Source)]


def _work(sources: list[Source]) -> list[Done]:
    try:
        return list(load_reads(read_all(sources)[0]))
    finally:
        connection.close()


def test_eight_workers_make_one_of_everything(write: Write, tmp_path: Path) -> None:
    on_postgresql()
    number = 0
    for day in (3, 4, 5):
        for province in ("Nghệ An", "Hà Tĩnh"):
            for _ in range(WORKERS // 2):  # told by several papers
                write(f"{number:02}.txt", REPORT.format(day=day, province=province, number=number))
                number += 1
    sources = texts(tmp_path)
    shares = [sources[worker::WORKERS] for worker in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        outcomes = [done for share in pool.map(_work, shares) for done in share]
    assert [failure for done in outcomes for failure in done.failures] == []
    assert Article.objects.count() == number == 24
    assert Meeting.objects.count() == 6
    assert {meeting.reports.count() for meeting in Meeting.objects.all()} == {WORKERS // 2}
    assert Official.objects.count() == 4
    assert Role.objects.count() == 4
    assert LegalDocument.objects.count() == 1
    organizations = list(Organization.objects.values_list("name_key", "province"))
    assert len(organizations) == len(set(organizations))
    assert sum(done.tally.changes for done in load_reads(read_all(sources)[0], reread=True)) == 0


@pytest.mark.usefixtures("_no_queue_left")
def test_a_text_that_cannot_be_loaded_holds_up_no_other(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_postgresql()
    write("a.txt")
    write("b.txt", TEXT.replace("Lâm", "Sơn"))
    write("c.txt", TEXT.replace("12/6", "13/6"))
    from meetings.loading import articles

    read = articles.extract

    def stumble(document: object) -> object:
        if "Bảo Sơn" in getattr(document, "text", ""):
            raise ZeroDivisionError("a poisoned text")
        return read(document)  # type: ignore[arg-type]

    call_command("load_articles", tmp_path, queue=True, no_progress=True, stdout=StringIO(), language="en")
    call_command("load_articles", tmp_path, queue=True, no_progress=True, stdout=StringIO(), language="en")
    assert not Article.objects.exists()
    monkeypatch.setattr(articles, "extract", stumble)
    call_command("worker", until_empty=True)
    assert sorted(Article.objects.values_list("file_name", flat=True)) == ["a.txt", "c.txt"]
    told = StringIO()
    call_command("worker", failed=True, stdout=told)
    assert told.getvalue().count("b.txt") == 1
    assert "a poisoned text" in told.getvalue()
    monkeypatch.setattr(articles, "extract", read)
    call_command("worker", retry_failed=True, stdout=StringIO())
    call_command("worker", until_empty=True)
    assert Article.objects.count() == 3
    told = StringIO()
    call_command("worker", failed=True, stdout=told)
    assert told.getvalue() == ""


def test_sqlite_has_no_queue_and_says_so(write: Write, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has one")
    write("a.txt")
    for command, arguments in (("load_articles", [tmp_path, "--queue", "--language=en"]), ("worker", [])):
        with pytest.raises(CommandError) as error:
            call_command(command, *arguments)
        assert "PostgreSQL" in str(error.value)
    assert not Article.objects.exists()


def test_a_text_waits_with_all_that_its_curator_knows(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("articles.csv", HEAD + "a.txt,https://baonghean.vn/1,Báo Nghệ An,2024-06-13,Nghệ An,Phiên họp\n")
    (read,), unreadable = read_all(texts(tmp_path))
    message = message_of(read)
    assert not unreadable
    again = read_of(message, ProvinceRegister())
    assert (again.source.known, again.document.text) == (read.source.known, read.document.text)
    assert again.document.sha256 == read.document.sha256
    assert mark_of([message]) == mark_of([message_of(again)])
    assert mark_of([message]) != mark_of([{**message, "sha256": "other"}])
