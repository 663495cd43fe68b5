"""Every row of a record in a release is ready to be cited, as its page is, whatever the day."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from meetings.models import Article, Meeting, Report
from opendata.citing import cite
from opendata.releases import contents, tables
from opendata.resources import RESOURCES
from people.models import Official
from tests.factories import make_article, make_directive, make_official
from tests.meetings.views.pages import make_scene
from tests.opendata.releases.scene import make_everything, published, reject

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 5)


def cited(name: str) -> dict[int, tuple[str, str]]:
    """By id, the identifier and the citation."""
    table = next(table for table in contents() if table.name == name)
    at = {column.name: place for place, column in enumerate(table.columns)}
    rows = [row for batch in table.rows() for row in batch]
    return {row[0]: (row[at["identifier"]], row[at["citation"]]) for row in rows}


@pytest.mark.parametrize("name", RESOURCES)
def test_a_row_is_cited_as_its_page_but_of_no_day(name: str) -> None:
    make_everything()
    make_article("Hà Tĩnh họp bàn.\nChiều 5/3, tỉnh họp.")  # without a title: its first words name it
    rows = cited(name)
    assert rows
    for record in RESOURCES[name].model._default_manager.filter(pk__in=rows):
        identifier, citation = rows[record.pk]
        assert f"Việc Tỉnh, {identifier}." in citation
        assert cite(record, identifier, DAY).text == citation.removesuffix(".") + ", truy cập ngày 05/03/2026."


def test_whoever_readers_may_not_see_is_not_named() -> None:
    hidden = make_official("Người Bị Loại")
    task = make_directive(assigner=hidden, assigner_title="Chủ tịch UBND tỉnh")
    reject(Official.objects.get(pk=hidden.pk))
    assert cited("directives")[task.pk][1].startswith("Chủ tịch UBND tỉnh: ")


@pytest.mark.parametrize("name", RESOURCES)
def test_more_rows_are_cited_with_as_many_questions(name: str) -> None:
    make_scene(0)
    cited(name)  # fills what is looked up once
    asked = []
    for number in range(1, 6, 2):
        with CaptureQueriesContext(connection) as captured:
            cited(name)
        asked.append(len(captured))
        make_scene(number)
        make_scene(number + 1)
    assert len(set(asked)) == 1


def test_rows_are_cited_batch_by_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "AT_ONCE", 2)
    for number in range(5):
        make_scene(number)
    table = next(table for table in contents() if table.name == "targets")
    assert [len(batch) for batch in table.rows()] == [2, 2, 1]


def test_thousands_of_rows_are_cited_at_once() -> None:
    """SQLite refuses conditions of more than a thousand parts."""
    day = datetime.date(2026, 3, 5)
    texts = [Article(file_name=f"{n}.txt", sha256=f"{n:064}", text=f"Bài {n}.", sort_date=day) for n in range(1100)]
    Article.objects.bulk_create(texts)
    Meeting.objects.bulk_create([Meeting(title=f"Phiên {n}", sort_date=day) for n in range(1100)])
    told = zip(Meeting.objects.order_by("pk"), Article.objects.order_by("pk"), strict=True)
    Report.objects.bulk_create([Report(meeting=m, article=a, start=0, end=3, quote="Bài") for m, a in told])
    assert all("Theo “Bài " in citation for _identifier, citation in cited("meetings").values())


def test_a_release_is_cited_in_vietnamese_whoever_publishes(tmp_path: Path) -> None:
    make_scene()
    with translation.override("en"):
        made = published(tmp_path)
    with (made / "csv/targets.csv").open(encoding="utf-8", newline="") as lines:
        assert all(" Theo “" in row["citation"] for row in csv.DictReader(lines))
