"""What a person lets stand brings along what it stands on."""

from __future__ import annotations

import pytest

from meetings.models import Assignment, Directive
from people.corrections import State
from people.models import Organization
from tests.factories import make_directive, make_meeting, make_official, make_organization

pytestmark = pytest.mark.django_db
GONE = State.WITHDRAWN


def test_who_confirms_an_assignment_has_its_task_and_meeting_back() -> None:
    directive = make_directive(make_meeting(state=GONE), state=GONE, assignees=[make_organization(state=GONE)])
    assignment = Assignment.objects.get()
    Assignment.objects.update(state=GONE)
    Directive.objects.update(state=GONE)
    Organization.objects.update(state=GONE)
    type(directive.meeting).objects.update(state=GONE)
    assignment.refresh_from_db()
    assignment.state = State.CONFIRMED
    assignment.save()
    directive.refresh_from_db()
    assert (directive.state, directive.meeting.state) == (State.READ, State.READ)
    assert Organization.objects.get().state == State.READ


def test_who_names_an_official_has_him_back() -> None:
    directive, official = make_directive(), make_official(state=GONE)
    directive.assigner = official
    directive.save()
    official.refresh_from_db()
    assert official.state == State.READ


@pytest.mark.parametrize("state", [State.REJECTED, GONE])
def test_a_record_out_of_view_brings_nothing_back(state: State) -> None:
    directive = make_directive(make_meeting(), state=state)
    type(directive.meeting).objects.update(state=GONE)
    directive.text = "Mới"
    directive.save()
    directive.meeting.refresh_from_db()
    assert directive.meeting.state == GONE


def test_what_a_person_rejected_stays_rejected() -> None:
    directive = make_directive(state=GONE)
    type(directive.meeting).objects.update(state=State.REJECTED)
    directive.state = State.CONFIRMED
    directive.save()
    directive.meeting.refresh_from_db()
    assert directive.meeting.state == State.REJECTED
