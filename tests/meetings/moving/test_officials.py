"""Appearances that are another's move with what belongs to them, stay moved at every reading, and move back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from meetings.models import Appearance, Article, Attestation, Directive, Mention
from meetings.moving import Newcomer, move, what_moves
from people.corrections import State
from people.merging import Refused
from people.models import Distinction, Official, Role
from tests.factories import make_official, make_province
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TAM, CHAIR = "Lê Văn Tám", "Chủ tịch UBND tỉnh"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor")


def telling(day: str) -> Telling:
    text = f"UBND tỉnh họp. Ông {TAM}, {CHAIR} chủ trì. Ông {TAM} yêu cầu rà soát. Ông {TAM} phát biểu."
    told = Telling(text, date=day).official(TAM, CHAIR).appearance(TAM, "chairs", "chủ trì")
    return told.appearance(TAM, "speaks", f"Ông {TAM} phát biểu").directive("rà soát", assigner=TAM)


def two_texts() -> tuple[Official, Article, Article]:
    first, second = (telling(day).loads()[0] for day in ("2024-03-27", "2024-04-27"))
    return Official.objects.get(), first, second


def of(official: Official) -> dict[str, int]:
    return {
        "appearances": Appearance.objects.filter(official=official).exclude(state=State.WITHDRAWN).count(),
        "mentions": Mention.objects.filter(official=official).count(),
        "attestations": Attestation.objects.filter(role__official=official).count(),
        "tasks": Directive.objects.filter(assigner=official).count(),
    }


ALL = {"appearances": 4, "mentions": 6, "attestations": 2, "tasks": 2}
HALF = {name: count // 2 for name, count in ALL.items()}


def keys(article: Article) -> dict[str, list[int]]:
    return {"appearance": list(Appearance.objects.filter(article=article).order_by("pk").values_list("pk", flat=True))}


def test_all_of_a_text_moves_to_a_namesake_and_stays_there(editor: User) -> None:
    official, first, second = two_texts()
    assert of(official) == ALL
    other = move(official, keys(second), Newcomer(), by=editor, reason="người trùng tên")
    assert (other.name, other.province, other.homonym, other.state) == (TAM, official.province, 1, State.CONFIRMED)
    assert Distinction.between(official, other) is not None
    for _ in range(2):
        assert of(official) == of(other) == HALF
        assert set(Role.objects.published().values_list("official", flat=True)) == {official.pk, other.pk}
        for article, day in ((first, "2024-03-27"), (second, "2024-04-27")):
            telling(day).loads(article)
    assert Official.objects.count() == 2
    row = Appearance.objects.filter(article=second)[0]
    assert row.history.filter(history_change_reason="người trùng tên", history_user=editor).exists()


def test_what_a_better_reading_finds_in_a_text_that_moved_is_the_other_ones(editor: User) -> None:
    official, _first, second = two_texts()
    other = move(official, keys(second), Newcomer(), by=editor, reason="người trùng tên")
    for _ in range(2):
        telling("2024-04-27").appearance(TAM, "concludes", f"Ông {TAM} yêu cầu").loads(second)
        assert of(other) == {**HALF, "appearances": 3}
        assert of(official) == HALF
    assert Official.objects.count() == 2


def test_moving_back_undoes_it(editor: User) -> None:
    official, _first, second = two_texts()
    other = move(official, keys(second), Newcomer(), by=editor, reason="người trùng tên")
    assert move(other, keys(second), official, by=editor, reason="nhầm") == official
    assert of(official) == ALL
    assert of(other) == {"appearances": 0, "mentions": 0, "attestations": 0, "tasks": 0}
    assert all(not row.corrected_fields() for row in Appearance.objects.all())
    assert set(Role.objects.published().values_list("official", flat=True)) == {official.pk}


def test_some_of_a_text_moves_alone_and_the_name_stays_with_the_rest(editor: User) -> None:
    official, _first, second = two_texts()
    other = make_official(TAM, province=make_province(), homonym=1)
    (spoken,) = Appearance.objects.filter(article=second, act="speaks").values_list("pk", flat=True)
    move(official, {"appearance": [spoken]}, other, by=editor, reason="người khác phát biểu")
    moved = {"appearances": 1, "mentions": 1, "attestations": 0, "tasks": 0}
    for _ in range(2):
        assert of(other) == moved
        assert of(official) == {name: ALL[name] - moved[name] for name in ALL}
        telling("2024-04-27").loads(second)
    assert Appearance.objects.get(pk=spoken).official == other


def test_some_of_a_text_keeps_its_office_on_the_way_there_and_back(editor: User) -> None:
    official, first, _second = two_texts()
    role = official.roles.get()
    moved = Appearance.objects.filter(article=first, act="speaks").get()
    assert moved.role == role
    other = move(official, {"appearance": [moved.pk]}, Newcomer(), by=editor, reason="người trùng tên")
    moved.refresh_from_db()
    assert moved.role is not None
    assert (moved.role.official, moved.role.title_key) == (other, role.title_key)
    assert not other.roles.published().exists()  # its text gives the title to the one whose name stands there
    move(other, {"appearance": [moved.pk]}, official, by=editor, reason="vẫn là một")
    moved.refresh_from_db()
    assert moved.role == role
    assert Role.objects.count() == 1


def test_what_cannot_be_moved_is_said(editor: User) -> None:
    official, _first, second = two_texts()
    rejected = make_official("Rừng", state=State.REJECTED)
    for chosen, target, reason in (
        ({}, Newcomer(), "nhầm"),
        (keys(second), official, "nhầm"),
        (keys(second), rejected, "nhầm"),
        (keys(second), Newcomer(), " "),
    ):
        with pytest.raises(Refused):
            move(official, chosen, target, by=editor, reason=reason)
    assert of(official) == ALL
    assert not what_moves(rejected, keys(second))
