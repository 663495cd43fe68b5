"""What became of a report, and who said so."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from people.mistakes.settling import State, decline_all, settle
from people.models import MistakeReport
from tests.factories import make_directive, make_mistake
from tests.staff import make_editor

pytestmark = pytest.mark.django_db


def test_a_report_is_settled_and_opened_again() -> None:
    report, editor = make_mistake(make_directive()), make_editor()
    settle(report, State.ACCEPTED, editor, "đã sửa")
    report.save()
    report.refresh_from_db()
    assert (report.state, report.settled_by, report.note) == ("accepted", editor, "đã sửa")
    assert report.settled_at is not None
    settle(report, State.OPEN, editor, "")
    report.save()
    report.refresh_from_db()
    assert report.settled_by is None
    assert report.settled_at is None


def test_only_open_ones_are_declined_together() -> None:
    directive, editor = make_directive(), make_editor()
    spam, right = make_mistake(directive), make_mistake(directive)
    settle(right, State.ACCEPTED, editor, "")
    right.save()
    with transaction.atomic():
        assert decline_all(MistakeReport.objects.all(), editor, "quảng cáo") == [spam]
    assert set(MistakeReport.objects.values_list("state", "note")) == {("declined", "quảng cáo"), ("accepted", "")}


def test_no_record_stays_without_a_word() -> None:
    report = make_mistake(make_directive())
    settle(report, State.DECLINED, make_editor(), "")
    with pytest.raises(IntegrityError), transaction.atomic():
        report.save()


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://example.vn/a?b=1", "https://example.vn/a?b=1"),
        ("HTTP://example.vn", "HTTP://example.vn"),
        ("javascript:alert(1)", ""),
        ("57-NQ/TW", ""),
        ("https://example.vn và báo giấy", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_pages_become_links(source: str, address: str) -> None:
    assert make_mistake(make_directive(), source=source).source_address == address
