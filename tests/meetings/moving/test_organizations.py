"""Tasks and meetings that are another organization's move there, stay there at every reading, and move back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from meetings.models import Article, Assignment, Directive, Meeting
from meetings.moving import Newcomer, move, what_moves
from people.corrections import State
from people.merging import Refused
from people.models import Distinction, Organization
from tests.factories import make_organization, make_province, make_role
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

FINANCE, BUDGET = "Sở Tài chính", "trình phương án thu ngân sách của các huyện"
TEXT = f"UBND tỉnh họp. Giao {FINANCE} {BUDGET}. {FINANCE} rà soát giá đất ở đô thị. {FINANCE} báo cáo chi."


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor")


def telling(day: str = "2024-03-27", text: str = TEXT, *more: str) -> Telling:
    told = Telling(text, date=day).directive(BUDGET, FINANCE)
    for quote in ("rà soát giá đất", *more):
        told = told.directive(quote, FINANCE)
    return told


def finance() -> Organization:
    return Organization.objects.get(name=FINANCE, province__name="Nghệ An")


def tasks(*articles: Article) -> dict[str, list[int]]:
    rows = Assignment.objects.filter(directive__article__in=articles).order_by("pk")
    return {"assignment": list(rows.values_list("pk", flat=True))}


def bearers(article: Article) -> list[str]:
    rows = Assignment.objects.published().filter(directive__article=article).order_by("pk")
    return [f"{row.organization} {row.organization.province}" for row in rows if row.organization]


def elsewhere(name: str = FINANCE) -> Organization:
    return make_organization(name, province=make_province("Sơn La"))


HERE, THERE = f"{FINANCE} Nghệ An", f"{FINANCE} Sơn La"


def test_one_task_moves_alone_and_no_reading_brings_it_back(editor: User) -> None:
    article, _ = telling().loads()
    other = elsewhere()
    moved = tasks(article)["assignment"][:1]
    assert move(finance(), {"assignment": moved}, other, by=editor, reason="của tỉnh bạn") == other
    for again in (telling(), telling("2024-03-27", TEXT, "báo cáo chi"), telling()):
        assert bearers(article)[:2] == [THERE, HERE]
        again.loads(article)
    row = Assignment.objects.get(pk=moved[0])
    assert (row.words, row.corrected_fields()) == (FINANCE, ("organization",))
    assert row.history.filter(history_change_reason="của tỉnh bạn", history_user=editor).exists()
    assert Organization.objects.filter(name=FINANCE).count() == 2
    assert Assignment.objects.filter(directive__article=article, words=FINANCE).count() == 3


def test_what_a_better_reading_finds_by_the_same_words_is_the_other_ones_where_all_has_moved(editor: User) -> None:
    article, _ = telling().loads()
    here = finance()
    move(here, tasks(article), elsewhere(), by=editor, reason="của tỉnh bạn")
    for _ in range(2):
        telling("2024-03-27", TEXT, "báo cáo chi").loads(article)
        assert bearers(article) == [THERE] * 3
        here.refresh_from_db()
        assert here.state == State.WITHDRAWN, "read, yet named by nothing"
    move(Organization.objects.get(province__name="Sơn La"), tasks(article), here, by=editor, reason="nhầm")
    assert bearers(article) == [HERE] * 3
    assert not any(row.corrected_fields() for row in Assignment.objects.all())


def test_where_words_of_another_place_are_read_the_move_still_stands(editor: User) -> None:
    article, _ = telling().loads()
    move(finance(), tasks(article), elsewhere(), by=editor, reason="của tỉnh bạn")
    better = (
        Telling(TEXT, date="2024-03-27")
        .directive(f"Giao {FINANCE} {BUDGET}", "Sở Y tế")
        .directive("rà soát giá đất ở đô thị", f"{FINANCE} tỉnh")
    )
    better.loads(article)
    assert THERE in bearers(article)
    moved = Assignment.objects.get(organization__province__name="Sơn La", words=f"{FINANCE} tỉnh")
    assert moved.is_corrected("organization")
    longer = "Tin mới.\n" + TEXT
    telling("2024-03-27", longer).loads(article)
    assert Assignment.objects.get(pk=moved.pk).organization == elsewhere()


def test_the_same_task_told_in_another_article_moves_along(editor: User) -> None:
    (first, _), (second, _) = telling().loads(), telling().loads()
    assert Meeting.objects.count() == 1
    assert Directive.objects.filter(same_as__isnull=False, article=second).count() == 2
    chosen = {"assignment": tasks(first)["assignment"][:1]}
    assert [count for count, _label in what_moves(finance(), chosen).counted()] == [1, 1]
    move(finance(), chosen, elsewhere(), by=editor, reason="của tỉnh bạn")
    for article in (first, second):
        assert bearers(article) == [THERE, HERE]
    assert Directive.objects.filter(same_as__isnull=False, article=second).count() == 2


def test_meetings_move_and_another_article_tells_of_the_same_one(editor: User) -> None:
    article, _ = telling().loads()
    meeting = Meeting.objects.get()
    committee = meeting.body
    assert committee is not None
    other = make_organization("Ban Thường vụ Tỉnh ủy", province=make_province())
    move(committee, {"meeting": [meeting.pk]}, other, by=editor, reason="cấp ủy họp")
    for again in (article, None):
        telling().loads(again)
        meeting = Meeting.objects.get()
        assert (meeting.body, meeting.body_name, meeting.corrected_fields()) == (other, "UBND tỉnh", ("body",))
    assert meeting.history.filter(history_change_reason="cấp ủy họp", history_user=editor).exists()


def test_a_new_organization_bears_the_name_and_the_province_given(editor: User) -> None:
    article, _ = telling().loads()
    here = finance()
    other = move(here, tasks(article), Newcomer(FINANCE, make_province("Sơn La")), by=editor, reason="của tỉnh bạn")
    assert (other.name, other.kind, other.state) == (FINANCE, here.kind, State.CONFIRMED)
    said = Distinction.between(here, other)
    assert said is not None
    assert said.second_made
    telling().loads(article)
    assert bearers(article) == [THERE, THERE]


def test_an_organization_out_of_view_that_bears_the_name_comes_back(editor: User) -> None:
    article, _ = telling().loads()
    gone = elsewhere()
    Organization.objects.filter(pk=gone.pk).update(state=State.WITHDRAWN)
    target = move(finance(), tasks(article), Newcomer(FINANCE, gone.province), by=editor, reason="của tỉnh bạn")
    assert (target, target.state) == (gone, State.READ)


def test_roles_stay(editor: User) -> None:
    article, _ = telling().loads()
    role = make_role(title="Giám đốc Sở Tài chính", organization=finance())
    here = finance()
    move(here, tasks(article), elsewhere(), by=editor, reason="của tỉnh bạn")
    role.refresh_from_db()
    assert role.organization == here
    here.refresh_from_db()
    assert here.state == State.READ


@pytest.mark.parametrize("taken", [State.READ, State.REJECTED])
def test_a_name_that_is_taken_is_no_new_one(editor: User, taken: State) -> None:
    article, _ = telling().loads()
    other = elsewhere()
    Organization.objects.filter(pk=other.pk).update(state=taken)
    for newcomer in (Newcomer(FINANCE, other.province), Newcomer(FINANCE, finance().province), Newcomer(" ", None)):
        with pytest.raises(Refused):
            move(finance(), tasks(article), newcomer, by=editor, reason="nhầm")
    assert bearers(article) == [HERE, HERE]


def test_what_is_not_told_of_the_organization_does_not_move(editor: User) -> None:
    article, _ = telling().loads()
    other: Any = elsewhere()
    with pytest.raises(Refused):
        move(other, tasks(article), finance(), by=editor, reason="nhầm")
    assert bearers(article) == [HERE, HERE]
