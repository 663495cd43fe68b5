"""What was typed, in words: labels and choices as the form shows them, and nothing of what its owner may not see."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import RequestFactory
from django.utils import translation

from accounts.views.typed import in_words
from tests.factories import make_official, make_organization, make_province
from tests.staff import make_administrator, make_editor

pytestmark = pytest.mark.django_db


def told(user: User | AnonymousUser, address: str, *fields: tuple[str, str]) -> list[tuple[str, str]]:
    request = RequestFactory().get("/")
    request.user = user
    with translation.override("vi"):
        return in_words(request, address, list(fields))


def test_fields_bear_the_names_of_the_form_and_choices_their_own() -> None:
    province, agency = make_province("Phú Thọ"), make_organization("Sở Y tế")
    where = f"/admin/people/organization/{agency.pk}/change/?next=x"
    fields = [("name", "Sở <b>"), ("kind", "department"), ("province", str(province.pk)), ("note", "a")]
    assert told(make_editor(), where, *fields) == [
        ("Tên", "Sở <b>"),
        ("Loại", "Sở, ngành"),
        ("Tỉnh, thành phố", "Phú Thọ"),
        ("Bạn đã nhập", "a"),
    ]


def test_rows_below_the_record_bear_their_own_names() -> None:
    official = make_official("Lê Văn Ba")
    where = f"/admin/people/official/{official.pk}/change/"
    assert told(make_editor(), where, ("aliases-0-name", "Ba")) == [("Tên", "Ba")]
    assert told(make_editor(), where, ("nothing-0-name", "Ba")) == [("Bạn đã nhập", "Ba")]


@pytest.mark.parametrize("value", ["999999", "x", "9" * 40])
def test_what_is_no_record_is_told_as_it_was_typed(value: str) -> None:
    where = "/admin/people/official/add/"
    assert told(make_editor(), where, ("province", value)) == [("Tỉnh, thành phố", value)]


def test_who_may_not_see_a_record_is_not_told_its_name() -> None:
    group = make_administrator(username="quan").groups.get()
    where = "/admin/auth/user/add/"
    assert told(make_editor(), where, ("groups", str(group.pk)))[0][1] == str(group.pk)


def test_an_address_of_no_record_tells_the_words_alone() -> None:
    assert told(make_editor(), "/admin/review/", ("x", "a")) == [("Bạn đã nhập", "a")]
    assert told(make_editor(), "/khong/", ("x", "a")) == [("Bạn đã nhập", "a")]
