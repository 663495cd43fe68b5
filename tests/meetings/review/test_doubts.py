"""What needs a look, and what does not; each reason by the records that have it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from meetings.models import Article, Directive, Meeting, ReviewItem, Target
from people.corrections import State
from tests.factories import (
    make_appearance,
    make_article,
    make_decision,
    make_directive,
    make_document,
    make_meeting,
    make_mistake,
    make_official,
    make_organization,
    make_province,
    make_report,
    make_role,
    make_target,
)
from tests.meetings.review.waits import item_of, waits
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 27)


def sure_meeting(**values: Any) -> Meeting:
    return make_meeting(**{"province": make_province(), "date": DAY, **values})


def test_what_is_sure_and_complete_does_not_wait() -> None:
    article = make_article(reported_on=DAY)
    meeting = sure_meeting(articles=[article])
    directive = make_directive(meeting, article=article, deadline_to=datetime.date(2024, 6, 30), assignees=["Sở Y tế"])
    make_target(meeting, article=article, period="2024")
    make_appearance(meeting, article=article)
    make_role(make_official("Lê Thị Bình"))
    assert directive.pk
    assert not ReviewItem.objects.exists()


@pytest.mark.parametrize("state", [State.REJECTED, State.WITHDRAWN])
def test_what_readers_do_not_see_does_not_wait(state: State) -> None:
    make_meeting(state=state, confidence=10, conflicts={"title": {"value": "Cũ"}})
    hidden = sure_meeting()
    directive = make_directive(hidden, confidence=10, assignees=["Sở Y tế"])
    assignment = directive.assignments.get()
    assignment.confidence = 10
    assignment.save()
    hidden.state = state
    hidden.save()
    assert not ReviewItem.objects.exists()


def test_records_of_a_rejected_directive_or_meeting_leave_with_it() -> None:
    meeting = sure_meeting()
    directive = make_directive(meeting, confidence=10, assignees=["Sở Y tế"])
    assignment = directive.assignments.get()
    assignment.confidence = 10
    assignment.save()
    target = make_target(meeting, confidence=10)
    assert waits(directive) == waits(assignment) == waits(target) == {"unsure"}
    directive.state = State.REJECTED
    directive.save()
    assert waits(directive) == waits(assignment) == set()
    assert waits(target) == {"unsure"}
    meeting.state = State.REJECTED
    meeting.save()
    assert waits(target) == set()
    meeting.state = State.READ
    meeting.save()
    assert waits(target) == {"unsure"}


def test_every_kind_waits_where_the_reading_is_unsure() -> None:
    meeting = sure_meeting()
    for record in (
        make_official(confidence=50),
        make_organization(confidence=50),
        make_role(make_official("Lê Thị Bình"), confidence=50),
        make_document(confidence=50),
        make_directive(meeting, confidence=50),
        make_target(meeting, confidence=50),
        make_decision(meeting, confidence=50),
        make_appearance(meeting, make_official("Võ Văn Chi"), confidence=50),
        sure_meeting(confidence=50),
    ):
        assert waits(record) == {"unsure"}, record
        assert item_of(record).doubt == 50
        record.state = State.CONFIRMED
        record.save()
        assert waits(record) == set(), record


def test_an_unsure_reading_that_a_person_corrected_is_settled() -> None:
    directive = make_directive(sure_meeting(), confidence=50)
    assert waits(directive) == {"unsure"}
    directive.text = "Sở Y tế trình phương án."
    directive.save()
    assert waits(directive) == set()


def test_a_conflict_waits_until_it_is_settled() -> None:
    directive = make_directive(sure_meeting())
    directive.text = "Việc của người sửa."
    directive.follow({"text": "Lần đọc sau."})
    directive.save()
    assert waits(directive) == {"conflict"}
    assert item_of(directive, "conflict").detail["fields"] == ["text"]
    directive.state, directive.conflicts = State.CONFIRMED, {}
    directive.save()
    assert waits(directive) == set()


def test_a_meeting_without_province_or_date() -> None:
    meeting = make_meeting()
    assert waits(meeting) == {"province", "date"}
    meeting.province, meeting.province_source = make_province(), Meeting.ProvinceSource.CURATOR
    meeting.save()
    assert waits(meeting) == {"date"}
    meeting.state = State.CONFIRMED
    meeting.save()
    assert waits(meeting) == set()


def test_namesakes_wait_together_until_one_is_confirmed() -> None:
    province = make_province()
    first = make_official("Trần Văn Nam", province=province)
    second = make_official("Trần Văn Nam", province=province, homonym=1, confidence=50)
    third = make_official("Trần Văn Nam", province=province, homonym=2, confidence=50)
    make_official("Trần Văn Nam", province=make_province("Quảng Trị"), confidence=60)
    assert waits(first) == set()
    assert waits(second) == waits(third) == {"homonym"}
    items = [item_of(official, "homonym") for official in (second, third)]
    assert {item.place for item in items} == {f"official:{first.pk}"}
    assert items[0].detail["others"] == [first.pk, third.pk]
    first.state = State.REJECTED
    first.save()
    assert item_of(second, "homonym").detail["others"] == [third.pk]
    third.state = State.REJECTED
    third.save()
    assert waits(second) == {"unsure"}


def test_an_article_that_was_not_read() -> None:
    article = make_article(subject=Article.Subject.UNREAD)
    assert waits(article) == {"unread"}
    article.subject = Article.Subject.OTHER
    article.save()
    assert waits(article) == set()


def test_a_visitors_report_waits_until_it_is_settled() -> None:
    directive = make_directive(sure_meeting())
    first, second = make_mistake(directive, "Sai hạn."), make_mistake(directive, "Sai tên.")
    assert waits(directive) == {"report"}
    item = item_of(directive, "report")
    assert (item.detail["reports"], item.detail["said"]) == ([first.pk, second.pk], "Sai hạn.")
    directive.meeting.save()
    directive.state = State.REJECTED
    directive.save()
    assert waits(directive) == {"report"}
    for report in (first, second):
        assert waits(directive) == {"report"}
        report.state, report.settled_at = "accepted", timezone.now()
        report.save()
    assert waits(directive) == set()


def figure(value: str, **values: Any) -> Telling:
    return Telling(f"Họp. Thu ngân sách {value} tỷ đồng.").target(
        f"Thu ngân sách {value} tỷ đồng", "thu ngân sách", value, "tỷ đồng", period="2024", **values
    )


def test_figures_that_two_articles_give_differently() -> None:
    figure("26000").loads()
    figure("26500").loads()
    first, last = Target.objects.order_by("pk")
    assert waits(first) == set()
    assert waits(last) == {"figures"}
    told = item_of(last, "figures").detail["figures"]
    assert [(one["pk"], one["value"]) for one in told] == [(first.pk, "26000"), (last.pk, "26500")]
    last.value = first.value
    last.save()
    assert waits(last) == set()


@pytest.mark.parametrize(
    "other",
    [
        figure("26000"),
        figure("26500", status="achieved"),
        figure("26500", canonical_metric="chi ngân sách"),
        Telling("Họp. Thu 26.").target("Thu 26", "thu ngân sách", "26", "nghìn tỷ đồng", period="2024"),
    ],
    ids=["the same", "another status", "another indicator", "the same in another unit"],
)
def test_figures_that_agree_or_are_of_different_things(other: Telling) -> None:
    figure("26000").loads()
    other.loads()
    assert not ReviewItem.objects.filter(reason="figures").exists()


def test_two_figures_of_one_article_do_not_contradict_each_other() -> None:
    meeting, article = sure_meeting(), make_article()
    make_target(meeting, value="1", article=article)
    make_target(meeting, value="2", article=article)
    assert not ReviewItem.objects.exists()


def test_confirming_says_that_figures_or_reports_that_differ_are_right_as_they_are() -> None:
    figure("26000").loads()
    figure("26500").loads()
    last = Target.objects.order_by("pk")[1]
    last.state = State.CONFIRMED
    last.save()
    assert waits(last) == set()
    figure("26700").loads()
    assert waits(Target.objects.order_by("pk")[2]) == {"figures"}


def test_articles_that_contradict_each_other_on_the_meeting() -> None:
    meeting = sure_meeting()
    for session in ("morning", "afternoon"):
        report = make_report(meeting, reading={"session": {"value": session}})
    meeting.save()
    assert waits(meeting) == {"contradiction"}
    assert item_of(meeting, "contradiction").detail["fields"] == {"session": ["morning", "afternoon"]}
    assert item_of(meeting, "contradiction").article == meeting.reports.order_by("pk")[0].article
    report.reading = {}
    report.save()
    meeting.save()
    assert waits(meeting) == set()


def test_an_odd_deadline_waits_until_it_is_set_right() -> None:
    directive = make_directive(sure_meeting(), deadline_to=datetime.date(2014, 6, 30))
    assert waits(directive) == {"year"}
    Directive.objects.filter(pk=directive.pk).update(deadline_from=None)
    directive.deadline_to = datetime.date(2024, 6, 30)
    directive.save()
    assert waits(directive) == set()


def test_a_deadline_becomes_odd_when_the_day_of_the_meeting_changes() -> None:
    meeting = sure_meeting()
    directive = make_directive(meeting, deadline_to=datetime.date(2024, 6, 30))
    assert waits(directive) == set()
    meeting.date = datetime.date(2024, 8, 1)
    meeting.save()
    assert waits(directive) == {"year"}
