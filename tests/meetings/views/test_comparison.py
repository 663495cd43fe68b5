"""The comparison of targets as readers see it."""

from __future__ import annotations

import datetime
import string
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_article, make_meeting, make_province, make_target
from tests.meetings.views.pages import markup, queries, words

pytestmark = pytest.mark.django_db
PLACES = ("Sơn La", "Nghệ An", "Huế")


def address(**query: str) -> str:
    return f"{reverse('meetings:target_comparison')}?{urlencode(query)}"


def tell(count: int = 1) -> None:
    """Promises and results of `count` years in three provinces."""
    for name in PLACES:
        for year in range(2025 - count, 2025):
            article = make_article()
            meeting = make_meeting(
                f"Tổng kết {name} {year}", province=make_province(name), date=datetime.date(year + 1, 1, 9),
                articles=[article],
            )  # fmt: skip
            make_target(meeting, period=str(year), comparator=">", article=article)
            make_target(meeting, value="24700", period=str(year), status="achieved", article=article)
            make_target(meeting, value="14.6", unit="%", period=str(year), article=article)


def test_without_an_indicator_those_that_there_are_can_be_chosen(client: Client) -> None:
    tell()
    page = markup(client, address())
    assert 'href="?indicator=thu%20ng%C3%A2n%20s%C3%A1ch"' in page
    assert "9" in page.partition('data-label="Số liệu">')[2][:2]


def test_promised_beside_reached(client: Client) -> None:
    tell()
    page = words(client, address(indicator="thu ngân sách"))
    for said in (*PLACES, "2024", "trên 26.000", "24.700", "Bằng 95% mục tiêu", "6 số liệu đã đọc được"):
        assert said in page


def test_other_units_stand_on_a_page_of_their_own(client: Client) -> None:
    tell()
    in_money, in_percent = (words(client, address(indicator="thu ngân sách", unit=unit)) for unit in ("tỷ đồng", "%"))
    assert "14,6" not in in_money
    assert "14,6" in in_percent
    assert "26.000" not in in_percent
    assert "không đặt cạnh" in in_money


def test_every_figure_leads_to_its_words(client: Client) -> None:
    target = make_target(make_meeting(province=make_province()), period="2025")
    assert f'href="{target.get_absolute_url()}"' in markup(client, address(indicator="thu ngân sách"))


def test_years_and_provinces_can_be_chosen(client: Client) -> None:
    tell(8)
    everything = words(client, address(indicator="thu ngân sách"))
    assert "còn 3 năm trước đó (18 số liệu)" in everything
    page = markup(client, address(indicator="thu ngân sách", year="2017", province="hue"))
    assert page.count('<th scope="row">') == 1
    assert '<th scope="col">2017</th></tr>' in page


def test_the_name_typed_in_full_leads_straight_to_it(client: Client) -> None:
    tell()
    answer = client.get(address(q="thu ngân sách"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "?indicator=thu+ng%C3%A2n+s%C3%A1ch")
    assert "thu ngân sách" in words(client, address(q="ngan sach"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"q": "khongcotunay"}, "Không có chỉ tiêu nào chứa “khongcotunay”."),
        ({"indicator": "không có chỉ tiêu này"}, "Không có mục nào khớp tất cả điều kiện."),
        ({"indicator": "thu ngân sách", "unit": "tấn"}, "Chỉ tiêu này không có số liệu nào tính bằng “tấn”"),
        ({"indicator": "thu ngân sách", "year": "x"}, "“x” không hợp lệ"),
        ({"indicator": "thu ngân sách", "page": "99"}, "Không có trang số đó"),
        ({"indicator": "(%)"}, "Những chỉ tiêu có nhiều số liệu nhất"),
        ({"indicator": "thu ngân sách", "province": "hue", "year": "1999"}, "Không có mục nào khớp tất cả điều kiện."),
    ],
)
def test_what_leads_nowhere_says_so(client: Client, query: dict[str, str], said: str) -> None:
    tell()
    make_target(metric="(%)", unit="%")
    assert said in words(client, address(**query))


def test_where_no_indicator_has_all_the_words_one_less_is_offered_with_what_it_finds(client: Client) -> None:
    tell()
    page = markup(client, address(q="thu ngân khongco"))
    assert 'href="?q=thu%20ng%C3%A2n"' in page
    assert "thu ngân 9 kết quả" in words(client, address(q="thu ngân khongco"))
    assert "Bớt một từ" not in words(client, address(q="khongco"))


NAMES = ["q", "indicator", "unit", "year", "province", "era", "order", "page", "all", "x"]
VALUES = ["", "thu ngân sách", "%", "63", "none", "son-la", "\0", "9" * 5000, "-1", '"><script>', "a" * 10_000]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(string.printable, max_size=9))))
def test_no_address_breaks_it(client: Client, query: list[tuple[str, str]]) -> None:
    make_target(make_meeting(province=make_province("Sơn La")), period="2025")
    answer = client.get(f"{address()}&{urlencode(query, errors='surrogatepass')}")
    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("query", [{}, {"q": "thu"}, {"indicator": "thu ngân sách"}])
def test_queries_do_not_grow_with_figures(client: Client, query: dict[str, str]) -> None:
    tell()
    few = queries(client, address(**query))
    tell(6)
    assert queries(client, address(**query)) <= few
    assert few <= 12


def test_in_english(client: Client) -> None:
    tell()
    with translation.override("en"):
        assert reverse("meetings:target_comparison") == "/en/compare/targets/"
        page = words(client, address(indicator="thu ngân sách"))
    assert "more than 26,000" in page
    assert "95% of the promise" in page
