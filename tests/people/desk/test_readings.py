"""Readings in the words of a form."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from meetings.models import Directive, Meeting, Target
from people.desk.readings import Quote, field_notes, shown
from tests.factories import make_directive, make_official, make_organization, make_province


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
