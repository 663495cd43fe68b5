"""Lists as XLSX: typed cells, a heading that stays, a sheet on the file itself, and more sheets where rows overflow."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.listings import LISTINGS
from opendata.files import export as export_module
from opendata.files import xlsx_file
from opendata.files.edition import Edition
from opendata.files.export import Export
from opendata.files.tables import TABLES
from tests.factories import make_article, make_directive, make_official, make_target
from tests.meetings.views.pages import make_scene
from tests.opendata.files.exports import NAMES, file_of

pytestmark = pytest.mark.django_db
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="(\w+)")?>(.*?)</c>', re.DOTALL)


def sheets(data: bytes) -> dict[str, str]:
    """The XML of each sheet by its name."""
    book = zipfile.ZipFile(io.BytesIO(data))
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    return {
        unescape(name): book.read(f"xl/worksheets/sheet{number}.xml").decode() for number, name in enumerate(names, 1)
    }


def cells(sheet: str) -> Iterator[tuple[int, str, str, str]]:
    """(row, column, type, value) of each cell; numbers and days have the type ""."""
    for column, row, kind, inside in _CELL.findall(sheet):
        yield int(row), column, kind, unescape(re.sub(r"<[^>]+>", "", inside))


def by_heading(sheet: str) -> list[dict[str, tuple[str, str]]]:
    """The rows: type and value by heading."""
    found = list(cells(sheet))
    heads = {column: value for row, column, _, value in found if row == 1}
    rows: dict[int, dict[str, tuple[str, str]]] = {}
    for row, column, kind, value in found:
        if row > 1:
            rows.setdefault(row, {})[heads[column]] = (kind, value)
    return list(rows.values())


def test_numbers_and_days_are_typed_and_words_are_never_formulas(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "=1+1", order=1)
    make_target(scene.meeting, metric="tỷ lệ", value=Decimal("-8.75"), unit="%")
    tasks = sheets(file_of(client, "directives", "xlsx"))["Nhiệm vụ"]
    first, second = by_heading(tasks)
    assert first["Thời hạn, ngày muộn nhất"] == ("", "45641")  # 15/12/2024 as spreadsheets count days
    assert first["Mã số"] == ("", str(scene.directive.pk))
    assert second["Nội dung nhiệm vụ"] == ("inlineStr", "=1+1")
    assert "Thời hạn, ngày muộn nhất" not in second
    assert "<f>" not in tasks
    figures = {
        row["Tên chỉ tiêu theo bài"][1]: row["Giá trị"]
        for row in by_heading(sheets(file_of(client, "targets", "xlsx"))["Chỉ tiêu"])
    }
    assert figures["tỷ lệ"] == ("", "-8.75")


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        (0, True),
        (Decimal("26000.000000"), True),
        (Decimal("123456789012345"), True),
        (Decimal("1234567890123456"), False),
        (Decimal("0.1234567890123456"), False),
    ],
)
def test_a_number_whose_digits_a_cell_would_lose_is_none(number: int | Decimal, fits: bool) -> None:
    assert xlsx_file.fits(number) is fits


def test_the_heading_stays_in_view_and_the_second_sheet_tells_of_the_file(client: Client) -> None:
    make_scene()
    book = sheets(file_of(client, "directives", "xlsx", "?province=nghe-an&q=phuong+an"))
    assert list(book) == ["Nhiệm vụ", "Về tệp này"]
    assert 'topLeftCell="A2"' in book["Nhiệm vụ"]
    assert "<autoFilter" in book["Nhiệm vụ"]
    told = [value for _, _, _, value in cells(book["Về tệp này"])]
    assert {"Tỉnh, thành: Nghệ An; Từ khóa: phuong an", "Từ khóa: phuong an; Tỉnh, thành: Nghệ An"} & set(told)
    assert any("CC BY 4.0" in value for value in told)


@pytest.mark.parametrize(("rows", "expected"), [(2, [2]), (3, [2, 1]), (5, [2, 2, 1])])
def test_rows_that_a_sheet_cannot_hold_go_on_to_the_next(rows: int, expected: list[int]) -> None:
    for number in range(rows):
        make_official(f"Nguyễn Văn {number}")
    listing = LISTINGS["officials"]
    filters = listing.filters(QueryDict(), queryset=listing.rows())
    export = Export(
        TABLES["officials"], filters, Edition("https://viectinh.example"), "vi", "https://viectinh.example/"
    )
    book = sheets(b"".join(xlsx_file.stream(export, rows_on_a_sheet=2)))
    filled = {name: len(by_heading(sheet)) for name, sheet in book.items() if name != "Về tệp này"}
    assert list(filled.values()) == expected
    assert list(filled)[1:2] == ["Cán bộ (2)"][: len(expected) - 1]


def test_words_that_no_cell_can_hold_are_cut(client: Client) -> None:
    make_article("Họp.", title="Họp", publisher="Báo " + "x" * 100, detection_quote="y" * 40_000)
    (row,) = by_heading(sheets(file_of(client, "articles", "xlsx"))["Bài viết"])
    assert row["Căn cứ vào các chữ"][1] == "y" * 32_766 + "…"


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_a_workbook(client: Client, name: str) -> None:
    make_scene()
    for language in ("vi", "en"):
        rows, about = sheets(file_of(client, name, "xlsx", language=language)).values()
        assert by_heading(rows)
        assert len(list(cells(about))) > 10


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", ""),
        (0, '<c r="B2"><v>0</v></c>'),
        (Decimal("-8.750000"), '<c r="B2"><v>-8.75</v></c>'),
        (Decimal("123456789012345678"), ">123456789012345678</t>"),
        (datetime.date(2025, 3, 5), '<c r="B2" s="3"><v>45721</v></c>'),
        (datetime.date(1899, 12, 31), ">1899-12-31</t>"),
        ("=1 & <2>", ">=1 &amp; &lt;2&gt;</t>"),
        (" a\nb\t ", '<t xml:space="preserve"> a\nb\t </t>'),
        ("a\x00b\rc\uffff", ">a_x0000_b_x000D_c_xFFFF_</t>"),
        ("_x0041_", ">_x005F_x0041_</t>"),
        ("_x_", ">_x_</t>"),
    ],
)
def test_a_cell(value: object, written: str) -> None:
    made = xlsx_file.cell("B2", value, "3")
    assert made == written or (written.startswith((">", "<t")) and written in made)


def test_rows_are_sent_before_the_last_ones_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_module, "AT_ONCE", 2)
    for number in range(9):
        make_official(f"Nguyễn Văn {number}")
    listing = LISTINGS["officials"]
    filters = listing.filters(QueryDict(), queryset=listing.rows())
    pieces = xlsx_file.stream(Export(TABLES["officials"], filters, Edition("https://a"), "vi", "https://a/"))
    with CaptureQueriesContext(connection) as first:
        next(pieces)
    with CaptureQueriesContext(connection) as rest:
        for _ in pieces:
            pass
    assert len(rest) > 2 * len(first)


def test_nothing_is_lost_where_nobody_waits_for_the_end() -> None:
    make_official("Nguyễn Văn A")
    listing = LISTINGS["officials"]
    filters = listing.filters(QueryDict(), queryset=listing.rows())
    pieces = xlsx_file.stream(Export(TABLES["officials"], filters, Edition("https://a"), "vi", "https://a/"))
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
