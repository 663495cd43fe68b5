"""Which tasks of the database are compared with new ones."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest

from meetings.models import Directive
from meetings.reconcile import near as module
from meetings.reconcile.likes import Likes
from meetings.reconcile.near import near
from meetings.reconcile.told import Told, likeness, told
from people.models import Organization, Province
from tests.factories import make_directive, make_meeting, make_organization, make_province
from tests.meetings.reconcile.out_of_view import WAYS, taken_from_view

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 3, 12)
TEXT = "Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công."


def task(text: str = TEXT, days: int = 0, agency: Organization | str | None = None, **meeting: Any) -> Told:
    """A task given so many days after the first."""
    if "province" not in meeting and "body" not in meeting:
        meeting["province"] = make_province("Nghệ An")
    held = make_meeting(f"Phiên họp {days}", date=DAY + datetime.timedelta(days), **meeting)
    who = agency or make_organization("Sở Tài chính", province=make_province("Nghệ An"))
    made = make_directive(held, text, assignees=[who])
    return told(Directive.objects.filter(pk=made.pk))[0]


def found(*tasks: Told) -> list[int]:
    """The keys of those that are near."""
    return sorted(other.pk for other in near(tasks))


def test_near_are_tasks_of_the_place_within_the_window() -> None:
    one, late = task(), task(days=365)
    task(days=366)
    task(days=20, province=make_province("Sơn La"))
    make_directive(make_meeting("Phiên họp tháng", date=DAY, date_precision="month", province=make_province()), TEXT)
    assert found(one) == [late.pk]
    assert found() == []


def test_the_days_of_new_tasks_may_be_years_apart() -> None:
    early, late = task(days=0), task(days=1500)
    task(days=800)
    after, before = task(days=300), task(days=1200)
    assert found(early, late) == [after.pk, before.pk]


def test_another_agency_or_group_is_told_something_else() -> None:
    one, group = task(), task("Các huyện rà soát hộ nghèo, nhà tạm.", 3, "các huyện")
    task(TEXT, 20, make_organization("Sở Y tế", province=make_province("Nghệ An")))
    other = task("Các huyện rà soát hộ nghèo, nhà dột nát.", 9, "các huyện")
    task("Các xã rà soát hộ nghèo, nhà tạm.", 9, "các xã")
    assert found(one) == []
    assert found(group) == [other.pk]


def test_what_shares_few_words_is_not_looked_at_further() -> None:
    one = task()
    task("Sở Tài chính trình phương án xử lý tài sản công dôi dư sau sắp xếp.", 30)
    half = task("Sở Tài chính rà soát các dự án chậm giải ngân, báo cáo kết quả từng huyện hằng tuần.", 30)
    assert found(one) == [half.pk]


def test_a_province_that_was_joined_is_a_place_with_its_successor() -> None:
    before, after = make_province("Hà Giang", former=True), make_province("Tuyên Quang")
    Province.objects.filter(pk=before.pk).update(successor=after)
    one, other = task(province=before), task(days=30, province=after)
    assert found(one) == [other.pk]
    assert found(other) == [one.pk]


def test_one_body_is_a_place_wherever_it_meets() -> None:
    body = make_organization("UBND tỉnh")
    one, other = task(body=body, province=make_province("Nghệ An")), task(days=30, body=body)
    assert found(one) == [other.pk]
    assert found(other) == [one.pk]


def test_one_at_two_places_of_the_new_tasks_is_given_once() -> None:
    body, province = make_organization("UBND tỉnh"), make_province("Sơn La")
    here, there = task(province=province), task(days=1, body=body)
    both = task(days=30, body=body, province=province)
    assert found(here, there) == [both.pk]


@pytest.mark.parametrize("hide", WAYS)
def test_what_is_not_published_or_only_retold_is_not_there(hide: str) -> None:
    one, other = task(), task(days=30)
    taken_from_view(other.pk, hide, one.pk)
    assert found(one) == []


def test_tasks_without_a_place_or_with_hardly_a_word_are_near_none() -> None:
    nowhere, short = task(province=None), task("Sở Tài chính rà soát.", 3)
    task(days=2, province=None)
    assert found(nowhere) == []
    assert found(short) == []


@pytest.mark.parametrize("seed", range(3))
def test_all_that_are_alike_are_near(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 4)
    chance = random.Random(seed)
    # More words than there are bits, so that some share one.
    words = [f"từ{number}" for number in range(200)]
    provinces = [make_province("Nghệ An"), make_province("Sơn La"), None]
    bodies = [make_organization("UBND tỉnh"), make_organization("Tỉnh ủy"), None]
    agencies = [make_organization("Sở Y tế"), make_organization("Sở Tài chính")]
    every: list[Told] = []
    base: list[str] = []
    for _ in range(60):
        if not base or chance.random() < 0.12:
            base = chance.sample(words, chance.randint(3, 40))
        kept = [word for word in base if chance.random() < 0.8] + chance.sample(words, chance.randint(0, 3))
        place = {"province": chance.choice(provinces), "body": chance.choice(bodies)}
        every.append(task(" ".join(kept) or "từ1", chance.randint(0, 600), chance.choice(agencies), **place))
    new = chance.sample(every, 12)
    likes = Likes(new, near(new))
    alike = {(one.pk, other.pk) for one in new for other in every if likeness(one, other)}
    assert {(one.pk, other.pk) for one in new for other in likes.of(one)} == alike
    assert len(alike) > 10
