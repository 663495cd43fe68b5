"""Lists as CSV: what Excel and every other program opens rightly."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.test import Client

from opendata.files.csv_file import cell
from tests.factories import make_directive, make_target
from tests.meetings.views.pages import make_scene
from tests.opendata.files.exports import file_of, records

pytestmark = pytest.mark.django_db


def test_the_file_has_the_mark_of_utf8_and_lines_as_the_rfc_has_them(client: Client) -> None:
    make_scene()
    data = file_of(client, "directives")
    assert data.startswith(b"\xef\xbb\xbfM\xc3\xa3 ")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 2


def test_words_that_look_like_formulas_are_harmless_and_numbers_stay_numbers(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, '=HYPERLINK("http://x";"y"),\n"z"', order=1)
    make_target(scene.meeting, metric="@chỉ tiêu", value=Decimal("-1234.50"), unit="%")
    tasks = records(file_of(client, "directives"))
    assert tasks[1]["Nội dung nhiệm vụ"] == '\'=HYPERLINK("http://x";"y"),\n"z"'
    figure = next(row for row in records(file_of(client, "targets")) if row["Đơn vị tính"] == "%")
    assert figure["Tên chỉ tiêu theo bài"] == "'@chỉ tiêu"
    assert figure["Giá trị"] == "-1234.5"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (0, 0),
        (Decimal("1234.500000"), "1234.5"),
        (Decimal("26000.000000"), "26000"),
        (Decimal("-0.250000"), "-0.25"),
        (Decimal("0E-9"), "0"),
        (datetime.date(2025, 3, 5), "2025-03-05"),
        ("-5", "'-5"),
        (["-a", "b"], "'-a; b"),
    ],
)
def test_a_cell(value: object, written: object) -> None:
    assert cell(value) == written
