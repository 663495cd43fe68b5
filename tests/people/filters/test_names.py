"""Names are found in any order and spelling, exact ones first, similar ones where there is no other."""

from __future__ import annotations

import pytest

from people.filters import OfficialFilter
from people.models import Official
from tests.factories import make_alias, make_official

pytestmark = pytest.mark.django_db

NAMES = ("Lê Hồng Vinh", "Nguyễn Đức Trung", "Nguyễn Đức Trung Anh", "Nguyễn Đức Trụng", "Hoàng Nghĩa Hiếu", "Mai Lan")


@pytest.fixture(autouse=True)
def _officials() -> None:
    for name in NAMES:
        make_official(name)
    make_alias("Lê Hồng Vịnh Cũ", official=Official.objects.get(name="Mai Lan"))


def found(typed: str) -> list[str]:
    return [official.name for official in OfficialFilter({"q": typed}, queryset=Official.objects.published()).qs]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("vinh hong le", ["Lê Hồng Vinh", "Mai Lan"]),
        ("mai", ["Mai Lan"]),
        ("vịnh cũ", ["Mai Lan"]),
        ("Nguyễn Đức Trung", ["Nguyễn Đức Trung", "Nguyễn Đức Trung Anh", "Nguyễn Đức Trụng"]),
        ("nguyễn đức trụng", ["Nguyễn Đức Trụng", "Nguyễn Đức Trung", "Nguyễn Đức Trung Anh"]),
        ("TRUNG ANH", ["Nguyễn Đức Trung Anh"]),
    ],
)
def test_finds_by_name(typed: str, names: list[str]) -> None:
    assert found(typed) == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("le hogn vinh", "Lê Hồng Vinh"),
        ("hoang ngia hieu", "Hoàng Nghĩa Hiếu"),
        ("hoang nghiaa hiu", "Hoàng Nghĩa Hiếu"),
        ("hiếu nghĩa hoagn", "Hoàng Nghĩa Hiếu"),
        ("mia lan", "Mai Lan"),
    ],
)
def test_forgives_slips(typed: str, name: str) -> None:
    assert found(typed) == [name]
    filters = OfficialFilter({"q": typed}, queryset=Official.objects.published())
    assert len(filters.notices) == 1


@pytest.mark.parametrize("typed", ["hoang nghai hieuuu", "xyz", "le tran vinh", "vihn xyz"])
def test_what_is_too_far_is_not_found(typed: str) -> None:
    assert found(typed) == []
    assert OfficialFilter({"q": typed}, queryset=Official.objects.published()).notices == []


def test_a_name_that_is_there_hides_similar_ones() -> None:
    make_official("Lê Hồng Vinhh")
    assert found("le hong vinhh") == ["Lê Hồng Vinhh"]


def test_who_is_not_published_is_not_found() -> None:
    Official.objects.filter(name="Mai Lan").update(state="rejected")
    assert found("mai lan") == []
