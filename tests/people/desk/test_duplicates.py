"""The list of likely duplicates: filtered by province and reason, likeliest first; and any two that one chooses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from people.models import Official, Organization
from tests.desk import admin_url
from tests.factories import make_distinction, make_official, make_organization, make_province
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    return login(client, make_editor())


def listed(client: Client, model: Any = Official, **asked: str) -> list[str]:
    answer: Any = client.get(admin_url(model, "duplicates"), asked)
    assert answer.status_code == 200
    return [f"{pair.first} = {pair.second}" for pair in answer.context["list"].pairs]


def test_the_list_is_filtered_by_province_and_reason(editor: Client) -> None:
    here, there = make_province("Nghệ An"), make_province("Sơn La")
    for province, names in ((here, ("Lê Văn Tám", "Lê Văn Tam")), (there, ("Lò Văn Chín", "Lò Chín"))):
        for name in names:
            make_official(name, province=province)
    make_official("Lò Văn Chín")
    slip, middle, unplaced = "Lê Văn Tám = Lê Văn Tam", "Lò Văn Chín = Lò Chín", "Lò Văn Chín = Lò Văn Chín"
    assert listed(editor)[0] == unplaced
    assert set(listed(editor)) == {slip, middle, unplaced}
    assert listed(editor, province=str(here.pk)) == [slip]
    assert listed(editor, province="none") == [unplaced]
    assert listed(editor, reason="middle") == [middle]
    assert listed(editor, reason="slip", province=str(there.pk)) == []
    assert len(listed(editor, page="nonsense")) == 3
    assert listed(editor, reason="nonsense") == []


def test_organizations_have_their_list(editor: Client) -> None:
    province = make_province()
    for name in ("Sở Khoa học và Công nghệ", "Sở KH&CN"):
        make_organization(name, province=province)
    assert listed(editor, Organization) == ["Sở Khoa học và Công nghệ = Sở KH&CN"]
    assert admin_url(Organization, "duplicates") in editor.get(admin_url(Organization, "changelist")).content.decode()


def test_who_resembles_a_record_stands_beside_it_and_any_other_can_be_chosen(editor: Client) -> None:
    province = make_province()
    one, other = make_official("Lê Văn Tám", province=province), make_official("Lê Văn Tam", province=province)
    third = make_official("Trần Văn Bảy")
    address = admin_url(one, "resembling")
    assert address in editor.get(admin_url(one, "change")).content.decode()
    page = editor.get(address).content.decode()
    assert admin_url(Official, "compare", one.pk, other.pk) in page
    answer = editor.get(address, {"other": third.pk})
    assert answer.headers["Location"] == admin_url(Official, "compare", one.pk, third.pk)
    for nobody in (str(one.pk), "99999", "nonsense"):
        assert editor.get(address, {"other": nobody}).status_code == 200


def test_the_list_asks_as_much_for_many_pairs_as_for_few(
    editor: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    province = make_province()
    first = make_official("Lê Văn Tám", province=province)
    make_official("Lê Văn Tám", province=province, homonym=1)
    listed(editor)
    with django_assert_max_num_queries(20) as asked:
        assert len(listed(editor)) == 1
    for n in range(2, 9):
        make_official("Lê Văn Tám", province=province, homonym=n)
    with django_assert_num_queries(len(asked)):
        assert len(listed(editor)) == 8
    make_distinction(first, Official.objects.get(homonym=1))
    assert len(listed(editor)) == 7
