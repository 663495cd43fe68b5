"""Readings in the words of a form."""

from __future__ import annotations

import datetime
from datetime import UTC
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from meetings.models import Directive, Meeting, Target
from people.desk.readings import Quote, field_notes, shown
from tests.factories import make_article, make_directive, make_official, make_organization, make_province


@pytest.mark.parametrize(
    ("record", "field", "reading", "expected"),
    [
        (Meeting(), "kind", "briefing", "Giao ban"),
        (Meeting(), "kind", "of a kind that was dropped", "of a kind that was dropped"),
        (Meeting(), "place", "", "(trống)"),
        (Meeting(), "date", None, "(trống)"),
        (Meeting(), "date", "2023-03-27", "27/03/2023"),
        (Meeting(), "number", 20, "20"),
        (Meeting(), "title", "Họp <b>", "Họp <b>"),
        (Target(), "value", "26000.5", "26.000,5"),
        (Target(), "comparator", ">=", "ít nhất"),
        (Directive(), "strength", "order", "Yêu cầu"),
    ],
)
def test_shown(record: Any, field: str, reading: Any, expected: str) -> None:
    with translation.override("vi"):
        assert shown(record, field, reading) == expected


@pytest.mark.django_db
def test_a_key_is_shown_as_the_record_it_leads_to() -> None:
    organization = make_organization("Sở Tài chính", province=make_province("Nghệ An"))
    assert shown(Meeting(), "body", organization.pk) == "Sở Tài chính (Nghệ An)"
    assert "987654321" in shown(Meeting(), "body", 987654321)


@pytest.mark.django_db
def test_only_fields_with_something_to_say_have_a_note() -> None:
    directive = make_directive(text="Sở Tài chính trình", assigner=make_official())
    assert field_notes(directive, {}, may_change=True) == {}
    directive.text = "Sửa <i>"
    directive.extracted["text"] = "Đọc <b>"
    notes = field_notes(directive, {"strength": [Quote("yêu <u>", "/x#y", "rule")]}, may_change=True)
    assert set(notes) == {"text", "strength"}
    assert "Đọc &lt;b&gt;" in notes["text"]
    assert '<a href="/x#y">yêu &lt;u&gt;</a>' in notes["strength"]


@pytest.mark.django_db
def test_a_record_that_a_person_made_has_no_reading_to_show() -> None:
    assert field_notes(make_directive(by_person=True), {}, may_change=True) == {}


@pytest.mark.django_db
def test_a_conflict_shows_the_persons_value_and_both_readings_with_their_words() -> None:
    text = "UBND tỉnh họp. Giao Sở Tài chính trình phương án trong tháng Tư."
    article = make_article(text, extractor_version="2026.10.1/abc", read_at=datetime.datetime(2026, 10, 5, tzinfo=UTC))
    directive = make_directive(text="Sở Tài chính trình", article=article, quote="Giao Sở Tài chính trình")
    directive.text = "Sở Tài chính trình phương án"
    directive._history_user = User.objects.create_user("lan", first_name="Lan")  # type: ignore[attr-defined]
    directive._change_reason = "Theo nguyên văn"  # type: ignore[attr-defined]
    directive.save()
    directive.follow({"text": "Trình phương án trong tháng Tư"})
    directive.quote, directive.rule = "trình phương án trong tháng Tư", "later-rule"
    article.extractor_version = "2026.11.2/def"

    note = field_notes(directive, {}, may_change=True)["text"]
    person, earlier, later = note.split('<span class="reading-side')[2:]
    assert "<b>Sở Tài chính trình phương án</b>" in person
    assert "Lan, " in person
    assert "Theo nguyên văn" in person
    assert "<b>Sở Tài chính trình</b>" in earlier
    assert "Giao Sở Tài chính trình</a></q>" in earlier
    assert "<code>2026.10.1</code>" in earlier
    assert "05/10/2026" in earlier
    assert "<b>Trình phương án trong tháng Tư</b>" in later
    assert "trình phương án trong tháng Tư</a></q>" in later
    assert "<code>later-rule</code>" in later
    assert note.count('name="give_back"') == note.count('name="settled"') == 1


@pytest.mark.django_db
def test_a_conflict_of_which_only_the_value_is_known_is_shown_without_words() -> None:
    directive = make_directive(text="Mới")
    directive.text, directive.conflicts = "Sửa", {"text": {"value": "Cũ"}}
    earlier = field_notes(directive, {}, may_change=True)["text"].split('<span class="reading-side')[3]
    assert "<b>Cũ</b>" in earlier
    assert "<q" not in earlier
