"""Provinces down, years across."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from meetings.comparison.grid import MOST_BANDS, Figures
from meetings.comparison.territories import Territories
from meetings.figures import comparable
from meetings.measures import measures
from meetings.models import Meeting
from people.facets.provinces import TODAY
from tests.factories import make_article, make_meeting, make_province, make_target
from tests.meetings.views.pages import words

pytestmark = pytest.mark.django_db


def held(name: str | None = "Sơn La", year: int = 2025) -> Meeting:
    province = make_province(name) if name else None
    return make_meeting(f"Phiên họp {name} {year}", province=province, date=datetime.date(year, 1, 10))


def figures() -> Figures:
    (measure,) = measures([("tỷ đồng", 1)])
    return Figures(comparable(), Territories(TODAY), "thu ngân sách", measure)


def table(of: Figures) -> dict[str, dict[str, list[str]]]:
    """By land and band what its cell says."""
    rows = of.grid(of.lands())
    return {row.land.name: {cell.band: [e.said for e in cell.entries] for cell in row.cells} for row in rows}


def test_each_figure_stands_where_it_belongs() -> None:
    make_target(held(), period="2025")
    make_target(held(), value="9000", status="achieved")
    make_target(held("Nghệ An"), value="7000", period="2026/2030")
    make_target(held(None), value="5000", period="2025-Q1")
    assert table(figures()) == {
        "Nghệ An": {"2025": [], "2026/2030": ["7.000"], "": []},
        "Sơn La": {"2025": ["26.000"], "2026/2030": [], "": ["9.000"]},
        "Chưa rõ tỉnh": {"2025": ["5.000"], "2026/2030": [], "": []},
    }


def test_promises_come_first_then_what_is_expected_then_results() -> None:
    for status, value in (("achieved", 3), ("planned", 1), ("projected", 2)):
        make_target(held(), value=value, status=status, period="2025")
    assert table(figures())["Sơn La"]["2025"] == ["1", "2", "3"]


def test_of_many_figures_the_newest_are_shown_and_the_others_counted(client: Client) -> None:
    for year in range(2020, 2026):
        make_target(held(year=year), value=year, period="2025")
    found = figures()
    ((cell,),) = (row.cells for row in found.grid(found.lands()))
    assert [entry.said for entry in cell.entries] == ["2.025", "2.024"]
    assert (cell.more, cell.standing) == (4, None)
    assert "6 chỉ tiêu" in words(client, cell.url)


def test_only_the_latest_years_have_columns() -> None:
    for year in range(2015, 2026):
        make_target(held(), value=year, period=str(year))
    make_target(held())
    found = figures()
    assert found.shown_bands == [*map(str, range(2026 - MOST_BANDS, 2026)), ""]
    assert (len(found.bands_left_out), found.left_out, found.total) == (11 - MOST_BANDS, 11 - MOST_BANDS, 12)


def test_what_is_printed_in_another_unit_says_so() -> None:
    make_target(held(), period="2025")
    make_target(held(), value="26.5", unit="nghìn tỷ đồng", period="2024")
    assert table(figures())["Sơn La"] == {"2024": ["26,5\xa0nghìn tỷ đồng"], "2025": ["26.000"]}


def test_what_articles_on_one_meeting_give_differently_is_marked(client: Client) -> None:
    meeting = held()
    for value in (26100, 26400):
        make_target(meeting, value=value, period="2025", status="achieved", article=make_article(f"{value}"))
    make_target(meeting, value=25000, period="2025", article=make_article())
    found = figures()
    ((cell,),) = (row.cells for row in found.grid(found.lands()))
    assert [(entry.said, entry.differs) for entry in cell.entries] == [
        ("25.000", False),
        ("26.100", True),
        ("26.400", True),
    ]
    assert cell.standing is None
    page = words(client, "/so-sanh/chi-tieu/?indicator=thu+ngân+sách")
    assert page.count("≠ các báo nêu khác nhau") == 2


def test_a_former_part_is_not_compared_with_the_whole() -> None:
    heir, part = make_province("Đắk Lắk"), make_province("Phú Yên", former=True)
    make_target(make_meeting(province=part), period="2025", value=100)
    now = make_meeting(province=heir, date=datetime.date(2026, 1, 10))
    make_target(now, period="2025", value=300, status="achieved")
    found = figures()
    rows = found.grid(found.lands())
    assert [(row.land.value, row.cells[0].standing) for row in rows] == [("dak-lak-moi", None), ("phu-yen", None)]


def test_one_land_is_one_whenever_it_is_told_of() -> None:
    make_target(make_meeting(province=make_province("Sơn La", former=True)), period="2025", value=100)
    make_target(held(year=2026), period="2025", value=90, status="achieved")
    found = figures()
    ((cell,),) = (row.cells for row in found.grid(found.lands()))
    assert cell.standing is not None
    assert cell.standing.words == "bằng 90% mục tiêu"
