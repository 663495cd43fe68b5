"""Everybody at a meeting once, whoever chaired first."""

from __future__ import annotations

import pytest

from meetings.models import Appearance, Attestation, Mention
from meetings.participants import participants
from tests.factories import (
    make_appearance,
    make_article,
    make_attestation,
    make_meeting,
    make_mention,
    make_official,
    make_role,
)

pytestmark = pytest.mark.django_db


def test_one_row_for_each_person_with_all_acts() -> None:
    meeting, an, binh = make_meeting(), make_official("Nguyễn Văn An"), make_official("Trần Văn Bình")
    for official, act in ((an, "attends"), (binh, "speaks"), (binh, "chairs"), (an, "speaks")):
        make_appearance(meeting, official, act=act)
    found = participants(Appearance.objects.order_by("pk"), [], [])
    assert [(str(p.official), [a.act for a in p.acts]) for p in found] == [
        ("Trần Văn Bình", ["speaks", "chairs"]),
        ("Nguyễn Văn An", ["attends", "speaks"]),
    ]


def test_offices_without_names_are_rows_of_their_own() -> None:
    meeting = make_meeting()
    make_appearance(meeting, title="Bí thư Tỉnh ủy")
    (row,) = participants(Appearance.objects.all(), [], [])
    assert (row.official, row.title, row.other_titles) == (None, "Bí thư Tỉnh ủy", [])


def test_who_is_only_named_comes_last_with_the_places() -> None:
    article = make_article("Nguyễn Văn An chủ trì; Trần Văn Bình vắng mặt.")
    an, binh = make_official("Nguyễn Văn An"), make_official("Trần Văn Bình")
    make_mention(binh, article)
    make_mention(an, article)
    make_appearance(make_meeting(), an, act="attends")
    found = participants(Appearance.objects.all(), Mention.objects.all(), [])
    assert [str(p.official) for p in found] == ["Nguyễn Văn An", "Trần Văn Bình"]
    assert found[1].acts == []
    assert [m.name for m in found[1].mentions] == ["Trần Văn Bình"]


def test_whom_the_text_names_no_more_is_not_named() -> None:
    article = make_article("Nguyễn Văn An, Chủ tịch UBND tỉnh; Trần Văn Bình.")
    an, binh = make_official("Nguyễn Văn An"), make_official("Trần Văn Bình")
    role = make_role(an)
    lost = [make_mention(an, article, by_person=True), make_attestation(role, article, by_person=True)]
    make_mention(binh, article)
    assert len(participants([], Mention.objects.all(), Attestation.objects.all())) == 2
    for place in lost:
        place.start = place.end = None
        place.save()
    (named,) = participants([], Mention.objects.all(), Attestation.objects.all())
    assert (named.official, named.titles) == (binh, [])


def test_somebody_taken_out_of_the_register_is_not_named() -> None:
    article = make_article("Nguyễn Văn An")
    make_mention(make_official("Nguyễn Văn An", state="rejected"), article)
    assert participants([], Mention.objects.all(), []) == []


def test_titles_are_those_of_the_texts_each_once() -> None:
    first, second = make_article(), make_article()
    official = make_official()
    make_appearance(make_meeting(), official, role=make_role(official, "Bí thư Tỉnh ủy"), act="chairs")
    role = make_role(official, "Chủ tịch UBND tỉnh")
    make_attestation(role, first)
    make_attestation(role, second)
    (row,) = participants(Appearance.objects.all(), [], Attestation.objects.all())
    assert [a.title for a in row.titles] == ["Chủ tịch UBND tỉnh"]
    assert row.other_titles == ["Bí thư Tỉnh ủy"]
