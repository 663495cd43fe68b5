"""Steps of a reviewer: each leaves a history, and the last ones are taken back, unless somebody came in between."""

from typing import Any

import pytest

from meetings.models import Directive, Mention
from meetings.review.article import steps
from people.corrections import State
from tests.factories import make_article, make_directive, make_mention, make_official

pytestmark = pytest.mark.django_db
ARTICLE = 7


def test_accepting_confirms_what_nobody_has_rejected_and_settles_conflicts() -> None:
    read, rejected = make_directive(), make_directive(state=State.REJECTED)
    conflicting = make_directive(conflicts={"strength": {"value": "note"}})
    rows = steps.accept([read, rejected, conflicting])
    assert [row.pk for row in rows] == [read.pk, conflicting.pk]
    assert [Directive.objects.get(pk=r.pk).state for r in (read, rejected, conflicting)] == [
        State.CONFIRMED, State.REJECTED, State.CONFIRMED,
    ]  # fmt: skip
    assert Directive.objects.get(pk=conflicting.pk).conflicts == {}


def test_a_rejection_keeps_its_reason() -> None:
    task = make_directive()
    steps.reject([task], "Câu của phóng viên")
    task.refresh_from_db()
    assert task.state == State.REJECTED
    assert task.history.first().history_change_reason == "Câu của phóng viên"


def test_steps_are_taken_back_one_by_one_the_last_first() -> None:
    task = make_directive()
    session: dict[str, Any] = {}
    steps.remember(session, ARTICLE, steps.accept([task]), "xác nhận")
    steps.remember(session, ARTICLE, steps.reject([task], "nhầm"), "bác bỏ")
    assert steps.last_step(session, ARTICLE) == "bác bỏ"
    assert steps.undo(session, ARTICLE) == ("bác bỏ", [("meetings.Directive", task.pk)])
    assert Directive.objects.get().state == State.CONFIRMED
    assert steps.undo(session, ARTICLE)[0] == "xác nhận"
    assert Directive.objects.get().state == State.READ
    with pytest.raises(steps.CannotUndoError):
        steps.undo(session, ARTICLE)


def test_only_steps_on_the_same_article_are_taken_back() -> None:
    session: dict[str, Any] = {}
    steps.remember(session, ARTICLE, steps.accept([make_directive()]), "xác nhận")
    assert steps.last_step(session, 8) == ""
    with pytest.raises(steps.CannotUndoError):
        steps.undo(session, 8)


def test_a_step_that_changed_nothing_is_none() -> None:
    session: dict[str, Any] = {}
    steps.remember(session, ARTICLE, steps.accept([make_directive(state=State.CONFIRMED)]), "xác nhận")
    assert steps.last_step(session, ARTICLE) == ""


def test_what_another_did_since_is_never_overwritten() -> None:
    task = make_directive()
    session: dict[str, Any] = {}
    steps.remember(session, ARTICLE, steps.accept([task]), "xác nhận")
    other = Directive.objects.get()
    other.strength = "note"
    other.save()
    with pytest.raises(steps.CannotUndoError):
        steps.undo(session, ARTICLE)
    assert Directive.objects.get().state == State.CONFIRMED
    assert steps.last_step(session, ARTICLE) == "xác nhận"


def test_all_records_of_a_step_are_taken_back_or_none() -> None:
    first, second = make_directive(), make_directive()
    session: dict[str, Any] = {}
    steps.remember(session, ARTICLE, steps.accept([first, second]), "xác nhận")
    first.refresh_from_db()
    first.strength = "note"
    first.save()
    with pytest.raises(steps.CannotUndoError):
        steps.undo(session, ARTICLE)
    assert {task.state for task in Directive.objects.all()} == {State.CONFIRMED}


def test_what_a_step_made_is_gone_when_it_is_taken_back() -> None:
    official, article = make_official("Lê Hồng Vinh"), make_article("Lê Hồng Vinh dự họp.")
    task, mention = make_directive(by_person=True), make_mention(official, article)
    task.save()  # the history of one that a person adds begins with it
    session: dict[str, Any] = {}
    made = steps.Row("meetings.Directive", task.pk, None, task.history.first().pk)
    steps.remember(session, ARTICLE, [made, steps.made_row(mention)], "thêm")
    steps.undo(session, ARTICLE)
    assert not Directive.objects.exists()
    assert not Mention.objects.exists()


def test_no_more_steps_are_remembered_than_fit_a_session() -> None:
    session: dict[str, Any] = {}
    for number in range(steps.REMEMBERED + 5):
        steps.remember(session, number, [steps.Row("meetings.Directive", 1, 1, 2)], "bước")
    assert len(session[steps.SESSION_KEY]) == steps.REMEMBERED
