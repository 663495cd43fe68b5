"""Lists as JSON: names and codes for programs, and what the file says of itself."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from opendata.files.json_file import plain
from opendata.files.tables import TABLES
from tests.factories import make_target
from tests.meetings.views.pages import make_scene
from tests.opendata.files.exports import NAMES, file_of

pytestmark = pytest.mark.django_db


def test_the_file_says_what_it_is_and_how_many_rows_it_holds(client: Client) -> None:
    make_scene()
    told = json.loads(file_of(client, "directives", "json", "?province=nghe-an"))
    assert told["count"] == len(told["rows"]) == 1
    about = told["about"]
    assert about["title"] == "Nhiệm vụ"
    assert about["address"] == "http://testserver/nhiem-vu/?province=nghe-an"
    assert about["filters"] == "Tỉnh, thành: Nghệ An"
    assert "CC BY 4.0" in about["licence"]
    assert list(about["columns"]) == list(told["rows"][0])


def test_codes_numbers_and_days_are_for_programs(client: Client) -> None:
    scene = make_scene()
    make_target(scene.meeting, metric="tỷ lệ", value=Decimal("8.75"), value_high=Decimal(9), unit="%")
    rows = {row["metric"]: row for row in json.loads(file_of(client, "targets", "json"))["rows"]}
    assert (rows["tỷ lệ"]["value"], rows["tỷ lệ"]["value_high"], rows["tỷ lệ"]["of_total"]) == (8.75, 9, None)
    assert (rows["thu ngân sách"]["comparator"], rows["thu ngân sách"]["status"]) == (">", "planned")
    assert rows["thu ngân sách"]["meeting_date"] == "2024-11-14"
    (task,) = json.loads(file_of(client, "directives", "json"))["rows"]
    assert [(told["words"], told["part"]) for told in task["leading"] + task["coordinating"]] == [
        ("Sở Tài chính", "lead"),
        ("Sở Y tế", "coordinate"),
    ]
    assert task["leading"][0]["identifier"] == f"http://testserver/id/organization/{scene.finance.pk}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("26000.000000"), 26000),
        (Decimal("8.750000"), 8.75),
        (Decimal("-0.1"), -0.1),
        (Decimal("0E-9"), 0),
        (Decimal("123456789012345678.123456"), "123456789012345678.123456"),
        (datetime.date(2025, 3, 5), "2025-03-05"),
    ],
)
def test_numbers_keep_every_digit(value: Any, written: Any) -> None:
    assert (plain(value), type(plain(value))) == (written, type(written))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_list_is_a_whole_file_and_names_do_not_depend_on_the_language(client: Client, name: str) -> None:
    vietnamese, english = (json.loads(file_of(client, name, "json", "", language)) for language in ("vi", "en"))
    assert (vietnamese["rows"], vietnamese["count"]) == ([], 0)
    assert list(vietnamese["about"]["columns"]) == list(english["about"]["columns"])
    assert vietnamese["about"]["title"] != english["about"]["title"]
    assert name in TABLES
