"""The SQLite file as Datasette opens it: the same counts, words without accents, facets in words, labels of keys."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from opendata.releases.contents import contents
from tests.factories import make_decision, make_directive
from tests.opendata.releases.scene import make_everything, published

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Path:
    with django_db_blocker.unblock(), transaction.atomic():
        scene = make_everything()
        make_directive(scene.meeting, "Đề nghị Sở Xây dựng đẩy nhanh tiến độ.", strength="request")
        make_decision(scene.meeting, "Thống nhất chủ trương “50%” đầu tư", outcome="thống nhất")
        release = published(tmp_path_factory.mktemp("release"))
        transaction.set_rollback(True)
    return release


@pytest.fixture
def ask(made: Path) -> Any:
    """Asks Datasette for addresses of the release; gives the JSON, or the page, of each."""
    from datasette.app import Datasette

    def asked(*addresses: str, language: str = "") -> list[Any]:
        settings = json.loads((made / f"metadata{language}.json").read_text(encoding="utf-8"))

        async def go() -> list[Any]:
            opened = Datasette([str(made / "viectinh.db")], metadata=settings)
            return [await opened.client.get(address) for address in addresses]

        with ThreadPoolExecutor(1) as elsewhere:  # where no loop of a browser's runs
            answers = elsewhere.submit(lambda: asyncio.run(go())).result()
        assert [answer.status_code for answer in answers] == [200] * len(addresses)
        return [
            answer.json() if ".json" in address else answer.text
            for address, answer in zip(addresses, answers, strict=True)
        ]

    return asked


def test_each_table_has_as_many_rows_as_were_read(ask: Any, made: Path) -> None:
    package = json.loads((made / "datapackage.json").read_bytes())
    counts = {table["name"]: table["rows"] for table in package["resources"] if table["format"] == "csv"}
    (database,) = ask("/viectinh.json")
    told = {table["name"]: table["count"] for table in database["tables"] if not table["hidden"]}
    assert told == counts
    assert database["views"] == []


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("officials", "dang dinh", ["Đặng Đình Đức"]),
        ("officials", "Đặng Đình", ["Đặng Đình Đức"]),
        ("officials", "ĐẶNG đình duc", ["Đặng Đình Đức"]),
        ("officials", "dang dinh vinh", []),
        ("directives", "day nhanh tien do", ["Đề nghị Sở Xây dựng đẩy nhanh tiến độ."]),
        ("directives", "đẩy nhanh", ["Đề nghị Sở Xây dựng đẩy nhanh tiến độ."]),
        ("documents", "57 NQ", ["57-NQ/TW"]),
    ],
)
def test_words_are_found_with_and_without_accents(ask: Any, table: str, words: str, found: list[str]) -> None:
    (answer,) = ask(f"/viectinh/{table}.json?_shape=objects&_search={words.replace(' ', '+')}")
    column = {"officials": "name", "directives": "text", "documents": "number"}[table]
    assert [row[column] for row in answer["rows"]] == found


def test_facets_and_keys_are_shown_in_words(ask: Any) -> None:
    (answer,) = ask("/viectinh/directives.json?_labels=on")
    facets = answer["facet_results"]["results"] if "results" in answer["facet_results"] else answer["facet_results"]
    strengths = {value["label"]: value["count"] for value in facets["strength"]["results"]}
    assert strengths == {"Yêu cầu": 1, "Đề nghị": 1}
    assert {value["label"] for value in facets["assigner_id"]["results"]} == {"Lê Hồng Vinh (Nghệ An)"}
    (english,) = ask("/viectinh/directives.json?_labels=on", language=".en")
    facets = english["facet_results"]["results"] if "results" in english["facet_results"] else english["facet_results"]
    assert {value["label"] for value in facets["strength"]["results"]} == {"Order", "Request"}


def test_every_table_opens_as_a_page_with_title_and_licence(ask: Any) -> None:
    tables = contents()
    pages = ask("/", "/viectinh", *(f"/viectinh/{table.name}" for table in tables))
    for table, page in zip(tables, pages[2:], strict=True):
        assert f"{table.label} ({table.name})" in page.replace("&#39;", "'")
        assert "creativecommons.org/licenses/by/4.0" in page
