"""Groups are explained to whoever gives roles, and changed by superusers alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.roles import EDITOR
from tests.desk import admin_url
from tests.staff import group, login, make_administrator, make_editor

pytestmark = pytest.mark.django_db


def test_an_administrator_reads_what_groups_are_for(client: Client, django_assert_max_num_queries: Any) -> None:
    login(client, make_administrator())
    Group.objects.create(name="Nhóm khác")
    with django_assert_max_num_queries(15):
        text = client.get(admin_url(Group, "changelist")).content.decode()
    assert "Sửa, xác nhận, bổ sung bản ghi và trả trường về cho máy đọc." in text
    page = client.get(admin_url(group(EDITOR), "change"))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()


def test_an_administrator_changes_no_group(client: Client) -> None:
    login(client, make_administrator())
    before = set(group(EDITOR).permissions.all())
    assert client.post(admin_url(group(EDITOR), "change"), {"name": "x", "permissions": []}).status_code == 403
    assert client.post(admin_url(Group, "add"), {"name": "x"}).status_code == 403
    assert client.post(admin_url(group(EDITOR), "delete"), {"post": "yes"}).status_code == 403
    assert set(group(EDITOR).permissions.all()) == before


def test_a_superuser_does(admin_client: Client) -> None:
    assert admin_client.get(admin_url(group(EDITOR), "change")).status_code == 200
    data = {"name": "Ban biên tập", "permissions": []}
    assert admin_client.post(admin_url(group(EDITOR), "change"), data).status_code == 302
    assert group(EDITOR).name == "Ban biên tập"


def test_an_editor_sees_none(client: Client) -> None:
    login(client, make_editor())
    assert client.get(admin_url(Group, "changelist")).status_code == 403
    assert admin_url(Group, "changelist") not in client.get("/admin/").content.decode()
