"""The pages on meetings: what was read stands beside the words, only what readers may see, at a bounded cost."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.factories import (
    make_appearance,
    make_article,
    make_directive,
    make_meeting,
    make_province,
    make_report,
    make_target,
)
from tests.meetings.views.pages import TASK, TEXT, make_scene, markup, queries, words
from tests.plain import plain

pytestmark = pytest.mark.django_db


def test_a_meeting_shows_all_that_was_read(client: Client) -> None:
    page = words(client, make_scene().meeting.get_absolute_url())
    for said in (
        "Phiên họp thường kỳ 0",
        "chiều 14/11/2024",
        "Nghệ An (theo văn bản)",
        "Lê Hồng Vinh",
        "Chủ trì",
        "chậm nhất 15/12/2024",
        "Đã qua mốc thời gian trong văn bản; chưa thấy tin về kết quả",
        "trên 26.000\u00a0tỷ đồng",
        "năm 2025",
        "Nghị quyết 57-NQ/TW",
        "before_day",
    ):
        assert " ".join(said.split()) in page, said


def test_record_and_words_are_linked_both_ways(client: Client) -> None:
    scene = make_scene()
    page = markup(client, scene.meeting.get_absolute_url())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for key in (f"directive-{scene.directive.pk}", f"target-{scene.target.pk}"):
        assert f'href="#w-{key}"' in page
        assert f'id="w-{key}"' in page
        assert f'id="{key}"' in page
        assert f'<a href="#{key}">' in page.partition("press-text")[2]
    # A person's words lead to the person's row.
    assert f'<a href="#official-{scene.official.pk}">Lê Hồng Vinh</a>' in page


def test_every_link_within_the_page_leads_somewhere(client: Client) -> None:
    page = markup(client, make_scene().meeting.get_absolute_url())
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) - ids == set()


def test_the_source_text_is_whole(client: Client) -> None:
    page = markup(client, make_scene().meeting.get_absolute_url())
    shown = re.search(r'<div class="press-text" lang="vi">(.*?)</div>', page, re.DOTALL)
    assert shown is not None
    assert re.sub(r"<[^>]+>", "", shown[1]) == TEXT


def test_tasks_stand_under_the_agency_that_leads_and_are_named_under_the_others(client: Client) -> None:
    page = words(client, make_scene().meeting.get_absolute_url()).partition("Nhiệm vụ theo cơ quan")[2]
    assert page.index("Sở Tài chính") < page.index(TASK) < page.index("Nhiệm vụ 1 (Phối hợp)")
    assert page.count(TASK) == 3  # the task, its words to be quoted, and the text


def test_a_task_that_names_no_agency_has_a_heading_of_its_own(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Khẩn trương khắc phục hậu quả.")
    assert "Không nêu cơ quan thực hiện" in words(client, scene.meeting.get_absolute_url())


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_what_is_rejected_or_withdrawn_is_not_shown(client: Client, state: str) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Một việc đọc nhầm.", state=state)
    make_target(scene.meeting, "chỉ tiêu đọc nhầm", state=state)
    make_appearance(scene.meeting, title="Chức vụ đọc nhầm", state=state)
    assert "đọc nhầm" not in words(client, scene.meeting.get_absolute_url())
    scene.meeting.state = state
    scene.meeting.save()
    assert client.get(scene.meeting.get_absolute_url()).status_code == 404
    assert scene.meeting.title not in words(client, reverse("meetings:meeting_list"))


def test_a_retelling_is_further_evidence_not_another_task(client: Client) -> None:
    scene = make_scene()
    other = make_article("Báo khác: Sở Tài chính trình phương án trước 15/12.", title="Bài thứ hai")
    make_report(scene.meeting, other)
    quote = "Sở Tài chính trình phương án trước 15/12."
    told = make_directive(scene.meeting, quote, article=other, quote=quote, same_as=scene.directive)
    page = markup(client, scene.meeting.get_absolute_url())
    assert "1 bài khác cũng thuật lại" in words(client, scene.meeting.get_absolute_url())
    assert f'id="w-directive-{told.pk}"' in page
    assert f'id="directive-{told.pk}"' not in page
    # The words of the retelling lead to the task as first told.
    assert f'id="w-directive-{told.pk}"><a href="#directive-{scene.directive.pk}">' in page
    assert "Bài thứ hai" in page


def test_an_uncertain_reading_says_so_until_a_person_confirms_it(client: Client) -> None:
    scene = make_scene()
    assert "chưa chắc" not in words(client, scene.meeting.get_absolute_url())
    scene.directive.confidence = 70
    scene.directive.save()
    assert "chưa chắc" in words(client, scene.meeting.get_absolute_url())
    scene.directive.state = "confirmed"
    scene.directive.save()
    page = words(client, scene.meeting.get_absolute_url())
    assert "chưa chắc" not in page
    assert "đã được người kiểm tra ngày" in page


def test_a_corrected_task_still_shows_the_words_it_was_read_from(client: Client) -> None:
    scene = make_scene()
    scene.directive.text = "Sở Tài chính trình phương án."
    scene.directive.save()
    page = markup(client, scene.meeting.get_absolute_url())
    assert "đã hiệu đính ngày" in page
    quoted = re.findall(r'<q class="quote" lang="vi">(.*?)</q>', page)
    assert TASK in map(plain, quoted)


@pytest.mark.parametrize(
    ("values", "reported", "said"),
    [
        ({"date": datetime.date(2021, 1, 1), "date_precision": "year"}, None, "năm 2021"),
        ({"date": None}, datetime.date(2025, 11, 4), "báo đăng ngày 4/11/2025"),
        ({"date": None}, None, "chưa rõ ngày"),
        ({"province_source": "curator"}, None, "Nghệ An (do biên tập viên cung cấp)"),
    ],
)
def test_nothing_is_said_that_is_not_known(
    client: Client, values: dict[str, Any], reported: datetime.date | None, said: str
) -> None:
    articles = [make_article(reported_on=reported)]
    meeting = make_meeting(**{"province": make_province("Nghệ An"), "articles": articles, **values})
    assert said in words(client, meeting.get_absolute_url())


def test_the_meeting_s_own_words_are_marked(client: Client) -> None:
    scene = make_scene()
    report = scene.meeting.reports.get()
    report.reading = {
        "identity": {"value": "x"},
        "date": {"value": "2024-11-14", "start": 6, "end": 11, "rule": "printed"},
        "session": {"value": "afternoon", "rule": "part of the day"},
    }
    report.save()
    page = markup(client, scene.meeting.get_absolute_url())
    assert f'<a href="#w-date-{report.pk}"><q lang="vi">14/11</q></a> <code>printed</code>' in page
    assert f'id="w-date-{report.pk}"' in page
    assert "<code>part of the day</code>" in page


@pytest.mark.parametrize("slug", ["", "-mot-ten-khac"])
def test_another_address_of_a_meeting_leads_to_the_right_one(client: Client, slug: str) -> None:
    meeting = make_meeting()
    answer = client.get(f"/cuoc-hop/{meeting.pk}{slug}/?x=1")
    assert (answer.status_code, answer["Location"]) == (301, f"{meeting.get_absolute_url()}?x=1")


def test_a_meeting_that_is_not_there(client: Client) -> None:
    assert client.get("/cuoc-hop/999999-khong-co/").status_code == 404


def test_the_list_counts_each_meeting_s_tasks_and_figures(client: Client) -> None:
    make_scene()
    page = words(client, reverse("meetings:meeting_list"))
    assert "1 nhiệm vụ , 1 có thời hạn" in page or "1 nhiệm vụ, 1 có thời hạn" in page
    assert "1 chỉ tiêu" in page


def test_a_meeting_in_english(client: Client) -> None:
    scene = make_scene()
    in_vietnamese = scene.meeting.get_absolute_url()
    with translation.override("en"):
        address = scene.meeting.get_absolute_url()
        assert address.startswith("/en/meetings/")
        page = markup(client, address)
    for said in ("afternoon of 14 November 2024", "more than 26,000", "Chairs", "by 15 December 2024 at the latest"):
        assert said in page.replace("\N{NO-BREAK SPACE}", " ")
    assert f'<a class="tool" href="{in_vietnamese}" lang="vi" hreflang="vi">' in page


@pytest.mark.parametrize("which", ["list", "detail"])
def test_the_number_of_queries_does_not_grow(client: Client, which: str) -> None:
    scene = make_scene()
    address = scene.meeting.get_absolute_url() if which == "detail" else reverse("meetings:meeting_list")
    few = queries(client, address)
    for number in range(1, 6):
        other = make_scene(number).meeting
        for relation in ("reports", "directives", "targets", "appearances", "citations", "decisions"):
            getattr(other, relation).update(meeting=scene.meeting)
        make_scene(number + 10)
    assert queries(client, address) <= few
    assert few <= 22


def test_what_a_person_did_stands_beside_each_record_with_the_reading_one_click_away(client: Client) -> None:
    scene = make_scene()
    editor = User.objects.create_user("lan", first_name="Nguyễn Thị Lan")
    scene.directive.strength = "note"
    scene.target.value = Decimal(27000)
    scene.meeting.place = "Hội trường lớn"
    assignment = scene.directive.assignments.order_by("order")[0]
    assignment.part = "coordinate"
    decision = scene.meeting.decisions.get()
    decision.state = "confirmed"
    touched: list[Any] = [scene.directive, scene.target, scene.meeting, assignment, decision]
    for record in touched:
        record._history_user = editor
        record._history_date = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
        record.save()
    make_directive(scene.meeting, "Sở Y tế báo cáo.", by_person=True)
    page = words(client, scene.meeting.get_absolute_url())
    assert page.count("đã hiệu đính ngày") == 3
    assert "Máy đọc: 26.000 Hiện nay: 27.000" in page
    assert "Sở Tài chính: đã hiệu đính ngày 26/11/2026" in page
    assert "đã được người kiểm tra ngày 26/11/2026" in page
    assert "do biên tập viên bổ sung ngày" in page
    assert "Lan" not in page.replace("Lan ", "")
    with translation.override("en"):
        english = words(client, scene.meeting.get_absolute_url())
    assert english.count("set right by an editor on") == 3
    assert "set right by an editor on 26 November 2026" in english


def test_a_page_with_many_records_set_right_asks_as_much_as_with_one(client: Client) -> None:
    scene = make_scene()
    scene.directive.strength = "note"
    scene.directive.save()
    few = queries(client, scene.meeting.get_absolute_url())
    for number in range(5):
        more = make_directive(scene.meeting, f"Sở Y tế báo cáo lần {number}.", article=scene.article)
        more.strength = "note"
        more.save()
    assert queries(client, scene.meeting.get_absolute_url()) == few


def test_the_list_shows_when_meetings_were_held_by_one_query_more(client: Client) -> None:
    make_scene()
    address = reverse("meetings:meeting_list")
    page = words(client, address)
    assert "Cuộc họp theo tháng" in page
    assert "tháng\xa011/2024: 1" in markup(client, address)
    assert "thời gian đã chọn" not in page
    chosen = markup(client, f"{address}?since=2024-11-01&until=2024-11-30")
    assert chosen.count('class="bar bar-in"') == 1
    assert chosen.count('class="bar bar-out"') == 11
    assert "charts.js" in chosen
    assert "charts.js" not in markup(client, f"{address}?q=khongcotunay")


def test_a_meeting_without_a_day_stands_in_no_bar_and_is_told_of(client: Client) -> None:
    make_scene()
    make_scene(1, date=None, session="")
    assert "1 cuộc họp không nằm trong cột nào" in words(client, reverse("meetings:meeting_list"))
