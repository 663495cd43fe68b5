"""The queue made anew is the queue that was kept in step; what people said of it stays."""

from __future__ import annotations

import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from meetings.models import Directive, ReviewClaim, ReviewItem, ReviewSkip
from meetings.review.queue import as_printed, next_item, skip
from meetings.review.rebuilding import rebuild
from tests.factories import (
    make_article,
    make_directive,
    make_meeting,
    make_mistake,
    make_official,
    make_province,
    make_report,
    make_target,
)
from tests.meetings.review.waits import item_of
from tests.staff import make_editor

pytestmark = pytest.mark.django_db


def fill() -> None:
    province = make_province()
    meeting = make_meeting()
    for value, subject in (("1", "meeting"), ("2", "unread")):
        article = make_article(subject=subject)
        make_report(meeting, article)
        make_target(meeting, value=value, article=article)
        make_directive(meeting, article=article, confidence=40, assignees=["Sở Y tế"])
    meeting.save()
    make_directive(
        make_meeting(province=province, date=datetime.date(2024, 3, 27)), deadline_to=datetime.date(2014, 6, 30)
    )
    make_official("Trần Văn Nam", province=province)
    make_official("Trần Văn Nam", province=province, homonym=1, confidence=50)
    make_mistake(make_official("Lê Thị Bình", province=province))


def rows() -> list[Any]:
    columns = ("reason", "kind", "object_id", "article", "place", "province", "doubt", "fingerprint", "detail")
    return sorted(ReviewItem.objects.values_list(*columns), key=str)


def test_made_anew_it_is_the_same() -> None:
    fill()
    kept = rows()
    assert {row[0] for row in kept} == {
        "unsure", "figures", "year", "homonym", "report", "province", "date", "unread",
    }  # fmt: skip
    keys = set(ReviewItem.objects.values_list("pk", flat=True))
    done = rebuild()
    assert (done.added, done.removed) == (0, 0)
    assert rows() == kept
    assert set(ReviewItem.objects.values_list("pk", flat=True)) == keys
    ReviewItem.objects.all().delete()
    assert rebuild().added == len(kept)
    assert rows() == kept


def test_what_changed_behind_its_back_is_found() -> None:
    fill()
    Directive.objects.update(confidence=100)
    stray = ReviewItem.objects.create(
        reason="unsure", content_type=ReviewItem.objects.all()[0].content_type, object_id=10**6, kind="directive",
        place="directive:1000000", impact=1, doubt=1, score=1, seconds=1,
    )  # fmt: skip
    done = rebuild()
    assert done.removed == 3
    assert not ReviewItem.objects.filter(pk=stray.pk).exists()
    assert not ReviewItem.objects.filter(kind="directive", reason="unsure").exists()


def test_what_people_said_stays() -> None:
    fill()
    user = make_editor()
    year = ReviewItem.objects.get(reason="year")
    as_printed(year, user)
    skipped = item_of(ReviewItem.objects.filter(reason="figures").get().record, "figures")
    skip(skipped, user)
    claimed = next_item(user)
    rebuild()
    assert not ReviewItem.objects.filter(reason="year").exists()
    assert ReviewSkip.objects.get().item == skipped
    assert ReviewClaim.objects.filter(user=user, place=claimed.place if claimed else "").exists()


def test_the_command_counts_and_makes_anew() -> None:
    fill()
    ReviewItem.objects.all().delete()
    told = StringIO()
    call_command("review_queue", "--rebuild", "--language=en", stdout=told)
    lines = {line.rsplit(maxsplit=1)[0].strip(): int(line.split()[-1]) for line in told.getvalue().splitlines()}
    assert lines["Items added"] == lines["What needs a look"] == ReviewItem.objects.count() > 0
    assert lines["A visitor reports a mistake"] == 1


def test_queries_do_not_grow_with_the_records_of_a_meeting(django_assert_max_num_queries: Any) -> None:
    meeting = make_meeting()
    for _ in range(20):
        make_directive(meeting, confidence=40, assignees=["Sở Y tế"])
    with django_assert_max_num_queries(28):
        meeting.save()
