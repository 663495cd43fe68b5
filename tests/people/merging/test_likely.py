"""Likely duplicates: found by what two names share, at one place, without those that people have spoken of."""

from __future__ import annotations

import cProfile
import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.corrections import State
from people.merging.likely import Pair, likely_of, pairs_of
from people.models import Official, Organization, Province
from people.names import name_key
from tests.factories import (
    make_distinction,
    make_handover,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db


def told(pairs: list[Pair]) -> list[tuple[str, str, str]]:
    return [(pair.first.name, pair.second.name, pair.reason) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Nguyễn Thuý Hoà", "Nguyễn Thúy Hòa", "spelling"),
        ("Lê Văn Tám", "Lê Văn Tám", "homonym"),
        ("Lê Văn Tám", "Lê Văn Tạm", "slip"),
        ("Lê Văn Tám", "Lê Văn Tam", "slip"),
        ("Lê Văn Tâm", "Lê Văn Tam", "slip"),
        ("Hồ Đức Phớc", "Hồ Đức Phóc", "slip"),
        ("Lý Thị Nga", "Lí Thị Nga", "slip"),
        ("Đặng Thị Nga", "Dặng Thị Nga", "slip"),
        ("Lê Văn Hùng", "Lê Văn Hùn", "slip"),
        ("Lê Thị Hồng Nga", "Lê Hồng Nga", "middle"),
        ("Lê Văn Tám", "Lê Tám", "middle"),
    ],
)
def test_names_that_may_be_one(one: str, other: str, reason: str) -> None:
    province = make_province()
    first = make_official(one, province=province)
    second = make_official(other, province=province, homonym=int(name_key(one) == name_key(other)))
    assert told(pairs_of(Official)) == [(one, other, reason)]
    assert told(likely_of(first)) == told(likely_of(second)) == [(one, other, reason)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Văn Tám", "Lê Văn Chín"),
        ("Lê Văn Tám", "Trần Văn Tam"),
        ("Lê Văn Tám", "Văn Tám Lê"),
        ("Lê Văn Tám", "Lê Thị Tam"),
        ("Lê Văn Tám", "Lê Văn"),
        ("Lê Thị Hồng Nga", "Lê Nga"),
    ],
)
def test_names_that_are_not_one(one: str, other: str) -> None:
    province = make_province()
    first, _ = make_official(one, province=province), make_official(other, province=province)
    assert pairs_of(Official) == likely_of(first) == []


def test_alike_names_need_a_place_that_both_share() -> None:
    make_official("Lê Văn Tám", province=make_province("Nghệ An"))
    make_official("Lê Văn Tam", province=make_province("Sơn La"))
    make_official("Lê Tám")
    make_official("Lê Văn Tám", province=make_province("Lào Cai"))
    assert pairs_of(Official) == []


def test_one_agency_is_a_place_that_both_share() -> None:
    body = make_organization("Bộ Y tế")
    one, other, third = make_official("Lê Văn Tám"), make_official("Lê Văn Tam"), make_official("Lê Tám")
    for official in (one, other, third):
        make_role(official, "Bộ trưởng", organization=body)
    assert {pair[:2] for pair in told(pairs_of(Official))} == {("Lê Văn Tám", "Lê Văn Tam"), ("Lê Văn Tám", "Lê Tám")}


def test_who_has_no_province_may_be_his_namesake_anywhere() -> None:
    make_official("Lê Văn Tám", province=make_province("Nghệ An"))
    make_official("Lê Văn Tám")
    assert told(pairs_of(Official)) == [("Lê Văn Tám", "Lê Văn Tám", "unplaced")]


def test_the_same_title_makes_a_pair_likelier() -> None:
    province = make_province()
    people = [
        make_official(name, province=province) for name in ("Lê Văn Tám", "Lê Văn Tam", "Lê Văn Hùng", "Lê Văn Hung")
    ]
    for official in people[2:]:
        make_role(official, "Chủ tịch UBND tỉnh")
    likely, less = pairs_of(Official)
    assert (likely.first, likely.second) == tuple(people[2:])
    assert likely.score > less.score


@pytest.mark.parametrize("spoken", ["apart", "merged", "rejected", "withdrawn"])
def test_those_of_whom_people_spoke_are_not_listed(spoken: str) -> None:
    province = make_province()
    one, other = make_official("Lê Văn Tám", province=province), make_official("Lê Văn Tam", province=province)
    if spoken == "apart":
        make_distinction(one, other)
    elif spoken == "merged":
        make_merge(one, other)
    else:
        Official.objects.filter(pk=other.pk).update(state=State(spoken))
    assert pairs_of(Official) == []


