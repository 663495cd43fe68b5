"""What an editor does in the admin holds when the real extractor reads the sample again."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command
from django.test import Client

from meetings.models import Directive, Meeting
from people.corrections import State
from tests.desk import admin_url, save

pytestmark = pytest.mark.django_db


def read() -> None:
    call_command("load_articles", "--reread", "--no-progress", stdout=io.StringIO())


def test_corrections_rejections_and_additions_outlive_a_reading(admin_client: Client) -> None:
    read()
    meeting = Meeting.objects.filter(directives__state=State.READ).distinct().order_by("pk")[0]
    corrected, rejected, *_ = meeting.directives.filter(state=State.READ).order_by("order")
    save(admin_client, meeting, place="Hội trường Tỉnh ủy")
    save(admin_client, corrected, text="Người sửa")
    admin_client.post(admin_url(rejected, "reject"), {"reason": "Không phải chỉ đạo"})
    added = {"meeting": meeting.pk, "text": "Người thêm", "strength": "order", "_save": "1"}
    assert admin_client.post(admin_url(Directive, "add"), added).status_code == 302
    before = set(Directive.objects.values_list("pk", "text", "state"))

    read()
    assert set(Directive.objects.values_list("pk", "text", "state")) == before
    for record in (meeting, corrected, rejected):
        record.refresh_from_db()
    assert meeting.place == "Hội trường Tỉnh ủy"
    assert (corrected.text, rejected.state) == ("Người sửa", State.REJECTED)
    assert Directive.objects.get(text="Người thêm").state == State.CONFIRMED

    save(admin_client, corrected, give_back=["text"])
    corrected.refresh_from_db()
    assert corrected.text == corrected.extracted["text"]
    versions = corrected.history.order_by("history_date", "history_id")
    assert [version.text for version in versions] == [corrected.text, "Người sửa", corrected.text]
    assert [version.history_user is None for version in versions] == [True, False, False]
