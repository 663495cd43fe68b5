"""What pages of every kind use."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.template import Context
from django.test import RequestFactory
from django.utils.translation import override

from people.models import Province
from people.templatetags.page import host, icon, number, province_name, this_page_in


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (1234, "1.234", "1,234"),
        (Decimal("26000.000000"), "26.000", "26,000"),
        (Decimal("47.073000"), "47,073", "47.073"),
        (Decimal("0.500000"), "0,5", "0.5"),
        (Decimal("-3.20"), "-3,2", "-3.2"),
        (Decimal("1E+3"), "1.000", "1,000"),
        ("nhiều", "nhiều", "nhiều"),
    ],
)
def test_number(value: Any, vietnamese: str, english: str) -> None:
    assert number(value) == vietnamese
    with override("en"):
        assert number(value) == english


def test_icon_is_drawn_for_the_eye_only() -> None:
    drawing = icon("search")
    assert drawing.startswith("<svg ")
    assert drawing.count("<svg") == 1
    assert 'aria-hidden="true"' in drawing
    assert "<circle" in drawing
    assert "style=" not in drawing


def test_an_icon_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_province_name() -> None:
    today = Province(name="Phú Thọ")
    assert province_name(None) == ""
    assert province_name(today) == "Phú Thọ"
    former = Province(name="Vĩnh Phúc", valid_to="2025-06-30", successor=today)
    assert province_name(former) == "Vĩnh Phúc (nay là Phú Thọ)"
    same = Province(name="Phú Thọ", valid_to="2025-06-30", successor=today)
    assert province_name(same) == "Phú Thọ"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.vn/news/1", "example.vn"),
        ("http://so.example.vn:81/", "so.example.vn"),
        ("tờ báo", "tờ báo"),
    ],
)
def test_host(address: str, shown: str) -> None:
    assert host(address) == shown


def test_this_page_in_another_language_keeps_its_query(rf: RequestFactory) -> None:
    context = Context({"request": rf.get("/cuoc-hop/?q=a%20b&kind=briefing")})
    assert this_page_in(context, "en") == "/en/meetings/?q=a%20b&kind=briefing"


def test_what_is_no_page_has_the_front_page_in_another_language(rf: RequestFactory) -> None:
    assert this_page_in(Context({"request": rf.get("/khong-co/?q=a")}), "en") == "/en/"
    assert this_page_in(Context(), "en") == "/en/"