def test_of_many_namesakes_each_is_paired_with_the_oldest_who_is_not_known_to_be_another() -> None:
    province = make_province()
    people = [make_official("Lê Văn Tám", province=province, homonym=n) for n in range(4)]
    assert [(pair.first, pair.second) for pair in pairs_of(Official)] == [(people[0], other) for other in people[1:]]
    make_distinction(people[0], people[3])
    assert [(pair.first, pair.second) for pair in pairs_of(Official)][2] == (people[1], people[3])
    assert len(likely_of(people[3])) == 2


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Sở Nông nghiệp và Môi trường", "Sở NN&MT", "short"),
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "short"),
        ("Sở Khoa học và Công nghệ", "Sở KHCN", "short"),
        ("UBND tỉnh Nghệ An", "UBND tỉnh", "place"),
        ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyển thông", "slip"),
        ("Sở Y tế", "Sở Y tê", "slip"),
    ],
)
def test_agencies_that_may_be_one(one: str, other: str, reason: str) -> None:
    province = make_province()
    first = make_organization(one, province=province)
    make_organization(other, province=province)
    assert told(pairs_of(Organization)) == told(likely_of(first)) == [(one, other, reason)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế", "Sở Xây dựng"),
        ("Sở Tài chính", "Sở Tư pháp"),
        ("UBND phường 1", "UBND phường 2"),
        ("Sở Y tế", "Sở Y tế và Dân số"),
    ],
)
def test_agencies_that_are_not_one(one: str, other: str) -> None:
    province = make_province()
    for name in (one, other):
        make_organization(name, province=province)
    assert pairs_of(Organization) == []


def test_what_became_of_an_agency_is_no_duplicate_of_it() -> None:
    province = make_province()
    names = ("Sở Y tế", "Sở Y tê", "Sở Nội vụ", "Sở Nội vu", "Sở Xây dựng", "Sở Xây dưng")
    bodies = [make_organization(name, province=province) for name in names]
    Organization.objects.filter(pk=bodies[0].pk).update(successor=bodies[1])
    make_handover(bodies[2], bodies[3])
    day = datetime.date(2025, 3, 1)
    Organization.objects.filter(pk=bodies[4].pk).update(valid_to=day)
    Organization.objects.filter(pk=bodies[5].pk).update(valid_from=day)
    assert told(pairs_of(Organization)) == [(*names[4:], "succession")]


def many(count: int, model: Any) -> None:
    """Names as there are: few family names, many given ones, in all provinces."""
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
    middle = ("Văn", "Thị", "Đức", "Hồng", "Minh", "Quang", "Ngọc", "Thanh", "Xuân", "Hữu")
    given = [
        a + b for a in ("B", "C", "D", "G", "H", "K", "L", "M", "N", "Ph") for b in ("an", "ình", "ương", "ải", "oà")
    ]
    provinces = list(Province.objects.filter(valid_to=None).values_list("pk", flat=True))
    rows, taken = [], set()
    for n in range(count):
        name = f"{family[n % 10]} {middle[n // 10 % 10]} {given[n // 100 % 50]}"
        place = provinces[n % 20]
        number = next(k for k in range(99) if (name, place, k) not in taken)
        taken.add((name, place, number))
        rows.append(model(name=name, name_key=name_key(name), province_id=place, homonym=number))
    model.objects.bulk_create(rows, batch_size=5000)


def test_many_names_ask_as_much_as_few() -> None:
    make_official("Lê Văn Tám", province=make_province())
    pairs_of(Official)  # fills what Django caches
    with CaptureQueriesContext(connection) as few:
        pairs_of(Official)
    many(3000, Official)
    with CaptureQueriesContext(connection) as asked:
        assert pairs_of(Official)
    assert len(asked) == len(few) <= 5


def calls(work: Callable[[], object]) -> int:
    """Functions called: as much on a busy machine as on an idle one."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def test_the_work_grows_with_the_number_of_names() -> None:
    many(2000, Official)
    pairs_of(Official)  # fills what Django caches
    few = calls(lambda: pairs_of(Official))
    Official.objects.all().delete()
    many(8000, Official)
    assert calls(lambda: pairs_of(Official)) < 6 * few
