"""Who was made for what was moved to him is taken away with the last of it, unless a person has spoken of him."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from meetings.models import Appearance, Attestation, Directive, Mention
from meetings.moving import Newcomer, move
from people.corrections import State
from people.merging import undo
from people.merging.redirects import survivors
from people.models import Distinction, Official, Organization, Role
from tests.factories import (
    make_alias,
    make_assignment,
    make_directive,
    make_distinction,
    make_merge,
    make_mistake,
    make_official,
    make_organization,
    make_province,
)
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TAM, CHAIR = "Lê Văn Tám", "Chủ tịch UBND tỉnh"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor")


def telling(day: str) -> Telling:
    text = f"UBND tỉnh họp. Ông {TAM}, {CHAIR} chủ trì. Ông {TAM} yêu cầu rà soát."
    told = Telling(text, date=day).official(TAM, CHAIR).appearance(TAM, "chairs", "chủ trì")
    return told.directive("rà soát", assigner=TAM)


def two_texts() -> tuple[Official, list[Any]]:
    articles = [telling(day).loads()[0] for day in ("2024-03-27", "2024-04-27")]
    return Official.objects.get(), articles


def appearances(official: Official) -> dict[str, list[int]]:
    return {
        "appearance": list(Appearance.objects.filter(official=official).order_by("pk").values_list("pk", flat=True))
    }


def parted(editor: User) -> tuple[Official, Official, list[Any]]:
    """An official, a namesake made for the second of two texts, and the texts."""
    official, articles = two_texts()
    second = list(Appearance.objects.filter(article=articles[1]).values_list("pk", flat=True))
    return official, move(official, {"appearance": second}, Newcomer(), by=editor, reason="trùng tên"), articles


@pytest.mark.parametrize("read_meanwhile", [False, True])
def test_moved_back_all_is_as_if_nobody_had_been_made(editor: User, read_meanwhile: bool) -> None:
    official, other, articles = parted(editor)
    if read_meanwhile:
        telling("2024-04-27").loads(articles[1])
    assert move(other, appearances(other), official, by=editor, reason="vẫn là một") == official
    assert Official.objects.get() == official
    assert not Distinction.objects.exists()
    assert set(Role.objects.values_list("official", flat=True)) == {official.pk}
    assert set(Role.objects.published().values_list("official", flat=True)) == {official.pk}
    for _ in range(2):
        for model, column in ((Appearance, "official"), (Mention, "official"), (Directive, "assigner")):
            rows: Any = model
            assert set(rows.objects.values_list(column, flat=True)) == {official.pk}
        assert set(Attestation.objects.values_list("role__official", flat=True)) == {official.pk}
        for row in (*Appearance.objects.all(), *Directive.objects.all()):
            assert (row.corrected_fields(), row.conflicts) == ((), {})
        telling("2024-04-27").loads(articles[1])
        assert Official.objects.count() == 1
    versions: Any = Official.history.filter(id=other.pk)
    assert [v.history_type for v in versions.order_by("history_id")][-1] == "-"
    assert "vẫn là một" in versions.first().history_change_reason
    told = official.history.latest()
    assert str(other.pk) in told.history_change_reason


def test_what_goes_on_to_somebody_else_leaves_nobody_behind(editor: User) -> None:
    official, other, articles = parted(editor)
    third = make_official("Lê Văn Tâm", province=official.province)
    move(other, appearances(other), third, by=editor, reason="đọc sai tên")
    assert set(Official.objects.values_list("pk", flat=True)) == {official.pk, third.pk}
    telling("2024-04-27").loads(articles[1])
    assert Appearance.objects.get(article=articles[1]).official == third
    assert Official.objects.count() == 2


def test_who_has_something_left_stays(editor: User) -> None:
    official, other, _ = parted(editor)
    make_assignment(make_directive(), other)
    move(other, appearances(other), official, by=editor, reason="vẫn là một")
    assert Official.objects.filter(pk=other.pk).exists()


def test_his_address_leads_for_good_to_whom_his_rows_are_of(editor: User, client: Client) -> None:
    official, other, _articles = parted(editor)
    third = move(official, appearances(official), Newcomer(), by=editor, reason="một người nữa")
    move(other, appearances(other), third, by=editor, reason="cùng một người")
    address, also = (reverse("people:official_detail", args=[one.pk, "le-van-tam"]) for one in (other, third))
    assert not Official.objects.filter(pk=other.pk).exists()
    assert leads(client, address) == third.get_absolute_url()
    move(third, appearances(third), official, by=editor, reason="vẫn là một")
    assert leads(client, address) == leads(client, also) == official.get_absolute_url()
    keep = make_official("Lê Văn Tăm", province=official.province)
    keep, drop = sorted((keep, official), key=lambda one: one.pk)
    done = make_merge(keep, drop, by=None)
    assert leads(client, address) == keep.get_absolute_url()
    undo(done, by=None, reason="hai người")
    assert survivors(Official, [other.pk, third.pk, official.pk]) == {other.pk: official.pk, third.pk: official.pk}
    Official.objects.filter(pk=official.pk).update(state=State.REJECTED)
    assert client.get(address).status_code == 404


def leads(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 301
    return answer.headers["Location"]


def rename(other: Official) -> None:
    other.name = "Lê Văn Tam"
    other.save()


def merge_away(other: Official) -> None:
    make_merge(make_official("Lê Văn Tâm", province=other.province), other, by=None)


SPOKEN: dict[str, Callable[[Official], Any]] = {
    "renamed": rename,
    "reported": make_mistake,
    "told apart": lambda other: make_distinction(other, make_official("Lê Văn Tâm")),
    "also called": lambda other: make_alias("Tám", official=other),
    "merged": merge_away,
    "taken back": lambda other: Distinction.objects.all().delete(),
}


@pytest.mark.parametrize("spoken", SPOKEN.values(), ids=SPOKEN)
def test_of_whom_a_person_has_spoken_he_stays(editor: User, spoken: Callable[[Official], Any]) -> None:
    official, other, _ = parted(editor)
    spoken(other)
    other.refresh_from_db()
    move(other, appearances(other), official, by=editor, reason="vẫn là một")
    assert Official.objects.filter(pk=other.pk).exists()


def test_who_was_there_before_stays(editor: User) -> None:
    official, _articles = two_texts()
    other = make_official(TAM, province=official.province, homonym=1, by_person=True, state=State.CONFIRMED)
    move(official, appearances(official), other, by=editor, reason="trùng tên")
    move(other, appearances(other), official, by=editor, reason="vẫn là một")
    assert Official.objects.filter(pk=other.pk).exists()


def test_an_organization_that_was_made_is_taken_away_too(editor: User) -> None:
    words = "rà soát giá đất"
    told = Telling(f"UBND tỉnh họp. Giao Sở Tài chính {words}.", date="2024-03-27").directive(words, "Sở Tài chính")
    article, _ = told.loads()
    here = Organization.objects.get(name="Sở Tài chính")
    chosen = {"assignment": list(here.assignments.values_list("pk", flat=True))}
    made = move(here, chosen, Newcomer("Sở Tài chính", make_province("Sơn La")), by=editor, reason="của tỉnh bạn")
    told.loads(article)
    move(made, chosen, here, by=editor, reason="nhầm")
    assert not Organization.objects.filter(pk=made.pk).exists()
    assert survivors(Organization, [made.pk]) == {made.pk: here.pk}
    told.loads(article)
    here.refresh_from_db()
    assert here.state == State.READ
    assert set(here.assignments.values_list("pk", flat=True)) == set(chosen["assignment"])
    assert make_organization("Sở Tài chính", province=make_province("Sơn La")).pk != made.pk
