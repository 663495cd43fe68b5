"""The first page says what waits and what is incomplete, and each count is that of the list it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from people.corrections import State
from tests.factories import (
    make_directive,
    make_meeting,
    make_official,
    make_organization,
)
from tests.staff import login, make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_followed_at_once")]


def test_nothing_waits(admin_client: Client) -> None:
    page = admin_client.get(reverse("admin:index"))
    assert page.context["attention"] == []
    assert page.status_code == 200


def test_each_reason_counts_what_its_list_shows(admin_client: Client) -> None:
    make_directive(assigner_title="Chủ tịch")
    make_directive(make_meeting("Phiên khác"))
    make_official()
    make_official("Lê Thị Bình", state=State.REJECTED)
    make_organization("Sở Tài chính")
    make_organization("Bộ Tài chính", kind="national")

    waiting = admin_client.get(reverse("admin:index")).context["attention"]
    assert len(waiting) == 3
    for item in waiting:
        shown = admin_client.get(item.url).context["cl"]
        hidden = [row for row in shown.result_list if row.state in (State.REJECTED, State.WITHDRAWN)]
        assert len(shown.result_list) - len(hidden) == item.count > 0, item


def test_the_queue_comes_first(admin_client: Client, client: Client) -> None:
    make_directive(confidence=10)
    page = admin_client.get(reverse("admin:index")).content.decode()
    assert f"{reverse('review:queue')}?reason=unsure" in page
    assert reverse("review:next") in page
    login(client, make_staff("view_directive"))
    assert reverse("review:next") not in client.get(reverse("admin:index")).content.decode()


def test_the_page_tells_each_only_of_what_they_may_see(client: Client) -> None:
    make_meeting()
    make_official()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_official"))
    login(client, reader)
    waiting = client.get(reverse("admin:index")).context["attention"]
    assert {str(item.records) for item in waiting} == {"cán bộ"}


def test_the_number_of_queries_does_not_grow(
    admin_client: Client,
    django_assert_num_queries: Any,
    django_assert_max_num_queries: Any,
) -> None:
    make_meeting()
    admin_client.get(reverse("admin:index"))
    with django_assert_max_num_queries(25) as few:
        admin_client.get(reverse("admin:index"))
    for _ in range(10):
        make_directive(confidence=10)
    with django_assert_num_queries(len(few)):
        admin_client.get(reverse("admin:index"))
