"""Tasks that meetings repeat are linked by rules; what people say of two of them outlives every reading."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.judging import Contradiction, judge, take_back
from meetings.models import Article, Directive, Repetition, TaskJudgement
from meetings.reconcile.repeats import settle_repeats
from tests.factories import make_directive, make_meeting, make_organization, make_province
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 3, 12)
TEXT = "Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công"


def task(days: int, words: str = "", **values: Any) -> Directive:
    """A task given so many days after the first, nearly in the same words; nothing is settled yet."""
    province = make_province("Nghệ An")
    held = make_meeting(f"Phiên họp {days}", province=province, date=DAY + datetime.timedelta(days))
    finance = make_organization("Sở Tài chính", province=province)
    return make_directive(held, f"{TEXT}{words}.", assignees=[finance], **values)


def chains() -> list[list[int]]:
    """The tasks of each chain by key, the chain's first task first."""
    found: dict[int, list[int]] = {}
    for pk, chain in Repetition.objects.order_by("pk").values_list("pk", "chain"):
        found.setdefault(chain, []).append(pk)
    return [sorted(keys, key=lambda pk: pk != chain) for chain, keys in sorted(found.items())]


def settled(*tasks: Directive) -> list[list[int]]:
    """The chains once these are settled."""
    settle_repeats([row.pk for row in tasks])
    return chains()


def test_a_task_that_is_told_once_is_in_no_chain() -> None:
    one = task(0)
    assert settled(one) == []
    settle_repeats([])


def test_each_is_linked_to_the_likeliest_earlier_one_or_the_last_of_these() -> None:
    first, second, third, other = task(0), task(30), task(60), task(90, " năm nay, gấp rút, từng tuần")
    assert settled(first, second, third, other) == [[first.pk, second.pk, third.pk, other.pk]]
    links = dict(Repetition.objects.values_list("pk", "earlier"))
    assert links == {first.pk: None, second.pk: first.pk, third.pk: second.pk, other.pk: third.pk}
    assert Repetition.objects.get(pk=third.pk).likeness == 100
    assert 50 < (Repetition.objects.get(pk=other.pk).likeness or 0) < 100


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_loading_does_not_matter(order: tuple[int, ...]) -> None:
    tasks = [task(0), task(30, " và báo cáo"), task(60), task(500)]
    tasks_now = [tasks[n] for n in order]
    keys = [row.pk for row in tasks_now]
    Directive.objects.filter(pk__in=keys).update(state="withdrawn")
    for row in tasks_now:
        Directive.objects.filter(pk=row.pk).update(state="read")
        settle_repeats([row.pk])
    first, second, third, late = (row.pk for row in tasks)
    assert chains() == [[first, second, third]]
    assert dict(Repetition.objects.values_list("pk", "earlier")) == {first: None, second: first, third: first}
    assert late not in Repetition.objects.values_list("pk", flat=True)


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_what_stands_no_more_is_in_no_chain_and_the_others_find_each_other(state: str) -> None:
    first, second, third = task(0), task(30), task(60)
    settled(first, second, third)
    Directive.objects.filter(pk=second.pk).update(state=state)
    assert settled(second) == [[first.pk, third.pk]]
    Directive.objects.filter(pk=third.pk).update(state=state)
    assert settled(third) == []


def test_two_tasks_of_one_meeting_are_not_linked_with_each_other() -> None:
    first, second = task(0), task(30)
    again = make_directive(
        second.meeting, f"{TEXT}.", assignees=[make_organization("Sở Tài chính", province=make_province("Nghệ An"))]
    )
    assert settled(first, second, again) == [[first.pk, second.pk, again.pk]]
    assert set(Repetition.objects.values_list("earlier", flat=True)) == {None, first.pk}


