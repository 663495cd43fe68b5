"""Who is meant by a number, by a name, by half a name; and what is no name at all."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people.comparison.choosing import Side, query, sides
from people.filters import OfficialFilter
from people.models import Official
from tests.factories import make_alias, make_merge, make_official, make_province

pytestmark = pytest.mark.django_db


def chosen(**asked: str | int) -> tuple[Side, Side]:
    request = HttpRequest()
    request.GET = QueryDict(urlencode(asked))
    return sides(request, OfficialFilter, Official.objects.published())


def test_nothing_asked_is_nothing_chosen() -> None:
    left, right = chosen()
    assert (left.record, right.record, left.notices, right.notices) == (None, None, [], [])


def test_a_number_chooses_its_record_and_one_merged_away_its_survivor() -> None:
    one, other = make_official("Lê Văn An"), make_official("Lê Văn Ân")
    make_merge(one, other)
    third = make_official("Trần Thị Bích")
    left, right = chosen(a=third.pk, b=other.pk)
    assert (left.record, right.record) == (third, one)
    assert right.address == str(one.pk)


@pytest.mark.parametrize("asked", ["0", "999999", "9" * 18, "9" * 40])
def test_a_number_that_names_nobody_is_told_and_left_out(asked: str) -> None:
    side, _right = chosen(a=asked)
    assert side.record is None
    assert side.address == ""
    assert len(side.notices) == 1


@pytest.mark.parametrize("typed", ["Lê Hồng Vinh", "le hong vinh", "VINH LÊ", "hong  le", "bí danh"])
def test_a_name_that_only_one_bears_chooses_it(typed: str) -> None:
    vinh = make_official("Lê Hồng Vinh")
    make_alias("Bí Danh", official=vinh)
    make_official("Nguyễn Văn Bé")
    assert chosen(b=typed)[1].record == vinh


def test_the_very_name_is_meant_though_a_longer_one_begins_with_it() -> None:
    short, _long = make_official("Lê Văn An"), make_official("Lê Văn Anh")
    assert chosen(a="lê văn an")[0].record == short
    assert chosen(a="lê văn")[0].record is None


def test_where_several_bear_it_they_are_offered_and_none_is_guessed() -> None:
    for name in ("Nghệ An", "Bắc Ninh", "Sơn La"):
        make_official("Lê Văn An", province=make_province(name))
    side, _right = chosen(a="Lê Văn An")
    assert side.record is None
    assert (len(side.offers), side.total, side.unseen) == (3, 3, 0)
    for number in range(9):
        make_official(f"Lê Văn {'BCDEGHKLM'[number]}")
    side, _right = chosen(a="Lê Văn")
    assert (len(side.offers), side.total, side.unseen) == (8, 12, 4)


def test_a_similar_name_is_offered_and_never_taken_for_the_one_typed() -> None:
    vinh = make_official("Lê Hồng Vinh")
    side, _right = chosen(a="le hogn vinh")
    assert (side.record, side.offers) == (None, [vinh])
    assert side.notices


@pytest.mark.parametrize("typed", ["???", "xyzzy qqq", "\x00"])
def test_what_fits_no_name_is_no_error(typed: str) -> None:
    make_official("Lê Hồng Vinh")
    side, _right = chosen(a=typed)
    assert (side.record, side.offers) == (None, [])
    assert bool(side.notices) is (typed != "\x00")


def test_both_the_same_leaves_the_second_open() -> None:
    vinh = make_official("Lê Hồng Vinh")
    left, right = chosen(a=vinh.pk, b="vinh le")
    assert (left.record, right.record, right.address) == (vinh, None, "")
    assert right.notices


def test_who_may_not_be_seen_is_not_chosen() -> None:
    hidden = make_official("Lê Hồng Vinh", state="rejected")
    assert chosen(a=hidden.pk)[0].record is None
    assert chosen(a="Lê Hồng Vinh")[0].record is None


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_is_an_error(left: str, right: str) -> None:
    for side in chosen(a=left, b=right):
        assert side.record is None
    assert QueryDict(query(left, right)).get("a", "") == left
