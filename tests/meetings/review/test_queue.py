"""The queue as its users meet it: its order, who gets what, what is passed over and what is right as printed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from meetings.models import Article, Meeting, ReviewClaim, ReviewItem
from meetings.review.queue import (
    Filters,
    as_printed,
    holder,
    may_act,
    next_item,
    release,
    renew,
    skip,
    waiting,
)
from people.corrections import State
from tests.factories import (
    make_article,
    make_directive,
    make_meeting,
    make_official,
    make_province,
    make_target,
)
from tests.meetings.review.waits import item_of, waits
from tests.staff import make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 27)


def unsure_article(count: int = 2, **values: Any) -> list[ReviewItem]:
    """The items of an article with so many unsure directives, the most urgent first."""
    article = make_article()
    meeting = make_meeting(province=make_province(), date=DAY, articles=[article])
    for number in range(count):
        make_directive(meeting, article=article, confidence=30 + number, **values)
    return list(ReviewItem.objects.filter(article=article))


@pytest.fixture
def an() -> User:
    return make_editor(username="an")


@pytest.fixture
def binh() -> User:
    return make_editor(username="binh")


def test_the_most_urgent_comes_first(an: User) -> None:
    less, more = unsure_article()[::-1]
    assert more.score > less.score
    assert list(waiting(an)) == [more, less]
    assert next_item(an) == more


def test_nobody_gets_an_item_of_an_article_at_which_somebody_is(an: User, binh: User) -> None:
    one, another = unsure_article(), unsure_article()
    first, second = next_item(an), next_item(binh)
    assert first is not None
    assert second is not None
    assert {first.article_id, second.article_id} == {one[0].article_id, another[0].article_id}
    assert next_item(an) == first
    assert next_item(make_editor()) is None
    assert holder(first) == an


def test_a_claim_ends_when_it_is_released_or_nothing_was_done_for_a_while(an: User, binh: User) -> None:
    items = unsure_article()
    assert next_item(an) == items[0]
    assert next_item(binh) is None
    assert not renew(items[1], binh)
    release(items[0], binh)
    assert next_item(binh) is None
    release(items[0], an)
    assert next_item(binh) == items[0]
    ReviewClaim.objects.update(until=datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=1))
    assert holder(items[0]) is None
    assert renew(items[0], an)
    assert next_item(binh) is None


def test_what_is_skipped_goes_to_others(an: User, binh: User) -> None:
    items = unsure_article()
    assert next_item(an) == items[0]
    skip(items[0], an)
    assert next_item(binh) == items[0]
    release(items[0], binh)
    assert next_item(an) == items[1]
    skip(items[1], an)
    assert next_item(an) is None
    assert waiting(an).count() == 2


def test_after_goes_on_at_another_place_and_from_the_top_behind_the_last(an: User) -> None:
    first, second, third = (unsure_article(3) for _ in range(3))
    assert next_item(an, after=first[0]) == second[0]
    assert next_item(an, after=second[0]) == third[0]
    assert next_item(an, after=third[2]) == first[0]
    assert next_item(an, Filters(article=str(first[0].article_id)), after=first[0]) is None


def test_filters(an: User) -> None:
    items = unsure_article()
    other = make_meeting(province=make_province("Quảng Trị"))
    meeting_item = item_of(other, "date")
    province = str(make_province("Quảng Trị").pk)
    unknown = item_of(make_meeting(date=DAY), "province")
    for filters, expected in (
        (Filters(province=province), [meeting_item]),
        (Filters(province="none"), [unknown]),
        (Filters(kind="directive"), items),
        (Filters(article=str(items[0].article_id)), items),
        (Filters(words=Article.objects.get(review_items=items[0]).file_name), items),
        (Filters.read({"words": " phien thuong  ky\x00"}), items),
        (Filters(words="không có trong bài nào"), []),
        (Filters(reason="date"), [meeting_item]),
        (Filters(reason="date", kind="directive"), []),
    ):
        assert list(waiting(an, filters)) == expected, filters
        assert next_item(an, filters) == (expected[0] if expected else None)


def test_former_provinces_are_asked_for_by_those_of_today(an: User) -> None:
    today = make_province("Quảng Trị")
    former = make_province("Quảng Trị", former=True)
    former.successor = today
    former.save()
    item = item_of(make_meeting(province=former), "date")
    assert list(waiting(an, Filters(province=str(today.pk)))) == [item]


def test_nobody_sees_what_they_cannot_settle(an: User) -> None:
    province = make_province()
    make_official("Trần Văn Nam", province=province)
    namesake = item_of(make_official("Trần Văn Nam", province=province, homonym=1, confidence=50), "homonym")
    directive = item_of(make_directive(make_meeting(province=province, date=DAY), confidence=50))
    assert list(waiting(an)) == [directive]
    assert not may_act(an, namesake)
    assert set(waiting(make_reviewer())) == {directive, namesake}
    only_officials = make_staff("change_official")
    assert not waiting(only_officials).exists()
    assert next_item(only_officials) is None
    assert not waiting(make_staff()).exists()
    assert may_act(an, directive)


def test_as_printed_holds_until_the_reading_changes(an: User) -> None:
    meeting = make_meeting(province=make_province(), date=DAY)
    directive = make_directive(meeting, deadline_to=datetime.date(2014, 6, 30))
    as_printed(item_of(directive, "year"), an)
    directive.text = "Nộp đề án."
    directive.save()
    meeting.save()
    assert waits(directive) == set()
    directive.deadline_to = datetime.date(2015, 6, 30)
    directive.save()
    assert waits(directive) == {"year"}


def test_what_must_be_acted_on_cannot_be_called_as_printed(an: User) -> None:
    directive = make_directive(make_meeting())
    directive.conflicts = {"text": {"value": "Cũ"}}
    directive.save()
    with pytest.raises(ValueError, match="conflict"):
        as_printed(item_of(directive, "conflict"), an)
    assert waits(directive) == {"conflict"}


def test_figures_as_printed_come_back_with_a_third_one(an: User) -> None:
    meeting = make_meeting(province=make_province(), date=DAY)
    for value in ("26000", "26500"):
        last = make_target(meeting, value=value, article=make_article())
    as_printed(item_of(last, "figures"), an)
    Meeting.objects.get().save()
    assert not ReviewItem.objects.exists()
    third = make_target(meeting, value="27000", article=make_article())
    assert waits(third) == {"figures"}
    third.state = State.REJECTED
    third.save()
    assert waits(last) == set()
