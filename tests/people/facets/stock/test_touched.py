"""Which rows of a list a change touched, and when that is not known."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Meeting
from people.facets.stock import touched
from people.facets.stock.touched import touched_rows
from people.freshness.notes import Changed
from tests.factories import make_meeting, make_organization

pytestmark = pytest.mark.django_db
BY = {"meetings_meeting.id": "pk", "meetings_directive.meeting_id": "pk", "people_organization.id": "body"}
READ = {"meetings_meeting", "meetings_directive", "people_organization", "people_official"}


def rows(changed: Changed, number: int = 100_000) -> Any:
    found = touched_rows(Meeting.objects.published(), number, BY, READ, changed)
    return None if found is None else found.tolist()


def test_rows_are_found_by_their_own_key_or_by_what_they_stand_on() -> None:
    body = make_organization()
    held = [make_meeting(str(number), body=body).pk for number in range(2)]
    make_meeting("Khác")
    assert rows({}) == []
    assert rows({"meetings_directive": {"meeting_id": {7, 3}}}) == [3, 7]
    assert rows({"people_organization": {"id": {body.pk}}}) == held
    assert rows({"people_organization": {"id": {body.pk}}, "meetings_meeting": {"id": {9_999}}}) == [*held, 9_999]


def test_tables_that_were_not_read_touch_nothing() -> None:
    assert rows({"people_alias": None, "meetings_citation": {"id": {1}}}) == []


def test_it_is_not_known_where_nobody_noted_it() -> None:
    assert rows({"people_official": {"id": {1}}}) is None  # no way from a meeting to it is told
    assert rows({"meetings_meeting": None}) is None


def test_too_many_are_read_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rows({"meetings_meeting": {"id": {1, 2, 3}}}, number=11) == [1, 2, 3]
    assert rows({"meetings_meeting": {"id": {1, 2, 3, 4}}}, number=11) is None
    monkeypatch.setattr(touched, "MOST", 2)
    assert rows({"meetings_meeting": {"id": {1, 2, 3}}}) is None
