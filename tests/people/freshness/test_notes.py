"""Which rows were changed is noted whoever changes them, told once they are committed, and never told wrongly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from meetings.models import Assignment, Directive, Meeting
from people.freshness import notes
from people.freshness.notes import Changed, changed_between, mark
from people.freshness.statements import MOST_KEYS
from people.models import DataChange, Official, RowChange
from tests.factories import make_assignment, make_directive, make_meeting, make_official
from tests.people.freshness.conftest import Late

pytestmark = pytest.mark.django_db(transaction=True)


def changed(change: Callable[[], Any]) -> Changed | None:
    before = mark()
    change()
    return changed_between(before, mark())


def test_each_changed_row_is_noted_by_its_keys_before_and_after() -> None:
    first, second = make_meeting("Một"), make_meeting("Hai")
    task = make_directive(first)
    assert changed(lambda: None) == {}
    moved = changed(lambda: Directive.objects.filter(pk=task.pk).update(meeting=second))
    assert moved == {"meetings_directive": {"id": {task.pk}, "meeting_id": {first.pk, second.pk}}}
    given = changed(lambda: make_assignment(task, "các huyện")) or {}
    assert (given["meetings_assignment"] or {})["directive_id"] == {task.pk}
    gone = changed(lambda: Assignment.objects.all().delete()) or {}
    assert (gone["meetings_assignment"] or {})["directive_id"] == {task.pk}
    by_sql = changed(lambda: connection.cursor().execute("UPDATE meetings_meeting SET place = 'Vinh'"))
    assert by_sql == {"meetings_meeting": {"id": {first.pk, second.pk}}}


def test_of_some_tables_only_that_they_changed_is_noted() -> None:
    official = make_official()
    told = changed(lambda: official.aliases.create(name="Tên khác")) or {}
    assert told["people_alias"] == {}


def test_what_was_undone_is_not_told() -> None:
    make_meeting()

    def undone() -> None:
        with transaction.atomic():
            Official.objects.create(name="Lê Văn Ba")
            transaction.set_rollback(True)

    assert changed(undone) == {}


def test_a_change_that_is_committed_later_than_a_younger_one_is_told(late: Late) -> None:
    held, official = make_meeting("Trước"), make_official()
    with late(lambda: Meeting.objects.update(place="Chậm")) as commit:
        younger = changed(lambda: Official.objects.update(name="Nhanh"))
        assert younger == {"people_official": {"id": {official.pk}}}
        assert changed(commit) == {"meetings_meeting": {"id": {held.pk}}}


def test_a_statement_that_changes_no_row_is_no_change() -> None:
    make_meeting()
    before = mark()
    Meeting.objects.filter(title="Không có").update(place="Vinh")
    assert mark().noted.tolist() == before.noted.tolist()


def test_too_much_is_told_as_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    make_official()
    monkeypatch.setattr(notes, "MOST_KEYS", 2)

    def many() -> None:
        for number in range(4):
            Official.objects.create(name=f"Lê Văn {number}")

    assert (changed(many) or {})["people_official"] is None


def test_rows_of_a_statement_that_changes_thousands_are_unknown() -> None:
    make_meeting()
    many = [Meeting(title=f"Phiên {number}", sort_date=timezone.localdate()) for number in range(MOST_KEYS + 2)]
    told = changed(lambda: Meeting.objects.bulk_create(many))
    # SQLite notes each row, and remembers fewer than these: it does not know what came before either.
    assert told == (None if connection.vendor == "sqlite" else {"meetings_meeting": None})


def test_notes_that_are_gone_leave_it_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    make_official()
    before = mark()
    make_official("Lê Thị Bình")
    if connection.vendor == "sqlite":
        RowChange.objects.all().delete()
    else:
        DataChange.objects.order_by("pk")[:1].get().delete()
    assert changed_between(before, mark()) is None


def test_before_anything_was_noted_nothing_is_known() -> None:
    DataChange.objects.all().delete()
    empty = mark()
    assert changed_between(empty, mark()) == {}
    make_official()
    assert changed_between(empty, mark()) is None
