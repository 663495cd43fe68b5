"""Choosers tell records of one name apart and offer nothing that is rejected."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.corrections import State
from tests.desk import admin_url
from tests.factories import (
    make_directive,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db


def offered(client: Client, model: str, field: str, term: str) -> list[str]:
    app = "people" if model == "role" else "meetings"
    data = {"app_label": app, "model_name": model, "field_name": field, "term": term}
    found: dict[str, Any] = client.get(reverse("admin:autocomplete"), data).json()
    return sorted(choice["text"] for choice in found["results"])


def test_organizations_of_one_name_are_told_apart_by_province(admin_client: Client) -> None:
    for name in ("Nghệ An", "Phú Thọ"):
        make_organization("Sở Tài chính", province=make_province(name))
    assert offered(admin_client, "assignment", "organization", "so tai chinh") == [
        "Sở Tài chính (Nghệ An)",
        "Sở Tài chính (Phú Thọ)",
    ]


def test_officials_of_one_name_are_told_apart_by_province_and_office(admin_client: Client) -> None:
    province = make_province("Nghệ An")
    make_role(make_official("Nguyễn Văn An", province=province), "Chủ tịch UBND tỉnh")
    make_official("Nguyễn Văn An")
    assert offered(admin_client, "directive", "assigner", "van an") == [
        "Nguyễn Văn An",
        "Nguyễn Văn An (Nghệ An, Chủ tịch UBND tỉnh)",
    ]


def test_meetings_of_one_title_are_told_apart_by_province(admin_client: Client) -> None:
    make_meeting("Họp giao ban", province=make_province("Nghệ An"))
    make_meeting("Họp giao ban")
    assert offered(admin_client, "directive", "meeting", "giao ban") == ["Họp giao ban", "Họp giao ban (Nghệ An)"]


def test_nothing_rejected_or_withdrawn_is_offered(admin_client: Client) -> None:
    make_official("Lê Văn Ba", state=State.REJECTED)
    make_official("Lê Văn Tư", state=State.WITHDRAWN)
    make_official("Lê Văn Năm")
    assert offered(admin_client, "role", "official", "le van") == ["Lê Văn Năm"]


def test_the_present_value_bears_the_same_label(admin_client: Client) -> None:
    organization = make_organization("Sở Tài chính", province=make_province("Nghệ An"))
    directive = make_directive(assignees=[organization], assigner=make_official("Lê Văn Ba", province=make_province()))
    page = admin_client.get(admin_url(directive, "change")).content.decode()
    assert f'<option value="{organization.pk}" selected>Sở Tài chính (Nghệ An)</option>' in page
    assert "selected>Lê Văn Ba (Nghệ An)</option>" in page


@pytest.mark.parametrize(("rows", "more"), [(2, 5)])
def test_rows_with_choosers_need_no_query_each(
    admin_client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any, rows: int, more: int
) -> None:
    def page_of(count: int) -> str:
        names = (f"Sở {number} {count}" for number in range(count))
        return admin_url(make_directive(assignees=[make_organization(name) for name in names]), "change")

    few, many = page_of(rows), page_of(more)
    admin_client.get(few)
    with django_assert_max_num_queries(40) as asked:
        admin_client.get(few)
    with django_assert_num_queries(len(asked)):
        admin_client.get(many)
