"""The front page says what there is, no more."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Directive
from tests.factories import make_directive, make_meeting, make_province
from tests.meetings.views.pages import make_scene, markup, queries, words

pytestmark = pytest.mark.django_db


def test_an_empty_site_says_so(client: Client) -> None:
    page = words(client, "/")
    assert "Chưa nạp cuộc họp nào." in page
    assert "0 cuộc họp" in page


def test_search_comes_first(client: Client) -> None:
    page = markup(client, "/")
    main = page.partition("<main")[2]
    assert main.index(f'action="{reverse("meetings:search")}"') < main.index("<h2")
    assert page.count('type="search"') == 1


def test_counts_are_of_what_can_be_seen(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Đọc nhầm.", state="rejected")
    make_directive(make_meeting(state="rejected"), "Của cuộc họp đã loại.")
    make_directive(scene.meeting, "Thuật lại.", same_as=scene.directive)
    page = words(client, "/")
    for said in ("1 cuộc họp", "1 nhiệm vụ", "1 chỉ tiêu", "1 cán bộ", "1 văn bản được dẫn", "1 bài đã đọc"):
        assert said in page


def test_how_many_records_a_person_has_checked(client: Client) -> None:
    make_scene()
    Directive.objects.update(state="confirmed")
    assert "Có 6 mục được đọc tự động theo quy tắc; biên tập viên đã xác nhận 1 mục." in words(client, "/")


def test_deadlines_to_come_are_in_their_order_and_past_ones_are_not_among_them(client: Client) -> None:
    today = timezone.localdate()
    for days in (9, 2, 30, -1):
        make_directive(text=f"Việc của {days} ngày.", deadline_to=today + datetime.timedelta(days=days))
    page = words(client, "/").partition("Thời hạn sắp tới")[2]
    assert page.index("Việc của 2 ngày") < page.index("Việc của 9 ngày") < page.index("Việc của 30 ngày")
    assert "Việc của -1 ngày" not in page


def test_without_deadlines_to_come_it_says_so_and_shows_the_last(client: Client) -> None:
    make_directive(text="Việc đã qua.", deadline_to=datetime.date(2024, 12, 15))
    page = words(client, "/")
    assert "không có mốc thời gian nào sau ngày" in page
    assert "Việc đã qua." in page
    assert "quá hạn" not in page


def test_a_former_province_counts_for_the_one_it_became_part_of(client: Client) -> None:
    today = make_province("Phú Thọ")
    former = make_province("Vĩnh Phúc", former=True)
    former.successor = today
    former.save()
    make_meeting("A", province=former)
    make_meeting("B", province=today)
    page = markup(client, "/").partition("places-table")[2]
    assert re.findall(
        r'<a href="(/tinh-thanh/phu-tho/)">Phú Thọ</a></th><td class="numeric"><a href="([^"]+)"', page
    ) == [("/tinh-thanh/phu-tho/", "/cuoc-hop/?province=phu-tho")]
    assert "Phú Thọ 2 cuộc họp" in words(client, "/")
    assert "Vĩnh Phúc" not in page


def test_the_map_of_before_tells_the_former_parts_apart(client: Client) -> None:
    former = make_province("Vĩnh Phúc", former=True)
    former.successor = make_province("Phú Thọ")
    former.save()
    make_meeting("A", province=former)
    make_meeting("B", province=former.successor)
    make_province("Phú Thọ", former=True)
    page = words(client, "/?era=63")
    assert "Vĩnh Phúc 1 cuộc họp" in page
    assert 'href="/#map"' in markup(client, "/?era=63")


def test_a_map_that_does_not_exist_is_left_out_with_a_word(client: Client) -> None:
    assert "Giá trị “x” không hợp lệ" in words(client, "/?era=x")


def test_how_current_it_is(client: Client) -> None:
    make_scene()
    page = words(client, "/")
    assert "Cuộc họp gần nhất 14/11/2024" in page
    assert f"Nạp bài gần nhất {timezone.localdate():%d/%m/%Y} ; 1 bài trong bảy ngày qua" in page


def test_the_map_credits_who_drew_it(client: Client) -> None:
    page = words(client, "/")
    assert "@svg-maps/vietnam của Stephen Truong, CC BY 4.0 , đã giản lược." in page
    assert "Hoàng Sa" in page
    assert "Trường Sa" in page


def test_queries_do_not_grow(client: Client) -> None:
    make_scene()
    few = queries(client, "/")
    for number in range(1, 8):
        make_scene(number)
    assert queries(client, "/") <= few
    assert few <= 26
