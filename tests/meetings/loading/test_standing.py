"""What stands is counted as a reading would count it."""

from decimal import Decimal
from typing import Any

import pytest

from meetings.loading.standing import count_standing
from meetings.models import Appearance, Assignment, Directive, Meeting, Target
from meetings.reconcile import Tally
from people.corrections import State
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = "UBND tỉnh họp. Ông Lê Văn Tám, Chủ tịch UBND tỉnh dự. Sở Y tế rà soát thuốc. Thu đạt 26 tỷ đồng."


def told() -> Telling:
    told = Telling(TEXT).official("Lê Văn Tám", "Chủ tịch UBND tỉnh").appearance("Lê Văn Tám", "attends", "dự")
    return told.directive("Sở Y tế rà soát thuốc.", "Sở Y tế").target("26 tỷ đồng", "thu", "26", "tỷ đồng")


CHANGES: list[tuple[Any, str, Any]] = [
    (Directive, "strength", "order"),
    (Directive, "strength", "note"),
    (Target, "value", Decimal("26.5")),
    (Meeting, "title", "Họp"),
    (Assignment, "state", State.CONFIRMED),
    (Appearance, "state", State.REJECTED),
]


@pytest.mark.parametrize(("model", "field", "value"), CHANGES)
def test_the_count_is_that_of_a_reading(model: Any, field: str, value: Any) -> None:
    article, _ = told().loads()
    row = model.objects.get()
    setattr(row, field, value)
    row.save()
    counted = count_standing([article.pk])
    assert counted == told().loads(article)[1]
    assert counted.kept + counted.unchanged == 6


def test_nothing_stands_of_nothing() -> None:
    assert count_standing([]) == Tally()


def test_what_was_withdrawn_does_not_stand() -> None:
    article, _ = told().loads()
    Telling(TEXT, is_meeting=False).loads(article)
    assert count_standing([article.pk]) == Tally()