def test_settling_again_changes_nothing_and_asks_little() -> None:
    first, second = task(0), task(30)
    settled(first, second)
    before = list(Repetition.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as captured:
        settle_repeats([first.pk, second.pk])
    assert list(Repetition.objects.order_by("pk").values()) == before
    assert not any(query["sql"].startswith(("INSERT", "UPDATE", "DELETE")) for query in captured)
    few = len(captured)
    for days in range(60, 200, 20):
        task(days)
    settle_repeats(list(Directive.objects.values_list("pk", flat=True)))
    with CaptureQueriesContext(connection) as captured:
        settle_repeats([first.pk, second.pk])
    assert len(captured) <= few + 1


# ── What people say


def test_not_the_same_holds_although_a_third_task_is_like_both() -> None:
    first, second, third = task(0), task(30), task(60)
    settled(first, second, third)
    judge(second, first, same=False, by=None)
    assert chains() == [[second.pk, third.pk]]
    for _ in range(2):
        assert settled(first, second, third) == [[second.pk, third.pk]]
    judge(third, second, same=False, by=None)
    assert chains() == [[first.pk, third.pk]]


def test_not_the_same_holds_when_the_dates_turn_about() -> None:
    first, second = task(0), task(30)
    judge(first, second, same=False, by=None)
    second.meeting.date = DAY - datetime.timedelta(9)
    second.meeting.save()
    assert settled(first, second) == []


def test_not_the_same_outlives_a_reading_that_misses_the_task_and_one_that_finds_it_again() -> None:
    first, second = task(0), task(30)
    judge(first, second, same=False, by=None)
    for state in ("withdrawn", "read"):
        Directive.objects.filter(pk=first.pk).update(state=state)
        assert settled(first, second) == []


def test_the_same_holds_whatever_the_words_the_days_and_the_readings() -> None:
    first, second = task(0), task(700, deadline_text="sớm")
    Directive.objects.filter(pk=second.pk).update(text="Việc đã giao thì phải làm.")
    second.meeting.date_precision = "month"
    second.meeting.save()
    judge(first, second, same=True, by=None)
    assert chains() == [[first.pk, second.pk]]
    assert Repetition.objects.get(pk=second.pk).earlier is None
    for state in ("withdrawn", "read"):
        Directive.objects.filter(pk=second.pk).update(state=state)
        assert settled(second) == ([[first.pk, second.pk]] if state == "read" else [])


def test_the_last_word_on_two_tasks_holds_and_may_be_taken_back() -> None:
    first, second = task(0), task(30)
    settled(first, second)
    judge(first, second, same=False, by=None, reason="Hai dự án")
    judge(second, first, same=True, by=None, reason="Một việc")
    assert chains() == [[first.pk, second.pk]]
    said = TaskJudgement.objects.get()
    assert (said.first, said.second, said.same, said.reason) == (first, second, True, "Một việc")
    judge(first, second, same=False, by=None)
    take_back(TaskJudgement.objects.get())
    assert chains() == [[first.pk, second.pk]]
    assert not TaskJudgement.objects.exists()


def test_taking_a_link_back_leaves_the_others_to_the_rules() -> None:
    first, second = task(0), task(30)
    far = make_directive(make_meeting(date=DAY), "Việc khác hẳn.")
    settled(first, second)
    said = judge(second, far, same=True, by=None)
    assert sorted(chains()[0]) == sorted([first.pk, second.pk, far.pk])
    take_back(said)
    assert chains() == [[first.pk, second.pk]]


def test_a_retelling_stands_for_what_it_retells() -> None:
    first, second = task(0), task(30)
    retold = make_directive(first.meeting, "Rà soát các dự án.", same_as=first)
    settled(first, second)
    assert judge(second, retold, same=False, by=None).first == first
    assert chains() == []


def test_contradictions_are_refused() -> None:
    first, second, third = task(0), task(30), task(60)
    beside = make_directive(first.meeting, "Việc khác.")
    with pytest.raises(Contradiction, match="cùng một cuộc họp"):
        judge(first, beside, same=True, by=None)
    judge(first, second, same=True, by=None)
    judge(first, third, same=False, by=None)
    with pytest.raises(Contradiction, match=str(third)):
        judge(second, third, same=True, by=None)
    assert chains() == [[first.pk, second.pk]]


# ── As texts are loaded


def load(day: str, name: str, words: str = TEXT) -> Article:
    """A text of a meeting of that day that gives the task."""
    text = f"UBND tỉnh họp ngày {day}.\n{words}."
    telling = Telling(text, date=day).directive(f"{words}.", "Sở Tài chính")
    article = Article.objects.filter(file_name=name).first()
    return telling.loads(article, file_name=name)[0]


def test_loading_links_and_loading_again_changes_nothing() -> None:
    load("2025-05-20", "late.txt")
    load("2025-03-12", "early.txt")
    late, early = Directive.objects.order_by("pk").values_list("pk", flat=True)
    assert chains() == [[early, late]]
    before = list(Repetition.objects.order_by("pk").values())
    for _ in range(2):
        load("2025-05-20", "late.txt")
        load("2025-03-12", "early.txt")
    assert list(Repetition.objects.order_by("pk").values()) == before


def test_a_person_s_word_outlives_loading_other_words_and_the_first_ones_again() -> None:
    load("2025-03-12", "early.txt")
    load("2025-05-20", "late.txt")
    early, late = Directive.objects.order_by("pk")
    judge(early, late, same=False, by=None)
    for words in (TEXT + " ngay", "Sở Tài chính trình phương án khác hẳn", TEXT):
        load("2025-05-20", "late.txt", words)
        load("2025-03-12", "early.txt")
        assert not Repetition.objects.filter(directive=early).exists()


def test_a_text_that_tells_of_no_meeting_any_more_leaves_the_chain() -> None:
    load("2025-03-12", "early.txt")
    late = load("2025-05-20", "late.txt")
    Telling(late.text, is_meeting=False).loads(late, file_name="late.txt")
    assert chains() == []
