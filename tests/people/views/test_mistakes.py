"""A visitor reports a mistake: it is kept once, for staff alone; what is amiss is said, and nothing typed is lost."""

from __future__ import annotations

import re
import time
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.mistakes.limits import key_of
from people.models import MistakeReport
from people.models.mistakes import Sender
from tests.factories import make_article, make_directive, make_meeting, make_official
from tests.plain import plain

pytestmark = pytest.mark.django_db
SAID = {"words": "trình phương án", "what_is_wrong": "Đúng ra là Sở Y tế.", "source": "https://example.vn/bai"}


@pytest.fixture
def directive() -> Any:
    article = make_article("Chủ tịch giao Sở Tài chính trình phương án.")
    return make_directive(make_meeting(articles=[article]), article=article, quote="trình phương án")


@pytest.fixture
def address(directive: Any) -> str:
    return f"/bao-sai/directive/{directive.pk}/"


def opened(client: Client, address: str, monkeypatch: pytest.MonkeyPatch, seconds: float = 20) -> dict[str, str]:
    """What the form holds that was opened so many seconds ago."""
    with monkeypatch.context() as patch:
        real = time.time
        patch.setattr(time, "time", lambda: real() - seconds)
        page = client.get(address).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(opened)" value="([^"]+)"', page))


def text(answer: Any) -> str:
    return plain(answer.content.decode())


def test_the_form_shows_the_record_and_its_words(client: Client, address: str, directive: Any) -> None:
    answer = client.get(address)
    page = answer.content.decode()
    assert str(directive) in page
    assert "trình phương án</textarea>" in page
    assert f'href="{directive.get_absolute_url()}"' in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "no-store" in answer["Cache-Control"]


def test_a_report_is_kept_for_staff_and_leads_to_thanks(
    client: Client, address: str, directive: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = client.post(address, {**SAID, **opened(client, address, monkeypatch)})
    assert (answer.status_code, answer["Location"]) == (302, f"{address}cam-on/")
    report = MistakeReport.objects.get()
    assert report.record == directive
    assert {name: getattr(report, name) for name in SAID} == SAID
    assert report.state == "open"
    thanks = client.get(f"{address}cam-on/")
    assert "Cảm ơn" in text(thanks)
    for page in (address, f"{address}cam-on/", directive.get_absolute_url(), directive.meeting.get_absolute_url()):
        assert "Sở Y tế" not in client.get(page).content.decode()


def test_it_works_in_english(client: Client, directive: Any) -> None:
    page = text(client.get(f"/en/report-mistake/directive/{directive.pk}/"))
    assert "Report a mistake" in page
    assert "Send to the editors" in page


def test_the_same_report_is_kept_once(client: Client, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = opened(client, address, monkeypatch)
    for what in ("Đúng ra là Sở Y tế.", "  đúng ra là  Sở y tế. ", "Đúng ra là Sở Nội vụ."):
        assert client.post(address, {**SAID, "what_is_wrong": what, **stamp}).status_code == 302
    assert MistakeReport.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"what_is_wrong": ""}, "what_is_wrong", "Hãy ghi sai ở đâu, một câu là đủ."),
        ({"what_is_wrong": "sai"}, "what_is_wrong", "Hãy ghi rõ hơn một chút: ít nhất 5 ký tự."),
        ({"what_is_wrong": "x" * 2001}, "what_is_wrong", "Nội dung quá dài: tối đa 2000 ký tự."),
        ({"words": " "}, "words", "Hãy ghi những từ bạn muốn nói tới; vài từ là đủ."),
        ({"words": "y" * 2001}, "words", "Đoạn từ quá dài: chỉ giữ tối đa 2000 ký tự cần nhất."),
        ({"source": "z" * 501}, "source", "Nguồn quá dài: tối đa 500 ký tự."),
    ],
)
def test_what_is_amiss_is_said_at_its_field_and_all_that_was_typed_stays(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], field: str, sentence: str
) -> None:
    said = {**SAID, **changed}
    answer = client.post(address, {**said, **opened(client, address, monkeypatch)})
    assert dict(answer.context["form"].errors) == {field: [sentence]}
    page = unescape(answer.content.decode())
    assert f'id="id_{field}_error">{sentence}</p>' in page
    for typed in said.values():
        assert typed.strip() in page
    assert not MistakeReport.objects.exists()


