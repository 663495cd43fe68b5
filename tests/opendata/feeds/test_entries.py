"""An entry says what, in the author's words, with where they were printed; nothing unknown is made up."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation

from meetings.models import Citation
from opendata.feeds.entries import Entry, entry
from opendata.feeds.records import fetched
from tests.factories import make_directive, make_document, make_meeting, make_official, make_organization, make_target
from tests.meetings.views.pages import make_scene
from tests.plain import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/")


def told(kind: str, pk: int, request: HttpRequest) -> Entry:
    """The entry of one record."""
    [(kind, record)] = fetched([(kind, pk)])
    return entry(kind, record, request)


def test_a_task_has_who_is_told_the_deadline_as_printed_and_the_computed_day(request_: HttpRequest) -> None:
    scene = make_scene()
    scene.article.url = "https://bao.example/1"
    scene.article.save()
    of_task = told("directive", scene.directive.pk, request_)
    assert of_task.identifier == f"http://testserver/id/directive/{scene.directive.pk}"
    assert of_task.page == f"http://testserver{scene.directive.get_absolute_url()}"
    assert of_task.title.startswith("Sở Tài chính: Chủ tịch UBND tỉnh giao Sở Tài chính")
    assert [(source.address, source.title) for source in of_task.sources] == [("https://bao.example/1", "Phiên họp 0")]
    words = plain(of_task.content)
    assert scene.directive.text in words
    assert "“trước ngày 15/12”, chậm nhất 15/12/2024" in words
    assert "Phối hợp: Sở Y tế" in words
    assert "Theo văn bản: Phiên họp 0 , Báo Nghệ An, 14/11/2024." in words


def test_what_is_not_known_is_not_told(request_: HttpRequest) -> None:
    bare = told("directive", make_directive(make_meeting(body_name=""), "Báo cáo kết quả.").pk, request_)
    assert bare.title == "Báo cáo kết quả."
    assert bare.sources == ()
    assert not {"Thời hạn", "Người giao", "Theo văn bản", "None"} & set(plain(bare.content).split(":"))


def test_words_without_a_day_are_told_as_such(request_: HttpRequest) -> None:
    task = make_directive(make_meeting(), "Sớm trình.", deadline_text="sớm", deadline_kind="vague")
    assert "“sớm”, không tính được ngày từ lời văn" in plain(told("directive", task.pk, request_).content)


def test_a_figure_a_citation_and_a_meeting_say_what_they_are(request_: HttpRequest) -> None:
    scene = make_scene()
    figure = told("target", scene.target.pk, request_)
    assert figure.title == "thu ngân sách: trên 26.000 tỷ đồng (năm 2025, mục tiêu)".replace("26.000 ", "26.000\u00a0")
    assert "thu ngân sách trên 26.000 tỷ đồng" in plain(figure.content)
    citation = told("citation", Citation.objects.get().pk, request_)
    assert citation.title == "Nghị quyết 57-NQ/TW được viện dẫn: Phiên họp thường kỳ 0"
    meeting = told("meeting", scene.meeting.pk, request_)
    assert meeting.title == "Phiên họp thường kỳ 0 (chiều 14/11/2024)"
    assert "1 nhiệm vụ, 1 có thời hạn · 1 chỉ tiêu" in plain(meeting.content)


def test_an_english_feed_has_english_names_and_marks_vietnamese_words(request_: HttpRequest) -> None:
    scene = make_scene()
    with translation.override("en"):
        task = told("directive", scene.directive.pk, request_)
        agency = told("organization", make_organization("Sở Xây dựng").pk, request_)
    assert task.title.startswith("Department of Finance: “Chủ tịch UBND tỉnh giao")
    assert task.page.startswith("http://testserver/en/directives/")
    assert f'<blockquote lang="vi"><p>{scene.directive.text}</p></blockquote>' in task.content
    assert "by 15/12/2024" in plain(task.content) or "by 15 December 2024" in plain(task.content)
    assert agency.title == "Department of Construction"


def test_a_long_task_is_cut_between_words_in_the_title_alone(request_: HttpRequest) -> None:
    text = "Khẩn trương " * 40
    task = told("directive", make_directive(make_meeting(), text).pk, request_)
    assert task.title.endswith("trương …") or task.title.endswith("Khẩn …")
    assert len(task.title) <= 141
    assert text.strip() in plain(task.content)


def test_records_come_in_the_order_asked_for_without_what_is_gone() -> None:
    meeting, document = make_meeting(), make_document()
    keys = [("document", document.pk), ("meeting", meeting.pk), ("target", 10**6), ("official", make_official().pk)]
    keys += [("target", make_target(meeting).pk)]
    assert [(kind, record.pk) for kind, record in fetched(keys)] == [key for key in keys if key[1] != 10**6]
