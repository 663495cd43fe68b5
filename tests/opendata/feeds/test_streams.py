"""The newest of several kinds, page by page: each record once, whatever its day."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from meetings.models import Directive, Meeting
from opendata.feeds.streams import Stream, newest, place_of
from tests.factories import make_directive, make_meeting

pytestmark = pytest.mark.django_db


def streams() -> list[Stream]:
    return [Stream("meeting", Meeting.objects.all()), Stream("directive", Directive.objects.all())]


def known(record: Meeting | Directive, minutes: int) -> tuple[str, int]:
    """Makes the record one that became known so many minutes ago."""
    moment = timezone.now() - datetime.timedelta(minutes=minutes)
    type(record).objects.filter(pk=record.pk).update(created_at=moment)
    return ("meeting" if isinstance(record, Meeting) else "directive", record.pk)


def test_kinds_are_mixed_by_when_they_became_known() -> None:
    first = make_meeting(date=datetime.date(2025, 5, 1))
    order = [known(first, 40), known(make_directive(first), 30)]
    second = make_meeting("Phiên họp khác", date=datetime.date(2020, 1, 1))
    order += [known(second, 20), known(make_directive(second), 10)]
    assert list(newest(streams(), 10).keys) == order[::-1]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 8])
def test_pages_hold_each_record_once_even_of_one_moment(size: int) -> None:
    meeting = make_meeting()
    tasks = [make_directive(meeting, f"Việc {number}.") for number in range(6)]
    Directive.objects.update(created_at=meeting.created_at)
    everything = {("meeting", meeting.pk), *(("directive", task.pk) for task in tasks)}
    seen: list[tuple[str, int]] = []
    place: dict[str, int] | None = {}
    while place is not None:
        page = newest(streams(), size, place)
        seen += page.keys
        assert len(page.keys) <= size
        place = place_of(page.place, streams()) if page.place else None
    assert len(seen) == len(everything)
    assert set(seen) == everything


def test_a_record_that_comes_while_somebody_reads_moves_no_other() -> None:
    meeting = make_meeting()
    old = make_directive(meeting, "Việc một.")
    make_directive(meeting, "Việc hai.")
    only = [streams()[1]]
    place = newest(only, 1).place
    make_directive(meeting, "Việc ba.")
    assert newest(only, 5, place_of(place, only)).keys == (("directive", old.pk),)


def test_nothing_is_an_empty_page() -> None:
    assert newest(streams(), 5).keys == ()
    assert newest(streams(), 5).place == ""


@pytest.mark.parametrize("text", ["", "x", "meeting", "meeting-0", "meeting--1", "meeting-1,directive-2", "target-3",
                                  "meeting-1.", "meeting-٣", "meeting-" + "9" * 30, "meeting-1\0"])  # fmt: skip
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        place_of(text, streams())
