"""The ledger of tasks on screen and on paper."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tests.factories import make_article, make_directive, make_meeting
from tests.meetings.views.pages import TASK, make_scene, markup, queries, words
from tests.plain import plain

pytestmark = pytest.mark.django_db
LIST, PRINT = "meetings:directive_list", "meetings:directive_print"


def ledger(client: Client, name: str = LIST, query: str = "") -> str:
    """The markup of the table."""
    return markup(client, reverse(name) + query).partition('<table class="ledger')[2].partition("</table>")[0]


def cells(row: str) -> dict[str, str]:
    """The words of a row's cells by the names of their columns."""
    found = re.findall(r'<t[dh][^>]*class="ledger-(\w+)[^>]*>(.*?)</t[dh]>', row, re.S)
    return {name: plain(inside) for name, inside in found}


@pytest.mark.parametrize("name", [LIST, PRINT])
def test_the_columns_of_the_official_table(client: Client, name: str) -> None:
    scene = make_scene()
    scene.directive.deadline_rule = "before; year of the meeting"
    scene.directive.save()
    row = cells(ledger(client, name).partition('<tr class="ledger-row">')[2])
    assert row["content"] == TASK
    assert (row["lead"], row["coordinating"]) == ("Sở Tài chính (chủ trì)", "Sở Y tế")
    for said in (
        "“trước ngày 15/12”",
        "chậm nhất 15/12/2024",
        "Cách tính: “trước” một ngày được hiểu là chậm nhất ngày đó; lấy theo năm họp.",
    ):
        assert said in row["due"]
    for said in ("57-NQ/TW", "Lê Hồng Vinh"):
        assert said in row["basis"]
    for said in ("Nguyên văn", "Báo Nghệ An", "14/11/2024"):
        assert said in row["evidence"]
    assert f'href="{scene.meeting.get_absolute_url()}#w-directive-{scene.directive.pk}"' in ledger(client, name)


def test_a_meeting_is_named_once_above_its_tasks_and_beside_them_in_order_of_deadlines(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Việc khác.", order=2)
    assert ledger(client).count(scene.meeting.title) == 1
    assert ledger(client, query="?order=oldest").count(scene.meeting.title) == 1
    assert ledger(client, query="?order=deadline").count(scene.meeting.title) == 2


def test_the_day_up_to_which_no_news_was_seen_is_that_of_the_last_text(client: Client) -> None:
    today = timezone.localdate()
    make_article(reported_on=datetime.date(2026, 1, 16))
    make_article(reported_on=datetime.date(2026, 1, 17), state="rejected")
    make_article(reported_on=today + datetime.timedelta(days=9))
    make_directive(deadline_to=datetime.date(2026, 1, 10))
    assert "chưa thấy tin về kết quả (tính đến 16/01/2026)" in ledger(client)


def test_without_dated_texts_no_day_is_invented(client: Client) -> None:
    make_directive(deadline_to=datetime.date(2020, 1, 10))
    assert "chưa thấy tin về kết quả<" in ledger(client)


def test_states_in_few_words_stand_in_all_words_beneath_the_table(client: Client) -> None:
    today = timezone.localdate()
    for days in (-400, 3, 300):
        make_directive(make_meeting(), f"Việc {days}.", deadline_to=today + datetime.timedelta(days=days))
    page = words(client, reverse(LIST))
    assert "Đã qua mốc, chưa thấy tin kết quả Đã qua mốc thời gian trong văn bản; chưa thấy tin về kết quả." in page
    assert "Sắp đến hạn Sắp đến hạn (trong 14 ngày)" in page
    assert "quá hạn" not in page
    assert "ledger-key" not in markup(client, f"{reverse(LIST)}?deadline=open")


def test_a_task_with_nothing_beside_it_says_so(client: Client) -> None:
    make_directive(make_meeting(), "Làm ngay.")
    row = cells(ledger(client).partition('<tr class="ledger-row">')[2])
    for column in ("lead", "coordinating", "due", "basis"):
        assert row[column] == "– bài báo không nêu", column


@pytest.mark.parametrize("name", [LIST, PRINT])
@pytest.mark.parametrize("order", ["newest", "deadline"])
def test_queries_do_not_grow(client: Client, name: str, order: str) -> None:
    make_scene()
    few = queries(client, f"{reverse(name)}?order={order}")
    for number in range(1, 8):
        make_scene(number)
    assert queries(client, f"{reverse(name)}?order={order}") <= few <= 22


def test_on_paper_the_filters_and_numbers_stand_and_what_is_left_out_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meetings.views.directives.PRINTED", 2)
    meeting = make_meeting()
    for number in range(5):
        make_directive(meeting, f"Việc số {number}.", order=number, strength="note")
    page = words(client, f"{reverse(PRINT)}?strength=note&page=2")
    for said in ("Cách giao: Lưu ý", "5 nhiệm vụ · ở đây từ 3 đến 4", "3 Việc số 2.", "Còn 1 nhiệm vụ ở các trang sau"):
        assert said in page
    assert "Việc số 4." not in page


def test_the_list_leads_to_its_paper_and_back(client: Client) -> None:
    make_scene()
    assert f'href="{reverse(PRINT)}?strength=order"' in markup(client, f"{reverse(LIST)}?strength=order")
    assert f'href="{reverse(LIST)}?strength=order"' in markup(client, f"{reverse(PRINT)}?strength=order&page=1")


def test_nothing_to_print_offers_a_next_step(client: Client) -> None:
    make_scene()
    assert "Không có mục nào khớp tất cả điều kiện." in words(client, f"{reverse(PRINT)}?q=khongcotunay&page=7")


def test_the_ledger_in_english(client: Client) -> None:
    make_scene()
    with translation.override("en"):
        assert reverse(PRINT) == "/en/directives/print/"
        assert "Leads or carries out" in ledger(client)
