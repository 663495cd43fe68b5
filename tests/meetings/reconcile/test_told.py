"""When two tasks of different meetings are one."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.models import Directive
from meetings.reconcile.told import Told, likeness, present, told
from people.models import Organization
from tests.factories import make_directive, make_meeting, make_official, make_organization, make_province
from tests.meetings.reconcile.out_of_view import WAYS, taken_from_view

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 3, 12)
TEXT = "Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công."


def finance(province: str = "Nghệ An") -> Organization:
    """The agency that is told to act."""
    return make_organization("Sở Tài chính", province=make_province(province))


def task(text: str = TEXT, days: int = 0, *assignees: Any, **values: Any) -> Told:
    """A task given so many days after the first."""
    province = values.pop("province", None) or make_province("Nghệ An")
    meeting = {name: values.pop(name) for name in ("body", "date_precision") if name in values}
    held = make_meeting(f"Phiên họp {days}", province=province, date=DAY + datetime.timedelta(days), **meeting)
    made = make_directive(held, text, assignees=assignees or [finance()], **values)
    return told(Directive.objects.filter(pk=made.pk))[0]


def test_the_same_words_to_the_same_agency_in_the_same_province_are_one_task() -> None:
    assert likeness(task(), task(days=30)) == 100


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công, báo cáo.", 70, 99),
        ("Sở Tài chính khẩn trương rà soát dự án giải ngân vốn đầu tư công chậm tiến độ.", 70, 99),
        ("Sở Tài chính trình phương án xử lý tài sản công dôi dư sau sắp xếp.", 0, 0),
        ("Sở Tài chính rà soát.", 0, 0),
    ],
)
def test_most_of_the_content_words_are_the_same(text: str, least: int, most: int) -> None:
    assert least <= likeness(task(), task(text, 30)) <= most


def test_another_agency_or_province_is_told_another_task() -> None:
    one = task()
    assert likeness(one, task(TEXT, 30, make_organization("Sở Y tế", province=make_province("Nghệ An")))) == 0
    assert likeness(one, task(TEXT, 30, finance("Sơn La"), province=make_province("Sơn La"))) == 0


def test_one_of_several_agencies_is_enough() -> None:
    health = make_organization("Sở Y tế", province=make_province("Nghệ An"))
    assert likeness(task(TEXT, 0, finance(), health), task(TEXT, 30, health)) > 0


def test_a_deadline_that_was_put_off_does_not_make_another_task() -> None:
    first = task(TEXT[:-1] + " trước 30/3.", deadline_text="trước 30/3")
    assert likeness(first, task(TEXT[:-1] + " trước 30/6.", 60, deadline_text="trước 30/6")) == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Tài chính báo cáo kết quả thu ngân sách quý I.", "Sở Tài chính báo cáo kết quả thu ngân sách quý II."),
        ("Sở Tài chính giao kế hoạch vốn năm 2024 cho huyện.", "Sở Tài chính giao kế hoạch vốn năm 2025 cho huyện."),
    ],
)
def test_other_numbers_make_another_task(one: str, other: str) -> None:
    assert likeness(task(one), task(other, 90)) == 0
    assert likeness(task(one), task(one, 90)) == 100


@pytest.mark.parametrize(("days", "alike"), [(0, False), (1, True), (365, True), (366, False), (-30, True)])
def test_within_a_year_and_not_on_one_day(days: int, alike: bool) -> None:
    assert bool(likeness(task(), task(days=days))) is alike


def test_groups_are_the_same_only_for_one_body() -> None:
    council, party = make_organization("UBND tỉnh"), make_organization("Tỉnh ủy")
    text = "Các huyện rà soát hộ nghèo, nhà tạm, nhà dột nát."
    one = task(text, 0, "các huyện", body=council)
    assert likeness(one, task(text, 30, "Các huyện", body=council)) == 100
    assert likeness(one, task(text, 30, "các huyện", body=party)) == 0


def test_who_gave_it_is_no_part_of_the_task() -> None:
    giver = make_official("Lê Hồng Vinh")
    text = "Lê Hồng Vinh giao Sở Tài chính rà soát các dự án chậm giải ngân vốn đầu tư công."
    assert likeness(task(), task(text, 30, assigner=giver)) == 100


def test_without_a_day_or_anybody_told_there_is_nothing_to_compare() -> None:
    no_day = make_directive(make_meeting(date=DAY, date_precision="month"), TEXT, assignees=[finance()])
    nobody = make_directive(make_meeting(date=DAY), TEXT)
    assert told(Directive.objects.filter(pk__in=[no_day.pk, nobody.pk])) == []


@pytest.mark.parametrize("hide", WAYS)
def test_what_is_not_published_or_only_retold_is_not_there(hide: str) -> None:
    one, other = task(), task(days=30)
    taken_from_view(other.pk, hide, one.pk)
    assert list(present([one.pk, other.pk])) == [Directive.objects.get(pk=one.pk)]
