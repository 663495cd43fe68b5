"""Sentences that Django says on the desk are Vietnamese, also those that it says of one thing and of many."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext

from tests.desk import admin_url, form_data
from tests.factories import make_target


@pytest.mark.parametrize("count", [1, 2])
def test_how_many_errors_there_are_is_said_in_vietnamese(count: int) -> None:
    with translation.override("vi"):
        said = ngettext("Please correct the error below.", "Please correct the errors below.", count)
    assert said == "Hãy sửa những lỗi dưới đây."


@pytest.mark.django_db
def test_a_page_with_two_errors_has_no_english(admin_client: Client) -> None:
    target = make_target()
    page = admin_url(target, "change")
    sent = {**form_data(admin_client.get(page)), "metric": "", "comparator": "", "value": "x"}  # type: ignore[arg-type]
    shown = admin_client.post(page, {k: v for k, v in sent.items() if v is not None}).content.decode()
    assert "Hãy sửa những lỗi dưới đây." in shown
    assert "Please" not in shown
