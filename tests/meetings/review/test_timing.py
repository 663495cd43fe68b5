"""How long items take: measured where somebody was at them, estimated for those that wait."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from meetings.models import Directive, ReviewClaim, ReviewItem, ReviewTiming
from meetings.review.queue import as_printed, estimate, next_item
from meetings.review.reasons import REASONS
from meetings.review.timing import ENOUGH, LONGEST, RECENT, Estimate, estimate_of
from people.corrections import State
from tests.factories import make_directive, make_meeting, make_province
from tests.meetings.review.waits import item_of
from tests.staff import make_editor

pytestmark = pytest.mark.django_db


def unsure_directive() -> Directive:
    return make_directive(
        make_meeting(province=make_province(), date=datetime.date(2024, 3, 27)),
        confidence=50,
    )


def came(user: User, seconds: int) -> None:
    """Says that `user` came to where they are so long ago."""
    since = timezone.now() - datetime.timedelta(seconds=seconds)
    ReviewClaim.objects.filter(user=user).update(since=since)


def confirm(directive: Directive) -> None:
    directive.state = State.CONFIRMED
    directive.save()


def test_what_is_settled_by_who_is_at_it_is_timed() -> None:
    user, directive = make_editor(), unsure_directive()
    assert next_item(user) is not None
    came(user, 42)
    confirm(directive)
    assert ReviewTiming.objects.get().seconds == pytest.approx(42, abs=2)
    assert ReviewClaim.objects.get().since > timezone.now() - datetime.timedelta(seconds=5)


def test_what_is_found_right_as_printed_is_timed_too_and_a_break_is_not() -> None:
    user, directive = make_editor(), unsure_directive()
    assert next_item(user) is not None
    came(user, 3000)
    as_printed(item_of(directive), user)
    assert ReviewTiming.objects.get().seconds == LONGEST


def test_what_goes_away_while_nobody_is_at_it_says_nothing() -> None:
    confirm(unsure_directive())
    assert not ReviewTiming.objects.exists()


def test_a_general_estimate_until_enough_were_timed() -> None:
    waiting = Counter({"unsure": 10, "conflict": 3})
    general = (10 * REASONS["unsure"].seconds + 3 * REASONS["conflict"].seconds) / 60
    assert estimate_of(waiting) == Estimate(minutes=int(general), items=13, timed=0)
    ReviewTiming.objects.bulk_create(ReviewTiming(reason="unsure", seconds=6) for _ in range(ENOUGH - 1))
    assert estimate_of(waiting).timed == 0
    ReviewTiming.objects.create(reason="unsure", seconds=600)
    assert estimate_of(waiting) == Estimate(minutes=1 + REASONS["conflict"].seconds * 3 // 60, items=13, timed=ENOUGH)


def test_old_timings_are_forgotten() -> None:
    ReviewTiming.objects.bulk_create(ReviewTiming(reason="unsure", seconds=600) for _ in range(RECENT))
    ReviewTiming.objects.bulk_create(ReviewTiming(reason="unsure", seconds=6) for _ in range(RECENT))
    assert estimate_of(Counter({"unsure": 10})) == Estimate(minutes=1, items=10, timed=RECENT)


def test_the_estimate_of_rows() -> None:
    unsure_directive()
    assert estimate(ReviewItem.objects.all()) == Estimate(minutes=1, items=1, timed=0)
    assert estimate(ReviewItem.objects.none()) == Estimate(minutes=0, items=0, timed=0)
