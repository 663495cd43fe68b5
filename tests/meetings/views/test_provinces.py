"""The provinces in a table, and the page of one."""

from __future__ import annotations

import datetime
import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import (
    make_appearance,
    make_directive,
    make_meeting,
    make_official,
    make_province,
    make_target,
)
from tests.meetings.views.pages import DAY, make_scene, markup, queries, words

pytestmark = pytest.mark.django_db


def joined() -> None:
    former = make_province("Vĩnh Phúc", former=True)
    former.successor = make_province("Phú Thọ")
    former.save()
    make_meeting("Buổi làm việc ở Vĩnh Phúc", province=former)


def test_the_table_counts_meetings_tasks_and_figures(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Thuật lại.", same_as=scene.directive)
    make_target(make_meeting(state="rejected", province=scene.meeting.province))
    assert "Nghệ An 1 1 1 " in words(client, "/tinh-thanh/")


def test_the_table_leads_to_lists_on_the_same_map(client: Client) -> None:
    joined()
    assert 'href="/cuoc-hop/?province=vinh-phuc&amp;era=63"' in markup(client, "/tinh-thanh/?era=63")
    assert "Vĩnh Phúc" not in words(client, "/tinh-thanh/").partition("<table")[2]


def test_what_makes_no_sense_is_left_out_with_a_word(client: Client) -> None:
    assert "Giá trị “x” không hợp lệ" in words(client, "/tinh-thanh/?era=x")
    assert "không có bộ lọc tên “abc”" in words(client, "/tinh-thanh/?abc=1")


def test_a_page_tells_what_is_known_of_a_province(client: Client) -> None:
    scene = make_scene()
    scene.official.roles.update(last_attested=DAY)
    page = words(client, "/tinh-thanh/nghe-an/")
    for said in ("1 cuộc họp", "1 nhiệm vụ", "1 chỉ tiêu", "1 cán bộ", "3 cơ quan", "Lê Hồng Vinh", "thu ngân sách"):
        assert said in page
    assert scene.meeting.get_absolute_url() in markup(client, "/tinh-thanh/nghe-an/")
    assert "Năm 2024: 1 cuộc họp biết rõ ngày" in page
    assert 'id="calendar-2024-title"' in markup(client, "/tinh-thanh/nghe-an/")
    assert "Sở Tài chính 1 nhiệm vụ" in page


def test_deadlines_to_come_stand_before_those_whose_day_is_past(client: Client) -> None:
    meeting = make_meeting(province=make_province("Nghệ An"))
    today = timezone.localdate()
    make_directive(meeting, "Việc đã qua.", deadline_to=today - datetime.timedelta(days=1))
    assert "Việc đã qua." in words(client, "/tinh-thanh/nghe-an/")
    make_directive(meeting, "Việc sắp tới.", deadline_to=today)
    page = words(client, "/tinh-thanh/nghe-an/")
    assert "Việc sắp tới." in page
    assert "Việc đã qua." not in page
    assert "quá hạn" not in page


def test_a_former_part_counts_and_is_named(client: Client) -> None:
    joined()
    make_province("Phú Thọ", former=True)
    page = words(client, "/tinh-thanh/phu-tho/")
    assert "Buổi làm việc ở Vĩnh Phúc" in page


def test_a_province_that_was_joined_names_its_parts_and_shows_where_they_lie(client: Client) -> None:
    joined()
    page = markup(client, "/tinh-thanh/phu-tho/")
    assert 'href="/cuoc-hop/?province=vinh-phuc&amp;era=63" rel="nofollow">Vĩnh Phúc</a>' in page
    assert page.count('class="land land-part"') == 3
    assert "Bên phải: 3 tỉnh, thành cũ" in words(client, "/tinh-thanh/phu-tho/")


def test_a_province_that_was_not_joined_says_so(client: Client) -> None:
    assert "giữ nguyên trong đợt sắp xếp tháng 7/2025" in words(client, "/tinh-thanh/nghe-an/")
    assert 'class="land land-part"' not in markup(client, "/tinh-thanh/nghe-an/")


def test_a_day_and_a_month_of_the_calendar_lead_to_their_meetings(client: Client) -> None:
    scene = make_scene()
    make_scene(1, date=datetime.date(2024, 12, 2))
    page = markup(client, "/tinh-thanh/nghe-an/")
    links = {html.unescape(link) for link in re.findall(r'href="(/cuoc-hop/\?province=nghe-an&amp;since[^"]+)"', page)}
    day = "/cuoc-hop/?province=nghe-an&since=2024-11-14&until=2024-11-14"
    assert {day, "/cuoc-hop/?province=nghe-an&since=2024-12-01&until=2024-12-31"} <= links
    assert "1 cuộc họp" in words(client, day)
    assert scene.meeting.get_absolute_url() in markup(client, day)


def test_meetings_of_years_that_are_not_drawn_are_one_link_away(client: Client) -> None:
    for year in (2021, 2022, 2023, 2024):
        make_meeting(f"Phiên họp {year}", date=datetime.date(year, 5, 5), province=make_province("Nghệ An"))
    (link,) = re.findall(r'href="([^"]+until=[^"]+)" rel="nofollow">2 cuộc họp', markup(client, "/tinh-thanh/nghe-an/"))
    page = words(client, html.unescape(link))
    assert "Phiên họp 2022" in page
    assert "Phiên họp 2023" not in page


def test_bodies_and_those_who_meet_there_stand_with_numbers(client: Client) -> None:
    scene = make_scene()
    assert "Cùng họp với ai" not in words(client, "/tinh-thanh/nghe-an/")
    for name in ("Trần Thị Hoa", "Lê Văn Bình"):
        make_appearance(scene.meeting, make_official(name, province=scene.meeting.province))
    page = words(client, "/tinh-thanh/nghe-an/")
    assert "Cơ quan tổ chức họp UBND tỉnh 1 cuộc họp" in page
    assert "Trần Thị Hoa" in page.partition("Cùng họp với ai")[2]


def test_a_former_province_leads_to_the_one_of_today(client: Client) -> None:
    joined()
    answer = client.get("/tinh-thanh/vinh-phuc/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/tinh-thanh/phu-tho/")


@pytest.mark.parametrize("address", ["/tinh-thanh/khong-co/", "/tinh-thanh/-/", f"/tinh-thanh/{'a' * 300}/"])
def test_what_is_no_province_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_province_of_which_nothing_was_read_says_so(client: Client) -> None:
    make_province("Sơn La")
    page = words(client, "/tinh-thanh/son-la/")
    assert "Chưa có bài nào đã đọc đưa tin về cuộc họp ở đây." in page
    assert "Xem các tỉnh, thành khác" in page


def test_a_meeting_names_its_province_with_a_link(client: Client) -> None:
    make_scene()
    for address in ("/cuoc-hop/", "/tim-kiem/?q=hong+vinh", "/can-bo/"):
        assert 'href="/tinh-thanh/nghe-an/">Nghệ An</a>' in markup(client, address), address


def test_both_languages(client: Client) -> None:
    make_scene().official.roles.update(last_attested=DAY)
    assert "In office, as last told" in words(client, "/en/provinces/nghe-an/")
    assert client.get("/en/provinces/").status_code == 200


@pytest.mark.parametrize("address", ["/tinh-thanh/", "/tinh-thanh/?era=63", "/tinh-thanh/nghe-an/"])
def test_queries_do_not_grow(client: Client, address: str) -> None:
    make_scene()
    few = queries(client, address)
    for number in range(1, 8):
        make_scene(number)
    assert queries(client, address) <= few
    assert few <= 30
