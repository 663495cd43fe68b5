"""Staff settle what visitors report, one by one with the record before them, or spam by the dozen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.models import MistakeReport
from tests.desk import admin_url
from tests.factories import make_article, make_directive, make_meeting, make_mistake
from tests.staff import login, make_editor, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> MistakeReport:
    article = make_article("Chủ tịch giao Sở Tài chính trình phương án.")
    directive = make_directive(make_meeting(articles=[article]), article=article, quote="trình phương án")
    return make_mistake(directive, "Đúng ra là Sở Y tế.", source="https://example.vn/bai")


@pytest.fixture
def editor(client: Client) -> Client:
    return login(client, make_editor(username="lan"))


def test_the_page_shows_the_report_the_record_and_its_words(editor: Client, report: MistakeReport) -> None:
    page = editor.get(admin_url(report, "change")).content.decode()
    assert "Đúng ra là Sở Y tế." in page
    assert "<mark>trình phương án</mark>" in page
    assert f'href="{admin_url(report.record, "change")}"' in page  # type: ignore[arg-type]
    assert 'href="https://example.vn/bai" rel="noopener noreferrer nofollow external"' in page


def test_an_editor_says_that_the_record_was_set_right(editor: Client, report: MistakeReport) -> None:
    assert editor.post(admin_url(report, "change"), {"note": "", "_accept": "1"}).status_code == 302
    report.refresh_from_db()
    assert report.state == "accepted"
    assert report.settled_by is not None
    assert report.settled_by.username == "lan"
    assert "Đã sửa theo" in editor.get(admin_url(report, "change")).content.decode()


def test_a_record_stays_for_a_reason(editor: Client, report: MistakeReport) -> None:
    answer = editor.post(admin_url(report, "change"), {"note": " ", "_decline": "1"})
    assert answer.context["adminform"].form.errors == {"note": ["Hãy ghi vì sao bản ghi được giữ nguyên."]}
    editor.post(admin_url(report, "change"), {"note": "Nguyên văn ghi đúng thế", "_decline": "1"})
    report.refresh_from_db()
    assert (report.state, report.note) == ("declined", "Nguyên văn ghi đúng thế")


def test_who_is_slower_is_told_and_keeps_his_note(editor: Client, report: MistakeReport) -> None:
    editor.post(admin_url(report, "change"), {"note": "", "_accept": "1"})
    second = login(Client(), make_editor())
    answer = second.post(admin_url(report, "change"), {"note": "Nguyên văn ghi đúng thế", "_decline": "1"})
    page = answer.content.decode()
    assert "Người khác đã xử lý trước" in page
    assert "Nguyên văn ghi đúng thế" in page
    report.refresh_from_db()
    assert report.state == "accepted"


def test_a_settled_report_is_opened_again(editor: Client, report: MistakeReport) -> None:
    editor.post(admin_url(report, "change"), {"note": "", "_accept": "1"})
    editor.post(admin_url(report, "change"), {"note": "", "_reopen": "1"})
    report.refresh_from_db()
    assert (report.state, report.settled_at) == ("open", None)


def test_a_note_alone_settles_nothing(editor: Client, report: MistakeReport) -> None:
    editor.post(admin_url(report, "change"), {"note": "hỏi lại Sở", "_continue": "1"})
    report.refresh_from_db()
    assert (report.state, report.note) == ("open", "hỏi lại Sở")


def test_nothing_that_a_visitor_said_can_be_changed(editor: Client, report: MistakeReport) -> None:
    editor.post(admin_url(report, "change"), {"note": "", "what_is_wrong": "khác", "words": "khác", "_accept": "1"})
    report.refresh_from_db()
    assert report.what_is_wrong == "Đúng ra là Sở Y tế."


def test_spam_is_declined_by_the_dozen_after_a_question(editor: Client, report: MistakeReport) -> None:
    spam = [make_mistake(report.record, f"Mua ngay {n}") for n in range(3)]  # type: ignore[arg-type]
    chosen = {"action": "decline_selected", "_selected_action": [one.pk for one in spam], "select_across": "0"}
    asked = editor.post(admin_url(MistakeReport, "changelist"), chosen)
    assert "Mua ngay 2" in asked.content.decode()
    assert not MistakeReport.objects.exclude(state="open").exists()
    editor.post(admin_url(MistakeReport, "changelist"), {**chosen, "note": ""})
    assert not MistakeReport.objects.exclude(state="open").exists()
    editor.post(admin_url(MistakeReport, "changelist"), {**chosen, "note": "quảng cáo"})
    assert set(MistakeReport.objects.filter(state="declined")) == set(spam)


def test_open_reports_wait_on_the_first_page(editor: Client, report: MistakeReport) -> None:
    assert f"{reverse('review:queue')}?reason=report" in editor.get(reverse("admin:index")).content.decode()
    url = admin_url(MistakeReport, "changelist")
    assert "nhiệm vụ được giao “" in editor.get(url, {"state__exact": "open"}).content.decode()


def test_a_report_on_a_record_that_is_gone(editor: Client, report: MistakeReport) -> None:
    directive: Any = report.record
    directive.delete()
    assert "Bản ghi không còn." in editor.get(admin_url(report, "change")).content.decode()
    assert editor.get(admin_url(MistakeReport, "changelist")).status_code == 200


def test_who_may_only_look_settles_nothing(report: MistakeReport) -> None:
    reader = login(Client(), make_staff("view_mistakereport"))
    page = reader.get(admin_url(report, "change"))
    assert page.status_code == 200
    assert "_accept" not in page.content.decode()
    assert reader.post(admin_url(report, "change"), {"note": "", "_accept": "1"}).status_code == 403
    chosen = {"action": "decline_selected", "_selected_action": [report.pk], "note": "x"}
    reader.post(admin_url(MistakeReport, "changelist"), chosen)
    report.refresh_from_db()
    assert report.state == "open"
