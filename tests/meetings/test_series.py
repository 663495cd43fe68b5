"""A figure among those of its indicator over the years."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client

from meetings.models import Meeting, Target
from meetings.series import told_beside
from tests.factories import make_article, make_meeting, make_province, make_target
from tests.meetings.views.pages import markup, queries, words

pytestmark = pytest.mark.django_db


def held(year: int = 2024, name: str = "Sơn La", **values: Any) -> Meeting:
    province = make_province(name, former=values.pop("former", False))
    return make_meeting(f"Phiên họp {year}", province=province, date=datetime.date(year, 12, 4), **values)


def drawn(target: Target) -> list[tuple[str, str, str, str, str]]:
    told = told_beside(target)
    assert told is not None
    assert told.picture is not None
    points = [mark.point for mark in told.picture.marks]
    return [(p.band, p.label.replace("\u202f", " "), p.kind, p.bound, p.under) for p in points]


def test_promised_expected_and_reached_over_the_years() -> None:
    target = make_target(held(), period="2025", comparator=">")
    make_target(held(2025), value="5420", status="projected", period="2025", comparator="~")
    make_target(held(2025), value="5", value_high="6", unit="nghìn tỷ đồng", status="achieved", period="2024-Q1")
    make_target(held(2025), value="7000", period="2026/2030", comparator="<=")
    make_target(held(2023), value="4000", status="achieved")
    make_target(held(2023), value="1000", status="achieved", period="2024-06")
    assert drawn(target) == [
        ("2024", "1.000", "dot", "", "Tháng 6"),
        ("2024", "5.000–6.000", "dot", "", "Quý I"),
        ("2025", "> 26.000", "diamond", "up", ""),
        ("2025", "≈ 5.420", "triangle", "about", ""),
        ("2026–2030", "≤ 7.000", "diamond", "down", ""),
        ("Không nêu năm", "4.000", "dot", "", "12/2023"),
    ]


def test_a_part_is_shown_with_its_total() -> None:
    target = make_target(held(), "xã đạt chuẩn", "327", "xã", of_total="411", period="2024")
    make_target(held(2023), "xã đạt chuẩn", "300", "xã", period="2023")
    assert drawn(target)[1][1] == "327/411"
    told = told_beside(target)
    assert told is not None
    assert told.bounds == {"total"}


def test_other_units_and_other_lands_stand_in_the_table_alone() -> None:
    target = make_target(held(name="Đắk Lắk"), period="2025")
    make_target(held(2025, "Đắk Lắk"), value="14", unit="%", period="2025")
    make_target(held(2023, "Phú Yên", former=True), period="2023")
    make_target(held(2023, "Lào Cai"), period="2023")
    told = told_beside(target)
    assert told is not None
    assert (told.picture, told.apart) == (None, 2)
    assert [(row.unit, land) for row, land in told.rows] == [
        ("tỷ đồng", "nay thuộc Đắk Lắk"),
        ("tỷ đồng", ""),
        ("%", ""),
    ]


def test_figures_that_articles_on_one_meeting_give_differently_are_both_shown(client: Client) -> None:
    one, other = make_article("327 xã.", publisher="Báo Một"), make_article("330 xã.", publisher="Báo Hai")
    meeting = held(articles=[one, other])
    target = make_target(meeting, "xã đạt chuẩn", "327", "xã", period="2024", status="achieved", article=one)
    make_target(meeting, "xã đạt chuẩn", "330", "xã", period="2024", status="achieved", article=other)
    page = words(client, target.get_absolute_url())
    assert page.count("≠ các báo nêu khác nhau") == 3  # in the key and beside both
    assert "Báo Một" in page
    assert "Báo Hai" in page


def test_every_telling_is_a_source_one_click_away(client: Client) -> None:
    one, other = (
        make_article("Thu 26.000 tỷ.", publisher="Báo Một"),
        make_article("Thu 26.000 tỷ.", publisher="Báo Hai"),
    )
    meeting = held(articles=[one, other])
    target = make_target(meeting, period="2025", article=one)
    again = make_target(meeting, period="2025", article=other, same_as=target)
    make_target(held(2023), value="5")
    page = markup(client, target.get_absolute_url())
    for record in (target, again):
        assert f'<li><a href="{meeting.get_absolute_url()}#w-target-{record.pk}">Báo' in page
    assert "Báo Hai" in page
    assert 'aria-current="true"' in markup(client, again.get_absolute_url())


@pytest.mark.parametrize("period", ["nhiệm kỳ", "2025-99", "x", "2025/"])
def test_an_odd_period_breaks_no_page(client: Client, period: str) -> None:
    target = make_target(held(), period="2025")
    odd = make_target(held(), value="7")
    Target.objects.filter(pk=odd.pk).update(period=period)
    assert "7\xa0tỷ đồng" in words(client, target.get_absolute_url()).replace("7 tỷ", "7\xa0tỷ")


def test_a_figure_alone_is_no_series(client: Client) -> None:
    target = make_target(held())
    assert told_beside(target) is None
    assert "qua các năm" not in words(client, target.get_absolute_url())


def test_queries_do_not_grow(client: Client) -> None:
    article = make_article()
    target = make_target(held(articles=[article]), period="2025", article=article)
    make_target(held(2023), value="5")
    few = queries(client, target.get_absolute_url())
    for year in range(2000, 2023):
        told = make_article()
        row = make_target(held(year, articles=[told]), value=year, period=str(year), article=told)
        make_target(row.meeting, value=year, period=str(year), same_as=row, article=told)
    assert queries(client, target.get_absolute_url()) <= few
    assert few <= 15
