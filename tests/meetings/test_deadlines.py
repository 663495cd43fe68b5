"""How deadlines stand: the words for one directive and the condition for many agree."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from meetings import deadlines
from meetings.models import Directive
from tests.factories import make_article, make_directive, make_meeting

TODAY = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("words", "last", "state"),
    [
        ("", None, "none"),
        ("sớm", None, "undated"),
        ("trước 28/2", datetime.date(2026, 2, 28), "passed"),
        ("trong hôm nay", TODAY, "soon"),
        ("trước 15/3", datetime.date(2026, 3, 15), "soon"),
        ("trước 16/3", datetime.date(2026, 3, 16), "open"),
    ],
)
@pytest.mark.django_db
def test_states(words: str, last: datetime.date | None, state: str) -> None:
    made = make_directive(make_meeting(), deadline_text=words, deadline_to=last)
    assert deadlines.state_of(made, TODAY) == state
    met = [value for value, _, condition in deadlines.conditions(TODAY) if Directive.objects.filter(condition).exists()]
    assert met == [state]


def test_today_is_meant_unless_another_day_is_given() -> None:
    today = timezone.localdate()
    assert deadlines.state_of(Directive(deadline_to=today)) == "soon"
    assert deadlines.state_of(Directive(deadline_to=today - datetime.timedelta(days=1))) == "passed"


def test_a_day_that_has_passed_is_never_called_overdue() -> None:
    label = str(deadlines.DeadlineState.PASSED.label)
    assert label == "Đã qua mốc thời gian trong văn bản; chưa thấy tin về kết quả"
    assert not any("quá hạn" in f"{state.label} {state.short}" for state in deadlines.DeadlineState)


def test_few_words_are_fewer_and_only_where_there_are_many() -> None:
    for state in deadlines.DeadlineState:
        assert len(state.short) <= len(state.label)
    assert deadlines.DeadlineState.OPEN.short == str(deadlines.DeadlineState.OPEN.label)
    assert deadlines.DeadlineState.PASSED.short == "Đã qua mốc, chưa thấy tin kết quả"


def test_only_of_what_has_passed_news_is_told_to_be_missing_and_as_of_when() -> None:
    until = datetime.date(2026, 2, 3)
    assert deadlines.standing(deadlines.DeadlineState.PASSED, until).endswith("kết quả (tính đến 03/02/2026)")
    assert deadlines.standing(deadlines.DeadlineState.PASSED, None).endswith("kết quả")
    assert deadlines.standing(deadlines.DeadlineState.OPEN, until) == "Còn hạn"


@pytest.mark.django_db
def test_news_is_known_up_to_the_last_published_text_of_today() -> None:
    assert deadlines.news_until(TODAY) is None
    for day, state in ((3, "read"), (5, "confirmed"), (7, "withdrawn")):
        make_article(reported_on=datetime.date(2026, 2, day), state=state)
    make_article(reported_on=datetime.date(2026, 3, 2))
    assert deadlines.news_until(TODAY) == datetime.date(2026, 2, 5)
