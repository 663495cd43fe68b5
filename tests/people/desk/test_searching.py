"""Lists of the admin are searched with or without accents, in the record's words and in those of what it belongs to."""

from __future__ import annotations

import re

import pytest
from django.db.models import Model
from django.test import Client

from meetings.models import Appearance, Decision, Directive, Meeting
from people.desk.searching import accentless
from people.models import Official, Province, Role
from tests.desk import admin_url
from tests.factories import (
    make_alias,
    make_appearance,
    make_decision,
    make_directive,
    make_meeting,
    make_official,
    make_province,
    make_role,
)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("da", "Đà Nẵng", True),
        ("da", "ĐÃ", True),
        ("hoa", "Khánh Hoà", True),
        ("hoa", "Khánh Hòa", True),
        ("hoa", "Hưa", False),
        ("uy", "Tỉnh ủy", True),
        ("57-nq/tw", "Nghị quyết 57-NQ/TW", True),
        ("a.c", "abc", False),
    ],
)
def test_accentless(word: str, text: str, found: bool) -> None:
    assert (re.search(accentless(word), text, re.IGNORECASE) is not None) is found


def found(client: Client, model: type[Model], words: str) -> list[str]:
    page = client.get(admin_url(model, "changelist"), {"q": words})
    assert page.status_code == 200
    return sorted(str(row) for row in page.context["cl"].result_list)


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Hồng Vinh", "hong vinh", "VINH HỒNG", "anh ba", "  vinh  "])
def test_officials_are_found_by_name_and_alias(admin_client: Client, words: str) -> None:
    vinh = make_official("Lê Hồng Vinh")
    make_official("Lê Hồng Vân")
    make_alias("Anh Ba", official=vinh)
    make_alias("Anh Ba Vinh", official=vinh)  # two aliases that match must not show the official twice
    assert found(admin_client, Official, words) == ["Lê Hồng Vinh"]


@pytest.mark.django_db
def test_words_may_stand_in_different_places(admin_client: Client) -> None:
    make_role(make_official("Lê Hồng Vinh"), "Chủ tịch UBND tỉnh")
    make_role(make_official("Bùi Thanh An"), "Chủ tịch UBND tỉnh")
    assert found(admin_client, Role, "hong vinh chu tich") == ["Chủ tịch UBND tỉnh"]
    assert found(admin_client, Role, "hong an") == []


@pytest.mark.django_db
def test_records_without_a_folded_copy_are_found_by_their_printed_words(admin_client: Client) -> None:
    meeting = make_meeting()
    make_decision(meeting, "Thông qua dự thảo nghị quyết", outcome="thông qua")
    make_appearance(meeting, title="Giám đốc Sở Xây dựng")
    make_province("Đà Nẵng")
    assert len(found(admin_client, Decision, "du thao thong qua")) == 1
    assert found(admin_client, Decision, "khong co") == []
    assert len(found(admin_client, Appearance, "giam doc xay dung")) == 1
    assert set(found(admin_client, Province, "da nang")) == {"Đà Nẵng"}


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["'", '"', "%", "_", "\x00", "*", "(", "[", "\\", "-", "a" * 3000, "NEAR(", "ế"])
@pytest.mark.parametrize("model", [Official, Directive, Decision, Meeting, Province])
def test_odd_input_finds_or_does_not_find_but_answers(admin_client: Client, model: type[Model], words: str) -> None:
    make_directive()
    make_official()
    found(admin_client, model, words)
