"""Merging: everything that refers to one record refers to the other, and what people said stays said."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from meetings.models import Appearance, Attestation, Mention
from people.corrections import State
from people.merging import Refused, merge, say_distinct, take_back, undo
from people.models import Alias, Distinction, Handover, Official, Organization, Role
from tests import factories
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_directive,
    make_distinction,
    make_handover,
    make_meeting,
    make_mention,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db

CHAIR = "Chủ tịch UBND tỉnh"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("reviewer")


@pytest.fixture
def two() -> tuple[Official, Official]:
    """Nguyễn Thuý Hoà and Nguyễn Thúy Hoa of Nghệ An, older first."""
    province = make_province()
    return make_official("Nguyễn Thuý Hoà", province=province), make_official("Nguyễn Thúy Hoa", province=province)


def test_everything_that_names_one_names_the_other(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    article = make_article("Bà Nguyễn Thúy Hoa, Chủ tịch UBND tỉnh chủ trì.")
    meeting = make_meeting(articles=[article])
    role = make_role(drop, CHAIR)
    rows: list[tuple[Any, str]] = [
        (make_mention(drop, article), "official"),
        (make_appearance(meeting, drop, role=role, article=article), "official"),
        (make_directive(meeting, assigner=drop), "assigner"),
        (make_assignment(make_directive(meeting), drop), "official"),
        (role, "official"),
        (make_alias("Thúy Hoa", official=drop), "official"),
    ]
    make_attestation(role, article)
    merge(drop, keep, by=editor, reason="một người")
    for row, name in rows:
        row.refresh_from_db()
        assert getattr(row, name) == keep, row
    assert Mention.objects.get().read_as == drop
    assert Attestation.objects.get().read_as == drop
    drop.refresh_from_db()
    assert (drop.state, drop.merged_into) == (State.REJECTED, keep)


def test_the_older_one_survives_and_finds_the_younger_ones_name(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    done = merge(drop, keep, by=editor, reason="một người")
    assert (done.keep, done.drop, done.by) == (keep, drop, editor)
    alias = Alias.objects.get()
    assert (alias.name, alias.official, alias.merge) == ("Nguyễn Thúy Hoa", keep, done)


def test_a_reading_that_a_merge_moves_is_no_correction_and_a_correction_stays_one(
    two: tuple[Official, Official], editor: User
) -> None:
    keep, drop = two
    other = make_official("Trần Văn Bảy")
    read = make_appearance(make_meeting(), drop)
    right = make_appearance(make_meeting(), other)
    right.official = drop
    right.save()
    turned = make_appearance(make_meeting(), drop)
    turned.official = other
    turned.save()
    merge(keep, drop, by=editor, reason="một người")
    for row in (read, right, turned):
        row.refresh_from_db()
    assert (read.official, read.corrected_fields(), read.read_as) == (keep, (), {"official": drop.pk})
    assert (right.official, right.corrected_fields(), right.extracted["official"]) == (keep, ("official",), other.pk)
    assert (turned.official, turned.corrected_fields(), turned.extracted["official"]) == (other, ("official",), keep.pk)


def test_a_conflict_names_the_survivor_and_ends_where_it_says_nothing_more(
    two: tuple[Official, Official], editor: User
) -> None:
    keep, drop = two
    third, fourth = make_official("Trần Văn Bảy"), make_official("Trần Văn Sáu")
    rows = [make_appearance(make_meeting(), drop) for _ in range(2)]
    for row, chosen in zip(rows, (third, keep), strict=True):
        row.official = chosen
        row.save()
        row.follow({"official": fourth})
        row.save()
    assert rows[0].conflicts["official"]["value"] == drop.pk
    Appearance.objects.filter(pk=rows[1].pk).update(extracted={"official": drop.pk})
    done = merge(keep, drop, by=editor, reason="một người")
    for row in rows:
        row.refresh_from_db()
    assert (rows[0].official, rows[0].conflicts["official"]["value"]) == (third, keep.pk)
    assert (rows[1].official, rows[1].conflicts, rows[1].corrected_fields()) == (keep, {}, ())
    undo(done, by=editor, reason="hai người")
    for row in rows:
        row.refresh_from_db()
    assert (rows[0].official, rows[0].conflicts["official"]["value"]) == (third, drop.pk)
    assert rows[1].corrected_fields() == ("official",)
    assert rows[1].conflicts["official"]["value"] == drop.pk


def test_equal_roles_become_one_with_all_its_texts(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    mine, theirs = make_role(keep, CHAIR), make_role(drop, CHAIR)
    both, only = make_article(), make_article()
    for role, article in ((mine, both), (theirs, both), (theirs, only)):
        make_attestation(role, article)
    appearance = make_appearance(make_meeting(), drop, role=theirs)
    merge(keep, drop, by=editor, reason="một người")
    assert list(Role.objects.all()) == [mine]
    assert set(mine.attestations.values_list("article", flat=True)) == {both.pk, only.pk}
    appearance.refresh_from_db()
    assert (appearance.role, appearance.corrected_fields()) == (mine, ())


@pytest.mark.parametrize("spoken", ["status", "confirmed", "rejected", "made"])
def test_of_equal_roles_a_persons_word_stays(two: tuple[Official, Official], editor: User, spoken: str) -> None:
    keep, drop = two
    mine = make_role(keep, CHAIR)
    if spoken == "made":
        make_role(drop, CHAIR, status="ended", by_person=True, state=State.CONFIRMED)
    else:
        theirs = make_role(drop, CHAIR)
        theirs.status = "ended"
        theirs.state = spoken if spoken != "status" else theirs.state
        theirs.save()
    merge(keep, drop, by=editor, reason="một người")
    mine.refresh_from_db()
    assert mine.status == "ended"
    assert mine.state == {"status": "read", "rejected": "rejected"}.get(spoken, "confirmed")


def test_a_chain_is_flat(editor: User) -> None:
    oldest, middle, youngest = (make_official(f"Lê Văn {name}") for name in ("Tám", "Tăm", "Tam"))
    merge(middle, youngest, by=editor, reason="một người")
    merge(oldest, middle, by=editor, reason="một người")
    assert set(Official.objects.filter(merged_into=oldest)) == {middle, youngest}
    mention = {alias.name: alias.read_as["official"] for alias in oldest.aliases.all()}
    assert mention == {"Lê Văn Tăm": middle.pk, "Lê Văn Tam": youngest.pk}


def test_a_chain_cannot_be_made_by_hand(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    merge(keep, drop, by=editor, reason="một người")
    third = make_official("Trần Văn Bảy")
    third.merged_into, third.state = drop, State.REJECTED
    with pytest.raises(ValueError, match="survivor"):
        third.save()
    for merged_into, state in ((third, State.REJECTED), (keep, State.READ)):
        rows = Official.objects.filter(pk=third.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(merged_into=merged_into, state=state)


def test_the_survivor_may_bear_the_younger_ones_name_and_province(editor: User) -> None:
    keep = make_official("Lê Văn Tam")
    drop = make_official("Lê Văn Tám", province=make_province())
    merge(keep, drop, by=editor, reason="thiếu dấu", name_of=drop, province_of=drop)
    keep.refresh_from_db()
    assert (keep.name, keep.province, keep.homonym) == ("Lê Văn Tám", drop.province, 0)
    assert keep.corrected_fields() == ("name",)
    assert [alias.name for alias in keep.aliases.all()] == ["Lê Văn Tam"]


def test_an_organization_is_merged_with_its_meetings_tasks_and_handovers(editor: User) -> None:
    province = make_province()
    keep = make_organization("Sở Nông nghiệp và Môi trường", province=province)
    drop = make_organization("Sở NN&MT", province=province, abbreviations="SNNMT")
    former = make_organization("Sở Tài nguyên", province=province)
    Organization.objects.filter(pk=former.pk).update(successor=drop)
    Organization.objects.filter(pk=keep.pk).update(successor=drop)
    heir = make_organization("Sở Y tế", province=province)
    make_handover(drop, heir)
    make_handover(keep, heir)
    make_handover(drop, keep)
    meeting = make_meeting(body=drop)
    task = make_assignment(make_directive(meeting), drop)
    role = make_role(make_official(), "Giám đốc", organization=drop)
    merge(keep, drop, by=editor, reason="viết tắt")
    for row in (former, meeting, task, role, keep):
        row.refresh_from_db()
    assert (former.successor, meeting.body, task.organization, role.organization) == (keep,) * 4
    assert (keep.successor, keep.abbreviations) == (None, "SNNMT")
    assert list(Handover.objects.values_list("former", "heir")) == [(keep.pk, heir.pk)]
    assert (meeting.read_as, meeting.corrected_fields()) == ({"body": drop.pk}, ())


def test_both_histories_tell_who_and_why(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    merge(keep, drop, by=editor, reason="cùng chức danh " * 12)
    for record in two:
        version = record.history.first()
        assert version.history_user == editor
        assert "cùng chức danh" in version.history_change_reason


def test_what_cannot_be_merged_is_said(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    with pytest.raises(Refused, match=r"\S"):
        merge(keep, drop, by=editor, reason=" ")
    with pytest.raises(Refused):
        merge(keep, keep, by=editor, reason="một người")
    with pytest.raises(Refused):
        merge(keep, make_organization(), by=editor, reason="một người")
    said = say_distinct(drop, keep, by=editor, reason="hai chức danh")
    with pytest.raises(Refused, match="hai chức danh"):
        merge(keep, drop, by=editor, reason="một người")
    take_back(said, by=editor, reason="nhầm")
    rejected = factories.make_official("Rừng phòng hộ", state=State.REJECTED)
    with pytest.raises(Refused, match="Rừng phòng hộ"):
        merge(keep, rejected, by=editor, reason="một người")
    merge(keep, drop, by=editor, reason="một người")
    with pytest.raises(Refused, match="Nguyễn Thuý Hoà"):
        merge(drop, make_official("Trần Văn Bảy"), by=editor, reason="một người")
    assert Appearance.objects.count() == 0


@pytest.mark.parametrize("by_person", [(True, False), (False, True)])
def test_a_place_that_a_person_marked_stays_marked(
    two: tuple[Official, Official], editor: User, by_person: tuple[bool, bool]
) -> None:
    """Both have the office, and one text attests both: by the words that a person marked."""
    article = make_article("Chủ tịch UBND tỉnh Hoà. Chủ tịch UBND tỉnh Hoa.")
    places = [
        make_attestation(make_role(official, CHAIR), article, quote, by_person=by)
        for official, quote, by in zip(two, (f"{CHAIR} Hoà", f"{CHAIR} Hoa"), by_person, strict=True)
    ]
    before = list(Attestation.objects.order_by("pk").values())
    done = merge(*two, by=editor, reason="một người")
    kept = Attestation.objects.get()
    assert (kept.pk, kept.by_person) == (places[0].pk, True)
    assert kept.quote == places[by_person.index(True)].quote
    undo(done, by=editor, reason="hai người")
    assert list(Attestation.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("make", [make_official, make_organization])
def test_who_is_not_the_same_is_no_survivor_of_the_other_either(make: Any) -> None:
    one, other, third = (make(name) for name in ("Lê Văn Tám", "Lê Văn Tăm", "Lê Văn Tam"))
    said = make_distinction(one, third, reason="khác chức vụ")
    done = make_merge(other, third)
    with pytest.raises(Refused, match="khác chức vụ"):
        make_merge(one, other)
    assert Distinction.between(one, other) == said
    assert Distinction.pairs_of(type(one)) == {(one.pk, other.pk)}
    undo(done, by=None, reason="hai người")
    assert Distinction.pairs_of(type(one)) == {(one.pk, third.pk)}
    assert make_merge(one, other)
