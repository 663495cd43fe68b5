"""The provinces that a reader's words name."""

from __future__ import annotations

import pytest

from people.places import MOST, provinces_named
from people.search import parse

pytestmark = pytest.mark.django_db


def names(typed: str) -> list[str]:
    return [str(province) for province in provinces_named(parse(typed))]


def test_accents_and_the_end_of_the_last_word_are_optional() -> None:
    assert names("sơn la") == names("SON LA") == ["Sơn La"]
    assert names("son l") == ["Sơn La"]
    assert names("son lam") == names("") == names("sở y tế sơn la") == []


def test_another_spelling_names_it_too() -> None:
    assert names("sai gon") == names("tphcm") == ["Hồ Chí Minh"]


def test_one_that_kept_its_name_is_there_once_as_it_is_today() -> None:
    (province,) = provinces_named(parse("phu tho"))
    assert not province.is_former


def test_one_that_lost_its_name_stands_after_those_of_today() -> None:
    found = provinces_named(parse("hoa binh"))
    assert [(province.name, province.today.name) for province in found] == [("Hòa Bình", "Phú Thọ")]
    assert [province.is_former for province in provinces_named(parse("bac"))] == [False, True, True]


def test_few_are_offered() -> None:
    assert len(names("quang")) == len(names("a")) == MOST
