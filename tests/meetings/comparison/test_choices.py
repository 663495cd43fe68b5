"""Indicators to choose from."""

from __future__ import annotations

import pytest

from meetings.comparison import choices
from meetings.comparison.choices import Indicator, indicators
from meetings.figures import comparable
from people.search import search
from tests.factories import make_article, make_meeting, make_province, make_target

pytestmark = pytest.mark.django_db


def test_those_of_most_figures_come_first_with_what_they_cover() -> None:
    here, there = (make_meeting(province=make_province(name)) for name in ("Sơn La", "Nghệ An"))
    make_target(here, "trồng rừng", period="2025")
    make_target(here, period="2019")
    make_target(there, period="2026/2030")
    make_target(there)
    found, more = indicators(comparable())
    assert found == [Indicator("thu ngân sách", 3, 2, 2019, 2026), Indicator("trồng rừng", 1, 1, 2025, 2025)]
    assert not more


def test_figures_without_a_name_retold_or_rejected_are_no_indicator() -> None:
    first = make_target(metric="GRDP")
    make_target(metric="GRDP", same_as=first)
    make_target(metric="(%)", unit="%")
    make_target(metric="rác thải", state="rejected")
    make_target(make_meeting(state="rejected"), "nước sạch")
    assert [(found.name, found.figures) for found in indicators(comparable())[0]] == [("GRDP", 1)]


def test_those_named_by_the_words_searched_come_first() -> None:
    quote = "thu ngân sách nhờ xuất khẩu"
    article = make_article(quote)
    for _ in range(3):
        make_target(metric="kim ngạch xuất khẩu", article=article, quote=quote)
    make_target(metric="thu ngân sách (tăng)")
    make_target(metric="trồng rừng")
    found, _ = indicators(search(comparable(), "ngan sach"), "ngan sach")
    assert [indicator.name for indicator in found] == ["thu ngân sách (tăng)", "kim ngạch xuất khẩu"]


def test_only_so_many_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "MOST", 2)
    for name in "abc":
        make_target(metric=name)
    found, more = indicators(comparable())
    assert ([indicator.name for indicator in found], more) == (["a", "b"], True)
