"""What a person merged stays merged at every reading, and comes apart again as it would have been read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from meetings.models import Appearance, Article, Attestation, Meeting, Mention
from people.corrections import State
from people.merging import merge, say_distinct, undo
from people.models import Official, Organization, Role
from tests.factories import make_alias, make_official, make_organization, make_province
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

CHAIR, DEPUTY = "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"
TAM, TAM_WITHOUT_TONE = "Lê Văn Tám", "Lê Văn Tam"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("reviewer")


def telling(*names: str, title: str = CHAIR, task: str = "", **meeting: Any) -> Telling:
    text = "UBND tỉnh họp. " + " ".join(f"Ông {name}, {title} dự {n}." for n, name in enumerate(names)) + task
    told = Telling(text, **meeting)
    for n, name in enumerate(names):
        told = told.official(name, title).appearance(name, "attends", f"dự {n}")
    return told


def loaded(*names: str, **values: Any) -> Article:
    return telling(*names, **values).loads()[0]


def people() -> list[str]:
    return [str(official) for official in Official.objects.published().order_by("pk")]


def one_and_the_other() -> tuple[Official, Official]:
    loaded(TAM)
    loaded(TAM_WITHOUT_TONE, date="2024-04-01")
    return Official.objects.get(name=TAM), Official.objects.get(name=TAM_WITHOUT_TONE)


@pytest.mark.parametrize("borne", [False, True], ids=["the older name", "the younger name"])
def test_a_later_text_that_names_the_younger_one_is_the_survivors(editor: User, borne: bool) -> None:
    keep, drop = one_and_the_other()
    merge(keep, drop, by=editor, reason="thiếu dấu", name_of=drop if borne else None)
    article = loaded(TAM_WITHOUT_TONE, date="2024-05-01")
    mention = Mention.objects.get(article=article)
    assert (mention.official, mention.read_as) == (keep, drop)
    appearance = Appearance.objects.get(article=article)
    assert (appearance.official, appearance.read_as, appearance.corrected_fields()) == (keep, {"official": drop.pk}, ())
    assert Attestation.objects.get(article=article).read_as == drop
    drop.refresh_from_db()
    assert drop.state == State.REJECTED
    assert Mention.objects.get(article=loaded(TAM, date="2024-06-01")).read_as is None
    assert Official.objects.count() == 2


def test_what_was_read_since_goes_back_to_whom_it_was_read_as(editor: User) -> None:
    keep, drop = one_and_the_other()
    done = merge(keep, drop, by=editor, reason="thiếu dấu")
    theirs = loaded(TAM_WITHOUT_TONE, date="2024-05-01")
    also = loaded(TAM_WITHOUT_TONE, date="2024-05-02", title=DEPUTY)
    mine = loaded(TAM, date="2024-06-01")
    undo(done, by=editor, reason="hai người")
    for article, official in ((theirs, drop), (also, drop), (mine, keep)):
        assert Mention.objects.get(article=article).official == official
        appearance = Appearance.objects.get(article=article)
        assert (appearance.official, appearance.corrected_fields(), appearance.read_as) == (official, (), {})
        assert appearance.role is not None
        assert appearance.role.official == official
        attestation = Attestation.objects.get(article=article)
        assert (attestation.role.official, attestation.read_as) == (official, None)
    assert set(Role.objects.published().values_list("official__name", "canonical_title")) == {
        (TAM, CHAIR),
        (TAM_WITHOUT_TONE, CHAIR),
        (TAM_WITHOUT_TONE, DEPUTY),
    }
    before = rows()
    again = ((theirs, TAM_WITHOUT_TONE, CHAIR), (also, TAM_WITHOUT_TONE, DEPUTY), (mine, TAM, CHAIR))
    for article, name, title in again:
        day = str(article.meetings.get().date)
        _, tally = telling(name, date=day, title=title).loads(article)
        assert tally.changes == 0
    assert rows() == before


def rows() -> list[Any]:
    return [
        *Appearance.objects.order_by("pk").values_list("pk", "official", "role", "state"),
        *Mention.objects.order_by("article", "start").values_list("article", "official", "read_as"),
        *Attestation.objects.order_by("pk").values_list("pk", "role", "read_as"),
    ]


def test_reading_again_after_a_merge_changes_nothing(editor: User) -> None:
    keep, drop = one_and_the_other()
    merge(keep, drop, by=editor, reason="thiếu dấu")
    before = rows()
    for article, name in zip(Article.objects.order_by("pk"), (TAM, TAM_WITHOUT_TONE), strict=True):
        _, tally = telling(name, date=str(article.meetings.get().date)).loads(article)
        assert tally.changes == 0
    assert rows() == before


def test_one_text_that_names_both_keeps_both_rows_and_tells_them_once(editor: User) -> None:
    article = loaded(TAM, TAM_WITHOUT_TONE)
    keep, drop = Official.objects.order_by("pk")
    done = merge(keep, drop, by=editor, reason="thiếu dấu")
    telling(TAM, TAM_WITHOUT_TONE).loads(article)
    first, second = Appearance.objects.order_by("start")
    assert (first.official, second.official, second.same_as) == (keep, keep, first)
    assert (second.state, second.read_as) == (State.READ, {"official": drop.pk})
    assert people() == [TAM]
    undo(done, by=editor, reason="hai người")
    assert list(Appearance.objects.order_by("start").values_list("official", "same_as")) == [
        (keep.pk, None),
        (drop.pk, None),
    ]


def test_a_rejection_of_what_was_read_holds_when_the_text_changes_to_the_survivors_name(editor: User) -> None:
    article = loaded(TAM_WITHOUT_TONE)
    Appearance.objects.update(state=State.REJECTED)
    survivor = make_official(TAM, province=make_province())
    merge(survivor, Official.objects.get(name=TAM_WITHOUT_TONE), by=editor, reason="thiếu dấu")
    telling(TAM).loads(article)
    assert [row.state for row in Appearance.objects.all()] == [State.REJECTED]


def test_who_moved_to_another_province_is_one_once_somebody_said_so(editor: User) -> None:
    loaded(TAM, province="Nghệ An")
    loaded(TAM, province="Sơn La")
    keep, drop = Official.objects.order_by("pk")
    merge(keep, drop, by=editor, reason="điều động")
    for province, meant in (("Nghệ An", None), ("Sơn La", drop)):
        article = loaded(TAM, province=province, date="2025-01-05")
        mention = Mention.objects.get(article=article)
        assert (mention.official, mention.read_as) == (keep, meant)
    assert Official.objects.count() == 2


def test_who_had_no_place_stays_with_the_survivor_when_the_place_becomes_known(editor: User) -> None:
    known = Mention.objects.get(article=loaded(TAM)).official
    article = loaded(TAM, province=None, date="2024-05-01")
    merge(known, Mention.objects.get(article=article).official, by=editor, reason="một người")
    for province in (None, "Nghệ An"):
        telling(TAM, province=province, date="2024-05-01").loads(article)
        assert Mention.objects.get(article=article).official == known
    assert people() == [TAM]


def test_a_third_merged_before_comes_back_with_the_one_that_he_was_merged_into(editor: User) -> None:
    first, second = one_and_the_other()
    third = Mention.objects.get(article=loaded("Lê Văn Tăm", date="2024-04-02")).official
    inner = merge(second, third, by=editor, reason="một người")
    outer = merge(first, second, by=editor, reason="một người")
    article = loaded("Lê Văn Tăm", date="2024-05-01")
    assert Mention.objects.get(article=article).official == first
    undo(outer, by=editor, reason="nhầm")
    assert Mention.objects.get(article=article).official == second
    undo(inner, by=editor, reason="nhầm")
    mention = Mention.objects.get(article=article)
    assert (mention.official, mention.read_as) == (third, None)
    assert Appearance.objects.get(article=article).official == third


def test_a_name_leads_to_nobody_who_only_is_called_so_and_is_not_the_same(editor: User) -> None:
    province = make_province()
    bearer, called = make_official(TAM, province=province), make_official("Lê Tám", province=province)
    make_alias(TAM, official=called)
    say_distinct(bearer, called, by=editor, reason="hai chức danh")
    assert Mention.objects.get(article=loaded(TAM)).official == bearer


def test_meetings_tasks_and_roles_read_since_go_back_with_their_agency(editor: User) -> None:
    province = make_province()
    keep = make_organization("UBND tỉnh Nghệ An", province=province)
    loaded(TAM)
    drop = Organization.objects.get(name="UBND tỉnh")
    done = merge(keep, drop, by=editor, reason="một cơ quan")
    article = loaded(TAM_WITHOUT_TONE, date="2024-05-01")
    meeting = Meeting.objects.get(articles=article)
    role = Role.objects.get(official__name=TAM_WITHOUT_TONE)
    assert (meeting.body, meeting.read_as) == (keep, {"body": drop.pk})
    assert (role.organization, role.read_as) == (keep, {"organization": drop.pk})
    assert Organization.objects.published().count() == 1
    undo(done, by=editor, reason="hai cơ quan")
    for row in (meeting, role):
        row.refresh_from_db()
    assert (meeting.body, meeting.read_as, meeting.corrected_fields()) == (drop, {}, ())
    assert (role.organization, role.read_as, role.corrected_fields()) == (drop, {}, ())


def test_one_who_was_merged_away_is_never_revived_and_the_survivor_is(editor: User) -> None:
    keep, drop = one_and_the_other()
    merge(keep, drop, by=editor, reason="thiếu dấu")
    Official.objects.filter(pk=keep.pk).update(state=State.WITHDRAWN)
    loaded(TAM_WITHOUT_TONE, date="2024-05-01")
    keep.refresh_from_db()
    drop.refresh_from_db()
    assert (keep.state, drop.state, drop.merged_into) == (State.READ, State.REJECTED, keep)