def test_a_page_never_shows_what_was_typed_as_markup(client: Client, address: str) -> None:
    page = client.post(address, {**SAID, "what_is_wrong": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_what_a_machine_fills_in_is_taken_silently_and_not_kept(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = client.post(address, {**SAID, "homepage": "http://spam.example", **opened(client, address, monkeypatch)})
    assert answer["Location"] == f"{address}cam-on/"
    assert not MistakeReport.objects.exists()


def test_the_trap_is_hidden_by_the_style_sheet_and_out_of_the_tab_order(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    trap = re.search(r'<div class="not-for-people">(.*?)</div>', page, re.DOTALL)
    assert trap is not None
    assert 'tabindex="-1"' in trap[1]
    assert 'autocomplete="off"' in trap[1]
    assert "style=" not in page.partition("<main")[2]


def test_too_fast_is_asked_to_send_again_and_then_taken(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = opened(client, address, monkeypatch, seconds=1)
    answer = client.post(address, {**SAID, **stamp})
    assert "Gửi nhanh quá" in text(answer)
    assert SAID["what_is_wrong"] in answer.content.decode()
    again = dict(re.findall(r'name="(opened)" value="([^"]+)"', answer.content.decode()))
    assert again == stamp  # the time goes on
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 5)
    assert client.post(address, {**SAID, **again}).status_code == 302


@pytest.mark.parametrize("stamp", ["", "opened", "opened:1:forged"])
def test_without_the_site_s_own_stamp_nothing_is_kept(client: Client, address: str, stamp: str) -> None:
    answer = client.post(address, {**SAID, "opened": stamp})
    assert "Trang này mở quá lâu" in text(answer)
    assert SAID["what_is_wrong"] in answer.content.decode()
    assert not MistakeReport.objects.exists()


def test_a_stamp_ends_after_a_day_and_is_good_for_its_record_alone(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = opened(client, address, monkeypatch, seconds=24 * 3600 + 60)
    assert "Trang này mở quá lâu" in text(client.post(address, {**SAID, **old}))
    other = make_directive()
    stamp = opened(client, f"/bao-sai/directive/{other.pk}/", monkeypatch)
    assert "Trang này mở quá lâu" in text(client.post(address, {**SAID, **stamp}))


def test_the_sixth_report_is_answered_with_when_to_try_again(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = opened(client, address, monkeypatch)
    for number in range(5):
        assert client.post(address, {**SAID, "what_is_wrong": f"Sai số {number}", **stamp}).status_code == 302
    answer = client.post(address, {**SAID, **stamp})
    assert answer.status_code == 429
    assert 590 <= int(answer["Retry-After"]) <= 600
    assert "Hãy gửi lại sau 10 phút" in text(answer)
    assert SAID["what_is_wrong"] in answer.content.decode()
    assert MistakeReport.objects.count() == 5
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert elsewhere.post(address, {**SAID, **stamp}).status_code == 302


def test_the_address_counted_is_the_client_s_not_what_he_writes(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = opened(client, address, monkeypatch)
    client.post(address, {**SAID, **stamp}, headers={"x-forwarded-for": "203.0.113.9"})
    assert Sender.objects.get().key == key_of("127.0.0.1")


def test_a_form_of_another_site_is_refused(directive: Any, address: str) -> None:
    assert Client(enforce_csrf_checks=True).post(address, SAID).status_code == 403
    assert not MistakeReport.objects.exists()


def test_what_readers_do_not_see_has_no_form(client: Client, directive: Any, address: str) -> None:
    directive.state = "rejected"
    directive.save()
    for path in (address, f"{address}cam-on/", "/bao-sai/user/1/", "/bao-sai/directive/999999999999999999999999/"):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code in (404, 405)


def test_every_record_on_a_page_has_its_link(client: Client, directive: Any) -> None:
    official = make_official()
    for record, page in (
        (directive, directive.get_absolute_url()),
        (directive, directive.meeting.get_absolute_url()),
        (directive.meeting, directive.meeting.get_absolute_url()),
        (directive.article, directive.article.get_absolute_url()),
        (official, official.get_absolute_url()),
    ):
        link = reverse("people:report_mistake", args=[record._meta.model_name, record.pk])
        found = re.search(
            rf'<a class="report-mistake" href="{link}" rel="nofollow">(.*?)</a>', client.get(page).content.decode()
        )
        assert found is not None, page
        assert str(record._meta.verbose_name) in found[1]
