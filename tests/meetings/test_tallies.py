"""Counts for a list of meetings, for the whole register, and by province."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.tallies import Checked, Tally, add_tallies, checked
from tests.factories import make_directive, make_meeting, make_target

pytestmark = pytest.mark.django_db


def test_each_meeting_gets_its_own(django_assert_num_queries: Any) -> None:
    first, second = make_meeting("A"), make_meeting("B")
    task = make_directive(first, "Một.", deadline_text="sớm")
    make_directive(first, "Hai.")
    make_directive(first, "Đọc nhầm.", state="rejected")
    make_directive(first, "Thuật lại.", same_as=task)
    make_target(first)
    with django_assert_num_queries(2):
        add_tallies([first, second])
    assert first.tally == Tally(directives=2, deadlines=1, targets=1)  # type: ignore[attr-defined]
    assert second.tally == Tally()  # type: ignore[attr-defined]


def test_what_a_person_has_checked() -> None:
    assert checked() == Checked(0, 0)
    assert checked().percent == 0
    make_directive(make_meeting(state="confirmed"), state="confirmed")
    make_directive(make_meeting())
    make_target(make_meeting(), state="rejected")
    assert checked() == Checked(records=5, confirmed=2)
    assert checked().percent == 40
