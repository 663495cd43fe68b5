"""Another record is found by its name without a script: accents or not, by number, nothing typed lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from meetings.models import Appearance
from people.corrections import State
from people.models import Official, Organization
from tests.desk import admin_url
from tests.factories import (
    make_alias,
    make_appearance,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    return login(client, make_editor())


@pytest.fixture
def one() -> Official:
    return make_official("Lê Văn Tám", province=make_province())


def found(page: Any) -> list[str]:
    return [candidate.record.name for candidate in page.context["form"].candidates]


def look_for(client: Client, record: Any, words: str, **more: Any) -> Any:
    return client.get(admin_url(record, "resembling"), {"sought": words, "find": "1", **more})


@pytest.mark.parametrize("words", ["Nguyễn Thuý Hòa", "nguyen thuy hoa", "HOA nguyễn", "Thúy Hoà", "Cô Hoà"])
def test_accents_case_and_order_do_not_matter(editor: Client, one: Official, words: str) -> None:
    other = make_official("Nguyễn Thuý Hoà")
    make_alias("Cô Hoà", official=other)
    make_official("Trần Văn Bảy")
    page = look_for(editor, one, words)
    assert found(page) == ["Nguyễn Thuý Hoà"]
    assert "errornote" not in page.content.decode()


def test_a_record_is_found_by_its_number(editor: Client, one: Official) -> None:
    other = make_official("Trần Văn Bảy")
    assert found(look_for(editor, one, str(other.pk))) == ["Trần Văn Bảy"]
    assert found(look_for(editor, one, str(one.pk))) == []
    assert found(look_for(editor, one, "9" * 40)) == []


def test_what_tells_namesakes_apart_stands_beside_them(editor: Client, one: Official) -> None:
    there = make_official("Lê Văn Tám", province=make_province("Sơn La"))
    make_role(there, "Giám đốc Sở Y tế", rank=50)
    page = look_for(editor, one, "le van tam").content.decode()
    assert "Sơn La, Giám đốc Sở Y tế" in page
    assert f'type="radio" name="other" value="{there.pk}"' in page


def test_an_organization_is_told_by_kind_and_province(editor: Client) -> None:
    here = make_organization("Sở Tài chính", province=make_province())
    make_organization("Sở Tài chính", province=make_province("Sơn La"), kind=Organization.Kind.DEPARTMENT)
    (there,) = look_for(editor, here, "so tai chinh").context["form"].candidates
    assert there.told == f"{Organization.Kind.DEPARTMENT.label}, Sơn La"


def test_the_exact_name_comes_first_and_who_is_out_of_view_not_at_all(editor: Client, one: Official) -> None:
    for name in ("Lê Văn Tâm", "Lê Văn Tam"):
        make_official(name)
    make_official("Lê Văn Tam", homonym=5, state=State.REJECTED)
    make_official("Lê Văn Tam", homonym=6, state=State.WITHDRAWN)
    assert found(look_for(editor, one, "Lê Văn Tam")) == ["Lê Văn Tam", "Lê Văn Tâm"]


def test_of_many_only_the_first_are_listed_and_that_is_said(editor: Client, one: Official) -> None:
    for n in range(25):
        make_official("Lê Văn Tám", homonym=n)
    page = look_for(editor, one, "lê")
    assert (len(found(page)), page.context["form"].more) == (20, True)


def test_nobody_found_is_said(editor: Client, one: Official) -> None:
    page = look_for(editor, one, "Phạm Mười")
    assert found(page) == []
    assert 'role="status"' in page.content.decode()
    assert "errorlist" in look_for(editor, one, " ").content.decode()


def test_the_one_chosen_stays_chosen_while_one_looks_on(editor: Client, one: Official) -> None:
    chosen = make_official("Trần Văn Bảy")
    make_official("Phạm Văn Mười")
    page = look_for(editor, one, "mười", other=chosen.pk)
    assert found(page) == ["Trần Văn Bảy", "Phạm Văn Mười"]
    assert [candidate.chosen for candidate in page.context["form"].candidates] == [True, False]


def test_words_alone_choose_nobody_but_list_who_may_be_meant(editor: Client, one: Official) -> None:
    make_official("Trần Văn Bảy")
    page: Any = editor.get(admin_url(one, "resembling"), {"sought": "bảy"})
    assert page.status_code == 200
    assert found(page) == ["Trần Văn Bảy"]
    assert "errorlist" in page.content.decode()
    for words in ("Phạm Mười", ""):
        assert editor.get(admin_url(one, "resembling"), {"sought": words}).status_code == 200


def test_a_chosen_one_is_compared(editor: Client, one: Official) -> None:
    other = make_official("Trần Văn Bảy")
    answer = editor.get(admin_url(one, "resembling"), {"sought": "bảy", "other": str(other.pk)})
    assert answer.headers["Location"] == admin_url(Official, "compare", one.pk, other.pk)


def test_looking_on_the_page_that_moves_keeps_all_that_was_typed_and_asks_for_nothing(
    editor: Client, one: Official
) -> None:
    row = make_appearance(make_meeting(), one)
    other = make_official("Trần Văn Bảy")
    address = admin_url(Appearance, "move", one.pk)
    sent: dict[str, Any] = {"sought": "bay", "appearance": [row.pk], "reason": "người trùng tên", "find": "1"}
    page: Any = editor.post(address, sent)
    shown = page.content.decode()
    assert found(page) == ["Trần Văn Bảy"]
    assert "errornote" not in shown
    assert "errorlist" not in shown
    assert 'value="người trùng tên"' in shown
    assert 'value="bay"' in shown
    assert shown.count(" checked") == 1
    assert "errorlist" not in editor.post(address, {"sought": "bay", "find": "1"}).content.decode()
    editor.post(address, {**sent, "find": "", "other": other.pk, "_move": "1"})
    row.refresh_from_db()
    assert row.official == one, "the button that finds moves nothing"
    del sent["find"]
    editor.post(address, {**sent, "other": other.pk, "_move": "1"})
    row.refresh_from_db()
    assert row.official == other


def test_finding_asks_as_much_for_many_as_for_few(
    editor: Client, one: Official, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    make_role(make_official("Trần Văn Bảy", province=one.province), "Giám đốc Sở Y tế")
    look_for(editor, one, "bảy")
    with django_assert_max_num_queries(30) as asked:
        first = look_for(editor, one, "bảy")
    for n in range(5):
        make_role(make_official("Trần Văn Bảy", province=make_province("Sơn La"), homonym=n), "Giám đốc Sở Y tế")
    with django_assert_num_queries(len(asked)):
        page = look_for(editor, one, "bảy")
    assert (len(found(first)), len(found(page))) == (1, 6)
