"""Tasks by agency: in full once, named wherever else they belong."""

from __future__ import annotations

import pytest
from django.db.models import Prefetch

from meetings.models import Assignment, Directive
from meetings.tasks import by_agency
from tests.factories import make_assignment, make_directive, make_meeting, make_official, make_organization

pytestmark = pytest.mark.django_db


def grouped() -> list[tuple[str, list[str], list[str]]]:
    rows = Directive.objects.order_by("pk").prefetch_related(
        Prefetch("assignments", Assignment.objects.published(), to_attr="parts")
    )
    return [(g.name, [t.text for t in g.tasks], [t.text for t, _ in g.shared]) for g in by_agency(rows)]


def test_a_task_stands_under_its_leader_wherever_that_is_named() -> None:
    health, finance = make_organization("Sở Y tế"), make_organization("Sở Tài chính")
    task = make_directive(text="Một.")
    make_assignment(task, health, part="coordinate", order=0)
    make_assignment(task, finance, part="lead", order=1)
    assert grouped() == [("Sở Tài chính", ["Một."], []), ("Sở Y tế", [], ["Một."])]


def test_of_equals_the_first_one_named_has_it() -> None:
    make_directive(text="Một.", assignees=["các sở, ngành", make_organization("Sở Y tế")])
    assert grouped() == [("các sở, ngành", ["Một."], []), ("Sở Y tế", [], ["Một."])]


def test_groups_are_one_whatever_the_spelling_of_their_words() -> None:
    meeting = make_meeting()
    make_directive(meeting, "Một.", assignees=["Các địa phương"])
    make_directive(meeting, "Hai.", assignees=["các địa phương"])
    assert grouped() == [("Các địa phương", ["Một.", "Hai."], [])]


def test_people_can_be_told_to_act() -> None:
    make_directive(text="Một.", assignees=[make_official("Nguyễn Văn An")])
    assert grouped() == [("Nguyễn Văn An", ["Một."], [])]


def test_tasks_that_name_nobody_come_last() -> None:
    meeting = make_meeting()
    make_directive(meeting, "Một.")
    make_directive(meeting, "Hai.", assignees=["các sở"])
    assert grouped() == [("các sở", ["Hai."], []), ("", ["Một."], [])]


def test_no_task_appears_twice_in_full() -> None:
    agency = make_organization("Sở Y tế")
    task = make_directive(text="Một.", assignees=[agency])
    make_assignment(task, agency, part="coordinate", order=1)
    assert grouped() == [("Sở Y tế", ["Một."], [])]


def test_a_rejected_assignment_does_not_count() -> None:
    task = make_directive(text="Một.")
    make_assignment(task, make_organization("Sở Y tế"), state="rejected")
    assert grouped() == [("", ["Một."], [])]
