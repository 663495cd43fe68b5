"""Undoing a merge: every row back where it was, people's later words kept, in whatever order it comes."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Appearance
from meetings.reconcile.retellings import settle_retellings
from people.corrections import State
from people.merging import Refused, merge, undo
from people.models import Alias, Handover, Official, Organization, Role
from people.names import name_key
from tests.everything import everything
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_directive,
    make_handover,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db

CHAIR, DEPUTY = "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"
NAMES = ("Lê Văn Tám", "Lê Văn Tăm", "Lê Văn Tam", "Lê Văn Tạm")


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("reviewer")


def a_world() -> list[Official]:
    """Four who may be one, at two meetings of two texts, some with equal roles, some of them corrected."""
    province = make_province()
    people = [make_official(name, province=province) for name in NAMES]
    text = "UBND tỉnh họp. " + " ".join(f"Ông {name}, Chủ tịch UBND tỉnh." for name in NAMES)
    articles = [make_article(text) for _ in range(2)]
    meetings = [make_meeting(f"Cuộc họp {n}", articles=[article]) for n, article in enumerate(articles)]
    for number, official in enumerate(people):
        roles = [make_role(official, CHAIR), *([make_role(official, DEPUTY)] if number % 2 else [])]
        for role, article, meeting in zip(roles, articles, meetings, strict=False):
            make_attestation(role, article)
            make_mention(official, article, official.name)
            make_appearance(meeting, official, role=role, article=article, quote=official.name)
        make_directive(meetings[0], f"Việc {number}.", assigner=official, assignees=[official])
        make_alias(f"Anh {'Tám' if number < 2 else 'Tạm'}", official=official)
    corrected = make_appearance(meetings[1], people[0])
    corrected.official = people[3]
    corrected.save()
    ended = Role.objects.get(official=people[2], title_key__startswith="chủ")
    ended.status = "ended"
    ended.save()
    for meeting in meetings:
        settle_retellings(meeting)
    return people


pairs = st.tuples(st.sampled_from(range(4)), st.sampled_from(range(4)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pairs, min_size=1, max_size=5), st.booleans())
def test_undoing_all_in_reverse_leaves_no_trace(merges: list[tuple[int, int]], renamed: bool) -> None:
    with transaction.atomic():
        editor = User.objects.create_superuser("reviewer")
        people = a_world()
        states = [everything()]
        done = []
        for one, other in merges:
            try:
                bearer = people[max(one, other)] if renamed else None
                done.append(merge(people[one], people[other], by=editor, reason="một người", name_of=bearer))
                states.append(everything())
            except Refused:
                continue
        for last in reversed(done):
            assert everything() == states.pop()
            undo(last, by=editor, reason="hai người")
        assert everything() == states.pop()
        transaction.set_rollback(True)


def test_an_organization_comes_back_with_all_that_was_its_own(editor: User) -> None:
    province = make_province()
    keep = make_organization("Sở Nông nghiệp và Môi trường", province=province, abbreviations="SNNMT")
    drop = make_organization("Sở NN&MT", province=province, abbreviations="SNN")
    former, heir = (make_organization(name, province=province) for name in ("Sở Tài nguyên", "Sở Y tế"))
    Organization.objects.filter(pk__in=[former.pk, keep.pk]).update(successor=drop)
    for one, other in ((drop, heir), (keep, heir), (drop, keep)):
        make_handover(one, other)
    meeting = make_meeting(body=drop)
    make_assignment(make_directive(meeting), drop)
    make_role(make_official(), "Giám đốc", organization=drop)
    before = everything()
    done = merge(keep, drop, by=editor, reason="viết tắt", name_of=drop)
    assert Handover.objects.count() == 1
    undo(done, by=editor, reason="hai cơ quan")
    assert everything() == before


@pytest.fixture
def two() -> tuple[Official, Official]:
    province = make_province()
    return make_official(NAMES[0], province=province), make_official(NAMES[1], province=province)


def test_what_a_person_changed_since_stays(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    third = make_official("Trần Văn Bảy")
    appearance = make_appearance(make_meeting(), drop)
    done = merge(keep, drop, by=editor, reason="một người")
    appearance.refresh_from_db()
    appearance.official = third
    appearance.save()
    keep.refresh_from_db()
    keep.name = "Lê Văn Tám Một"
    keep.save()
    undo(done, by=editor, reason="hai người")
    appearance.refresh_from_db()
    keep.refresh_from_db()
    assert (appearance.official, appearance.corrected_fields()) == (third, ("official",))
    assert appearance.extracted["official"] == drop.pk
    assert (keep.name, keep.name_key) == ("Lê Văn Tám Một", name_key("Lê Văn Tám Một"))


def test_a_confirmation_given_since_stays_with_the_row(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    appearance = make_appearance(make_meeting(), drop)
    done = merge(keep, drop, by=editor, reason="một người")
    Appearance.objects.update(state=State.CONFIRMED)
    undo(done, by=editor, reason="hai người")
    appearance.refresh_from_db()
    assert (appearance.official, appearance.state) == (drop, State.CONFIRMED)


def test_the_later_merge_is_undone_first(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    third = make_official("Trần Văn Bảy")
    first = merge(keep, drop, by=editor, reason="một người")
    second = merge(keep, third, by=editor, reason="một người")
    with pytest.raises(Refused, match="Trần Văn Bảy"):
        undo(first, by=editor, reason="nhầm")
    undo(second, by=editor, reason="nhầm")
    undo(first, by=editor, reason="nhầm")
    for text in ("", "nhầm"):
        with pytest.raises(Refused):
            undo(first, by=editor, reason=text)
    assert Official.objects.filter(merged_into__isnull=False).count() == 0


def test_a_name_given_to_another_meanwhile_is_no_hindrance(two: tuple[Official, Official], editor: User) -> None:
    keep, drop = two
    done = merge(keep, drop, by=editor, reason="một người")
    make_official(drop.name, province=drop.province)
    undo(done, by=editor, reason="hai người")
    drop.refresh_from_db()
    assert (drop.homonym, drop.state) == (1, State.READ)


def test_an_organization_whose_name_another_bears_meanwhile_is_not_brought_back(editor: User) -> None:
    keep, drop = make_organization("Sở Y tế"), make_organization("Sở Y")
    done = merge(keep, drop, by=editor, reason="thiếu chữ")
    other = Organization(name="Sở Y")
    other.save()
    with pytest.raises(Refused, match=str(other.pk)):
        undo(done, by=editor, reason="nhầm")
    assert Alias.objects.filter(organization=keep).exists()


def test_both_histories_tell_of_the_undoing(two: tuple[Official, Official], editor: User) -> None:
    done = merge(*two, by=editor, reason="một người")
    undo(done, by=editor, reason="hai chức danh")
    assert (done.undone_by, done.undone_reason) == (editor, "hai chức danh")
    for record in two:
        assert "hai chức danh" in record.history.first().history_change_reason


def test_retellings_are_settled_after_both(two: tuple[Official, Official], editor: User) -> None:
    meeting = make_meeting(articles=[make_article(), make_article()])
    one, other = (make_appearance(meeting, official) for official in two)
    done = merge(*two, by=editor, reason="một người")
    other.refresh_from_db()
    assert other.same_as_id == one.pk
    undo(done, by=editor, reason="hai người")
    assert Appearance.objects.get(pk=other.pk).same_as is None


def test_who_was_out_of_view_and_has_been_read_again_since_stays_in_view(editor: User) -> None:
    """Nobody named the survivor when the two were merged; a later reading found him again."""
    survivor, other = make_official("Lê Văn Tám"), make_official("Lê Văn Tăm")
    gone = make_appearance(make_meeting(), survivor)
    Appearance.objects.filter(pk=gone.pk).update(state=State.WITHDRAWN)
    Official.objects.filter(pk=survivor.pk).update(state=State.WITHDRAWN)
    survivor.refresh_from_db()
    done = merge(survivor, other, by=editor, reason="Một người")
    Appearance.objects.filter(pk=gone.pk).update(state=State.READ)
    undo(done, by=editor, reason="Hai người")
    survivor.refresh_from_db()
    assert survivor.state == State.READ


def test_who_was_out_of_view_and_is_named_by_nothing_goes_out_of_view_again(editor: User) -> None:
    survivor, other = make_official("Lê Văn Tám", state=State.WITHDRAWN), make_official("Lê Văn Tăm")
    undo(merge(survivor, other, by=editor, reason="Một người"), by=editor, reason="Hai người")
    survivor.refresh_from_db()
    assert survivor.state == State.WITHDRAWN
