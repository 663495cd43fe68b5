"""What a person sets right links repeated tasks anew at once, not only with the next text."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.judging import judge
from meetings.models import Directive, Repetition, Target
from meetings.reconcile.rows import save_quietly
from people.corrections import State
from tests.factories import (
    make_article,
    make_assignment,
    make_directive,
    make_meeting,
    make_organization,
    make_province,
    make_target,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_followed_at_once")]
DAY = datetime.date(2025, 3, 12)
TEXT = "Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công."


def task(days: int, text: str = TEXT, agency: str = "Sở Tài chính", province: str = "Nghệ An") -> Directive:
    place = make_province(province)
    held = make_meeting(f"Phiên họp {days}", province=place, date=DAY + datetime.timedelta(days))
    return make_directive(held, text, assignees=[make_organization(agency, province=place)])


def linked(*tasks: Directive) -> bool:
    """Whether these are told as one task, and nothing else is."""
    chains = set(Repetition.objects.values_list("chain", flat=True))
    return set(Repetition.objects.values_list("pk", flat=True)) == {row.pk for row in tasks} and len(chains) == 1


def test_words_set_right_link_and_part_tasks() -> None:
    first, second = task(0), task(30, "Sở Tài chính tổ chức hội nghị tổng kết công tác thi đua khen thưởng.")
    assert not Repetition.objects.exists()
    second.text = TEXT
    second.save()
    assert linked(first, second)
    second.text = "Sở Tài chính báo cáo việc khác hẳn, không dính dáng gì tới việc trước."
    second.save()
    assert not Repetition.objects.exists()


def test_an_agency_set_right_links_and_parts_tasks() -> None:
    first, second = task(0), task(30)
    assert linked(first, second)
    assignment = second.assignments.get()
    assignment.organization = make_organization("Sở Y tế", province=make_province("Nghệ An"))
    assignment.save()
    assert not Repetition.objects.exists()
    more = make_assignment(second, make_organization("Sở Tài chính", province=make_province("Nghệ An")))
    assert linked(first, second)
    more.delete()
    assert not Repetition.objects.exists()


@pytest.mark.parametrize(
    "change", [{"state": "rejected"}, {"date": None, "date_precision": "none"}, {"province": "Sơn La"}]
)
def test_a_meeting_set_right_parts_its_tasks(change: dict[str, str | None]) -> None:
    first, second = task(0), task(30)
    assert linked(first, second)
    meeting = second.meeting
    for name, value in change.items():
        setattr(meeting, name, make_province(str(value)) if name == "province" else value)
    meeting.save()
    assert not Repetition.objects.exists()


def test_a_task_moved_to_another_meeting_is_told_there() -> None:
    first, second = task(0), task(30, province="Sơn La")
    assert not Repetition.objects.exists()
    organization = first.assignments.get().organization
    assignment = second.assignments.get()
    assignment.organization = organization
    assignment.save()
    assert not Repetition.objects.exists()
    second.meeting = task(60, "Việc khác hẳn không giống gì cả.").meeting
    second.save()
    assert linked(first, second)


def test_a_task_that_is_rejected_leaves_its_chain_to_the_others() -> None:
    first, second, third = task(0), task(30), task(60)
    assert linked(first, second, third)
    first.state = "rejected"
    first.save()
    assert linked(second, third)
    assert Repetition.objects.get(pk=third.pk).chain == second.pk


def test_what_people_said_of_two_tasks_outlives_a_correction() -> None:
    first, second = task(0), task(30)
    judge(first, second, same=False, by=None)
    second.text = TEXT.upper()
    second.save()
    assert not Repetition.objects.exists()


def test_what_a_reading_saves_is_left_to_the_end_of_the_reading() -> None:
    first, second = task(0), task(30)
    assert linked(first, second)
    second.text = "Sở Tài chính báo cáo việc khác hẳn, không dính dáng gì tới việc trước."
    save_quietly(second)
    assert linked(first, second)


def figure_told_twice() -> tuple[Target, Target]:
    held = make_meeting(articles=[make_article(), make_article()])
    first, second = (make_target(held, article=article) for article in held.articles.order_by("pk"))
    second.refresh_from_db()
    return first, second


def test_a_figure_that_is_added_is_told_once() -> None:
    first, second = figure_told_twice()
    assert (first.same_as, second.same_as) == (None, first)


def test_what_repeats_a_telling_that_is_rejected_stands_for_itself() -> None:
    first, second = figure_told_twice()
    first.state = State.REJECTED
    first.save()
    second.refresh_from_db()
    assert second.same_as is None
    first.state = State.CONFIRMED
    first.save()
    second.refresh_from_db()
    assert second.same_as == first


def test_a_figure_set_right_is_no_longer_told_twice() -> None:
    _first, second = figure_told_twice()
    second.value = Decimal(27000)
    second.save()
    second.refresh_from_db()
    assert second.same_as is None


def test_to_say_that_a_figure_is_right_as_it_is_settles_nothing_anew() -> None:
    first, second = figure_told_twice()
    second.state = State.CONFIRMED
    second.save()
    with CaptureQueriesContext(connection) as asked:
        second.save()
    assert not [query for query in asked if "meetings_appearance" in query["sql"]]
    second.refresh_from_db()
    assert second.same_as == first


def test_a_figure_moved_to_another_meeting_is_told_twice_in_neither() -> None:
    first, second = figure_told_twice()
    first.meeting = make_meeting("Phiên khác")
    first.save()
    second.refresh_from_db()
    assert second.same_as is None


def test_whose_task_it_is_set_right_tells_apart_what_two_texts_tell() -> None:
    held = make_meeting(articles=[make_article(), make_article()])
    finance, health = make_organization(), make_organization("Sở Y tế")
    first, second = (
        make_directive(held, TEXT, article=article, assignees=[finance]) for article in held.articles.order_by("pk")
    )
    second.refresh_from_db()
    assert second.same_as == first
    assignment = second.assignments.get()
    assignment.organization = health
    assignment.save()
    second.refresh_from_db()
    assert second.same_as is None
