"""Offices that a person renamed, gave to another or rejected, and texts that go on naming them."""

from __future__ import annotations

import pytest

from meetings.models import Attestation
from people.corrections import State
from people.models import Official, Role
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = "UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh, Phó Bí thư Tỉnh ủy chủ trì. Ông Lê Đức Thọ dự."


def told(*titles: str) -> Telling:
    return Telling(TEXT).official("Trần Bảo Lâm", *titles).official("Lê Đức Thọ")


@pytest.mark.parametrize("order", [1, -1])
def test_a_title_that_a_person_gave_another_role_is_read_beside_it(order: int) -> None:
    article, _ = told("Chủ tịch UBND tỉnh").loads()
    role = Role.objects.get()
    role.canonical_title = "Phó Bí thư Tỉnh ủy"
    role.save()
    titles = ["Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy"][::order]
    for _ in range(2):
        told(*titles).loads(article)
    told(*titles).loads()  # another article on the same meeting
    role.refresh_from_db()
    assert role.canonical_title == "Phó Bí thư Tỉnh ủy"
    assert Attestation.objects.values("role", "article").distinct().count() == Attestation.objects.count()
    titles_now = list(Role.objects.published().values_list("official", "canonical_title"))
    assert len(titles_now) == len(set(titles_now))


def test_a_role_that_a_person_gave_to_another_stays_his() -> None:
    article, _ = told("Chủ tịch UBND tỉnh").loads()
    role, other = Role.objects.get(), Official.objects.get(name="Lê Đức Thọ")
    role.official = other
    role.save()
    for _ in range(2):
        told("Chủ tịch UBND tỉnh").loads(article)
    assert Role.objects.get().official == other


def test_a_rejected_role_does_not_come_back_under_another_form_of_the_title() -> None:
    article, _ = told("Chủ tịch UBND tỉnh").loads()
    Role.objects.update(state=State.REJECTED)
    telling = told("Chủ tịch UBND tỉnh")
    for _ in range(2):
        telling.loads(article)
    assert Role.objects.get().state == State.REJECTED


def test_a_role_that_a_person_added_is_not_doubled() -> None:
    article, _ = told().loads()
    official = Official.objects.get(name="Trần Bảo Lâm")
    made = factories.make_role(official, "Chủ tịch UBND tỉnh", province=official.province, by_person=True)
    told("Chủ tịch UBND tỉnh").loads(article)
    assert Role.objects.get() == made
