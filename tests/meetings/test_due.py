"""What is due next and what was due last, nearest first, without what nobody may see or what is only told again."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.due import latest_due, next_due
from meetings.models import Directive
from people.corrections import State
from tests.factories import make_directive, make_meeting

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2025, 6, 15)


def due(day: int, month: int = 6, **values: Any) -> Directive:
    return make_directive(
        make_meeting(f"Phiên {day}/{month}"), "Trình.", deadline_to=datetime.date(2025, month, day), **values
    )


def test_the_nearest_come_first_on_either_side_of_today() -> None:
    ahead = [due(15), due(16), due(1, 7)]
    behind = [due(14), due(13), due(1, 5)]
    make_directive(make_meeting(), "Rà soát.")
    assert list(next_due(TODAY, 5)) == ahead
    assert list(latest_due(TODAY, 5)) == behind
    assert list(next_due(TODAY, 2)) == ahead[:2]
    assert list(latest_due(TODAY, 1)) == behind[:1]


def test_what_readers_may_not_see_and_retellings_are_left_out() -> None:
    first = due(20)
    due(21, state=State.REJECTED)
    again = due(22)
    Directive.objects.filter(pk=again.pk).update(same_as=first)
    hidden = due(23)
    hidden.meeting.state = State.REJECTED
    hidden.meeting.save()
    assert list(next_due(TODAY, 9)) == [first]
