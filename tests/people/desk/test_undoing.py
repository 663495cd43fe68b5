"""Back to an earlier version: a person's values as they were, the machine's as it reads now."""

import pytest

from meetings.models import Directive
from people.corrections import State
from people.desk.undoing import bring_back
from tests.factories import make_directive

pytestmark = pytest.mark.django_db


def version_before(record: Directive) -> object:
    return record.history.order_by("-history_date", "-history_id")[1]


def test_a_correction_is_taken_back_to_what_was_read() -> None:
    task = make_directive(text="Sở Y tế rà soát thuốc.", strength="order")
    task.strength = "note"
    task.save()
    bring_back(task, version_before(task), "Hoàn tác")
    task.refresh_from_db()
    assert (task.strength, task.corrected_fields()) == ("order", ())
    assert task.history.first().history_change_reason == "Hoàn tác"


def test_what_was_the_machines_is_what_it_reads_now() -> None:
    task = make_directive(text="Sở Y tế rà soát thuốc.", strength="order")
    task.strength = "note"
    task.save()
    before = version_before(task)
    task.follow({"text": "Sở Y tế rà soát thuốc thiết yếu.", "strength": "need"})
    task.skip_history_when_saving = True  # type: ignore[attr-defined]
    task.save()
    bring_back(task, before, "Hoàn tác")
    task.refresh_from_db()
    assert (task.text, task.strength) == ("Sở Y tế rà soát thuốc thiết yếu.", "need")
    assert task.corrected_fields() == ()


def test_an_earlier_correction_is_kept_by_taking_back_the_later_one() -> None:
    task = make_directive(text="Sở Y tế rà soát thuốc.", strength="order")
    for strength in ("note", "need"):
        task.strength = strength
        task.save()
    bring_back(task, version_before(task), "Hoàn tác")
    task.refresh_from_db()
    assert (task.strength, task.corrected_fields()) == ("note", ("strength",))


def test_a_confirmation_is_taken_back_with_the_conflict_that_it_settled() -> None:
    task = make_directive(text="Sở Y tế rà soát thuốc.", strength="order")
    task.strength = "note"
    task.save()
    task.follow({"strength": "need"})
    task.save()
    task.state, task.conflicts = State.CONFIRMED, {}
    task.save()
    bring_back(task, version_before(task), "Hoàn tác")
    task.refresh_from_db()
    assert task.state == State.READ
    assert task.conflicts["strength"]["value"] == "order"
