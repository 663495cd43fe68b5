"""The page on which editors say which tasks of different meetings are the same."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Directive, TaskJudgement
from meetings.reconcile.repeats import settle_repeats
from tests.factories import make_directive
from tests.meetings.reconcile.test_repeats import chains, task
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


def page(task: Directive) -> str:
    """The page's address."""
    return reverse("admin:meetings_directive_repeats", args=[task.pk])


@pytest.fixture
def editor(client: Client) -> Client:
    """Somebody who may correct."""
    return login(client, make_editor())


def test_an_editor_says_that_a_linked_task_is_another_and_takes_it_back(editor: Client) -> None:
    first, second = task(0), task(30)
    settle_repeats([first.pk, second.pk])
    shown = editor.get(page(second)).content.decode()
    assert first.text in shown
    assert "giống 100% từ ngữ của lần trước" in editor.get(page(first)).content.decode()
    answer = editor.post(page(second), {"other": first.pk, "reason": "Hai đợt khác nhau", "_other": "1"}, follow=True)
    assert "Hai mục này là hai nhiệm vụ khác nhau" in answer.content.decode()
    assert "Hai đợt khác nhau" in answer.content.decode()
    said = TaskJudgement.objects.get()
    assert (said.same, said.by is not None) == (False, True)
    assert chains() == []
    editor.post(page(first), {"take_back": said.pk})
    assert chains() == [[first.pk, second.pk]]
    assert "Nhận định ấy đã được rút lại" in editor.post(page(first), {"take_back": "x"}, follow=True).content.decode()


@pytest.mark.parametrize(
    "form", ["{pk}", "  {pk} ", "https://example.vn/nhiem-vu/{pk}-so-tai/#tellings", "/en/directives/{pk}/"]
)
def test_another_task_is_named_by_number_or_address(editor: Client, form: str) -> None:
    first, second = task(0), task(600)
    editor.post(page(first), {"sought": form.format(pk=second.pk), "_same": "1"})
    assert chains() == [[first.pk, second.pk]]


@pytest.mark.parametrize(
    ("sought", "said"),
    [
        ("", "Hãy chọn một nhiệm vụ khác."),
        ("rà soát", "Đây không phải là số hay địa chỉ của một nhiệm vụ."),
        ("9" * 18, "Không có nhiệm vụ nào khác mang số này."),
        ("9" * 400, "Đây không phải là số hay địa chỉ của một nhiệm vụ."),
        ("own", "Không có nhiệm vụ nào khác mang số này."),
        ("beside", "Cả hai được giao tại cùng một cuộc họp"),
    ],
)
def test_what_makes_no_sense_is_told_and_what_was_typed_stays(editor: Client, sought: str, said: str) -> None:
    first = task(0)
    beside = make_directive(first.meeting, "Việc khác.")
    typed = {"own": str(first.pk), "beside": str(beside.pk)}.get(sought, sought)
    shown = editor.post(page(first), {"sought": typed, "reason": "Vì sao", "_same": "1"}).content.decode()
    assert said in shown
    assert 'value="Vì sao"' in shown
    assert not TaskJudgement.objects.exists()


def test_the_record_s_page_leads_there(editor: Client) -> None:
    first = task(0)
    shown = editor.get(reverse("admin:meetings_directive_change", args=[first.pk])).content.decode()
    assert f'href="{page(first)}"' in shown
