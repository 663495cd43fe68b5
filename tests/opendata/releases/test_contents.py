"""What is in a release: what readers may see, in three forms that say the same, with keys that lead somewhere."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from meetings.models import Article, Directive, Meeting
from opendata.releases.contents import contents
from opendata.releases.tables import Table, Type
from opendata.resources import RESOURCES
from tests.factories import make_article, make_meeting, make_official, make_organization, make_role
from tests.opendata.releases.scene import make_everything, published, reject

pytestmark = pytest.mark.django_db


def rows_of(name: str) -> list[dict[str, Any]]:
    table = next(table for table in contents() if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for batch in table.rows() for row in batch]


def as_csv_says(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if hasattr(value, "normalize"):
        return f"{value.normalize():f}"
    if hasattr(value, "hour"):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    return "" if value is None else str(value)


def test_the_three_forms_say_the_same(tmp_path: Path) -> None:
    make_everything()
    made = published(tmp_path)
    with closing(sqlite3.connect(made / "viectinh.db")) as database:
        for table in contents():
            in_parquet = parquet.read_table(made / f"parquet/{table.name}.parquet").to_pylist()
            with (made / f"csv/{table.name}.csv").open(encoding="utf-8", newline="") as lines:
                in_csv = list(csv.DictReader(lines))
            assert [{k: as_csv_says(v) for k, v in row.items()} for row in in_parquet] == in_csv, table.name
            names = [column.name for column in table.columns]
            in_sqlite = [dict(zip(names, row, strict=True)) for row in database.execute(f"SELECT * FROM {table.name}")]
            assert [row["id"] for row in in_sqlite] == [row["id"] for row in in_parquet], table.name
            for told, read in zip(in_sqlite, in_csv, strict=True):
                assert {n: _from_sqlite(table, n, v) for n, v in told.items()} == read
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def _from_sqlite(table: Table, name: str, value: Any) -> str:
    kind = next(column.type for column in table.columns if column.name == name)
    if value is None:
        return ""
    if kind is Type.LIST:
        return "|".join(json.loads(value))
    if kind is Type.TRUTH:
        return "true" if value else "false"
    return str(value)


def test_every_resource_is_in_it_with_its_columns_and_rows() -> None:
    make_everything()
    tables = {table.name: table for table in contents()}
    for resource in RESOURCES.values():
        told = {column.name for column in tables[resource.name].columns}
        assert {column.name for column in resource.columns} | {"identifier", "citation"} <= told
        assert len(rows_of(resource.name)) == resource.rows().count() > 0, resource.name


def test_what_readers_may_not_see_is_nowhere(tmp_path: Path) -> None:
    scene = make_everything()
    hidden = make_meeting("Cuộc họp bị bác bỏ")
    reject(hidden)
    scene.article.text += "Câu không ai trích dẫn."
    scene.article.save()
    made = published(tmp_path)
    everything = b"".join(path.read_bytes() for path in (*made.glob("csv/*"), *made.glob("*.db"), *made.glob("*.md")))
    assert "Cuộc họp bị bác bỏ".encode() not in everything
    assert "Câu không ai trích dẫn".encode() not in everything
    assert "Phiên họp thường kỳ 0".encode() in everything


def test_a_key_to_what_readers_may_not_see_is_left_out() -> None:
    scene = make_everything()
    body = scene.meeting.body
    reject(scene.official)
    reject(body)
    (directive,) = rows_of("directives")
    (meeting,) = rows_of("meetings")
    assert (directive["assigner_id"], meeting["body_id"]) == (None, None)
    assert meeting["province_id"] == scene.meeting.province_id
    assert rows_of("appearances") == rows_of("roles") == rows_of("mentions") == rows_of("attestations") == []


def test_what_is_unknown_is_null_and_lists_are_lists() -> None:
    province = make_organization("Sở Nội vụ", abbreviations="SNV|NV", former_names="")
    (row,) = rows_of("organizations")
    assert (row["abbreviations"], row["former_names"], row["valid_from"]) == (["SNV", "NV"], None, None)
    assert row["identifier"].endswith(f"/id/organization/{province.pk}")


def test_rows_are_called_so_that_namesakes_differ() -> None:
    scene = make_everything()
    role = make_role(make_official("Lê Hồng Vinh"))
    assert role.pk
    assert {row["called"] for row in rows_of("organizations")} >= {"Sở Tài chính (Nghệ An)"}
    assert {"Lê Hồng Vinh (Nghệ An)", "Lê Hồng Vinh"} <= {row["called"] for row in rows_of("officials")}
    (directive,) = rows_of("directives")
    assert directive["called"].endswith(" …")
    assert len(directive["called"]) <= 82
    assert scene.directive.text.startswith(directive["called"].removesuffix(" …"))


def test_rows_are_read_in_few_queries_however_many(django_assert_max_num_queries: Any) -> None:
    make_everything()
    directive = Directive.objects.get()
    article = make_article()
    for number in range(20):
        Meeting.objects.create(title=f"Phiên {number}", sort_date=article.sort_date)
        directive.pk = None
        directive.save()
    Article.objects.filter(pk=article.pk).update(title="")
    with django_assert_max_num_queries(5):
        assert len(rows_of("directives")) == 21
