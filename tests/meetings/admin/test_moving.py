"""The pages that move what is told of an official or an organization: looked at, then moved, nothing typed lost."""

from __future__ import annotations

import datetime
import html
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.test import Client

from meetings.admin import movable
from meetings.models import Appearance, Assignment, Meeting
from people.models import Official, Organization
from tests.desk import admin_url
from tests.factories import (
    make_appearance,
    make_article,
    make_directive,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.staff import login, make_editor, make_staff

pytestmark = pytest.mark.django_db

FINANCE = "Sở Tài chính"


@pytest.fixture
def editor(client: Client) -> Client:
    return login(client, make_editor())


def official() -> Official:
    """An official who chairs two meetings."""
    one = make_official("Lê Văn Tám", province=make_province())
    for _ in range(2):
        article = make_article("Ông Lê Văn Tám chủ trì cuộc họp.")
        make_mention(one, article)
        make_appearance(make_meeting(articles=[article]), one, act="chairs", article=article, quote=one.name)
    return one


def organization(times: int = 2) -> Organization:
    """An organization with tasks, and as many meetings that it held."""
    one = make_organization(FINANCE, province=make_province())
    for _ in range(times):
        article = make_article(f"UBND tỉnh họp. Giao {FINANCE} trình phương án.")
        meeting = make_meeting(articles=[article], body=one)
        make_directive(meeting, article=article, quote="trình phương án", assignees=[one])
    return one


def address_of(record: Any) -> str:
    return admin_url(Appearance if isinstance(record, Official) else Assignment, "move", record.pk)


def keys(rows: Any) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def test_an_official_s_page_shows_what_moves_before_it_moves(editor: Client) -> None:
    one = official()
    address = address_of(one)
    assert address in editor.get(admin_url(one, "change")).content.decode()
    assert editor.get(address).content.decode().count('type="checkbox" name="appearance"') == 2
    chosen = keys(Appearance.objects.all())[:1]
    sent = {"appearance": chosen, "new": "on", "reason": "người trùng tên"}
    page: Any = editor.post(address, {**sent, "_look": "1"})
    assert [count for count, _label in page.context["moving"].counted()] == [1, 1]
    assert page.content.decode().count(" checked") == 2
    assert one.appearances.count() == 2
    answer = editor.post(address, {**sent, "_move": "1"})
    other = Official.objects.latest("pk")
    assert answer.headers["Location"] == admin_url(other, "change")
    assert keys(other.appearances) == chosen


def test_an_organization_s_page_moves_tasks_and_meetings(editor: Client) -> None:
    one = organization()
    make_role(organization=one)
    address = address_of(one)
    assert address in editor.get(admin_url(one, "change")).content.decode()
    page: Any = editor.get(address)
    shown = page.content.decode()
    assert (shown.count('name="assignment"'), shown.count('name="meeting"')) == (2, 2)
    assert shown.count("<mark>trình phương án</mark>") == 2
    assert page.context["staying"] == 1
    sent = {
        "assignment": keys(Assignment.objects.all())[:1],
        "meeting": keys(Meeting.objects.all())[1:],
        "new": "on",
        "name": FINANCE,
        "province": make_province("Sơn La").pk,
        "reason": "của tỉnh bạn",
    }
    page = editor.post(address, {**sent, "_look": "1"})
    assert [count for count, _label in page.context["moving"].counted()] == [1, 1]
    assert page.content.decode().count(" checked") == 3
    answer = editor.post(address, {**sent, "_move": "1"})
    other = Organization.objects.get(province__name="Sơn La")
    assert answer.headers["Location"] == admin_url(other, "change")
    assert (keys(other.assignments), keys(other.meetings)) == (sent["assignment"], sent["meeting"])


def test_who_was_made_for_it_is_said_to_be_taken_away(editor: Client) -> None:
    one = organization(1)
    chosen = {"assignment": keys(Assignment.objects.all()), "reason": "của tỉnh bạn", "_move": "1"}
    editor.post(address_of(one), {**chosen, "new": "on", "name": "Sở Tài chính - Vật giá", "province": one.province_id})
    made = Organization.objects.latest("pk")
    assert made.name == "Sở Tài chính - Vật giá"
    answer = editor.post(address_of(made), {**chosen, "other": one.pk}, follow=True)
    assert not Organization.objects.filter(pk=made.pk).exists()
    assert f"Số {made.pk}" in answer.content.decode()


WRONG: list[dict[str, Any]] = [
    {"new": ""},
    {"reason": ""},
    {"appearance": [], "assignment": []},
    {"other": "nonsense", "new": ""},
    {"sought": "99999", "new": ""},
]


@pytest.mark.parametrize("make", [official, organization])
@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: ",".join(wrong))
def test_the_page_says_what_is_missing_and_keeps_what_was_typed(
    editor: Client, wrong: dict[str, Any], make: Any
) -> None:
    one = make()
    sent = {
        "appearance": keys(Appearance.objects.all()),
        "assignment": keys(Assignment.objects.all()),
        "new": "on",
        "name": "Sở Vật giá",
        "reason": "người trùng tên",
        "_move": "1",
        **wrong,
    }
    before = type(one).objects.count()
    page = editor.post(address_of(one), sent).content.decode()
    assert "errornote" in page
    assert "reason" in wrong or "người trùng tên" in page
    assert isinstance(one, Official) or "Sở Vật giá" in page
    assert type(one).objects.count() == before


def test_a_name_that_is_taken_is_said_on_the_page(editor: Client) -> None:
    one = organization()
    taken = make_organization("Sở Y tế", province=one.province)
    sent = {"assignment": keys(Assignment.objects.all()), "new": "on", "name": "Sở y tế", "province": one.province_id}
    page = editor.post(address_of(one), {**sent, "reason": "nhầm", "_move": "1"}).content.decode()
    assert f"“Sở Y tế” (số {taken.pk})" in page
    assert "Sở y tế" in page


@pytest.mark.parametrize("make", [official, organization])
def test_the_pages_are_closed_to_who_may_not_change_all_that_moves(client: Client, make: Any) -> None:
    one = make()
    lacking: User = make_staff("view_official", "view_organization", "change_assignment", "view_meeting")
    login(client, lacking)
    for send in (client.get, client.post):
        assert send(address_of(one)).status_code == 403


def test_a_new_one_needs_the_right_to_add_one(client: Client) -> None:
    one = organization()
    login(client, make_staff("view_organization", "change_assignment", "change_meeting"))
    sent = {"assignment": keys(Assignment.objects.all()), "new": "on", "name": "Sở Vật giá", "reason": "nhầm"}
    assert client.post(address_of(one), {**sent, "_look": "1"}).status_code == 200
    assert client.post(address_of(one), {**sent, "_move": "1"}).status_code == 403
    assert Organization.objects.get() == one


@pytest.mark.parametrize("make", [official, organization])
def test_no_page_for_one_that_is_merged_away(editor: Client, make: Any) -> None:
    one = make()
    keep = type(one).objects.create(name="Một tên khác")
    type(one).objects.filter(pk=one.pk).update(merged_into=keep, state="rejected")
    assert editor.get(address_of(one)).status_code == 404


def test_the_page_asks_as_much_for_many_rows_as_for_few(
    editor: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    one = organization(1)
    make_organization("Sở Y tế", province=make_province("Sơn La"))

    def look() -> Any:
        chosen = {"assignment": keys(Assignment.objects.all()), "meeting": keys(Meeting.objects.all())}
        new = {"new": "on", "name": "Sở Vật giá", "sought": "sở", "reason": "nhầm", "_look": "1"}
        return editor.post(address_of(one), {**chosen, **new})

    look()
    with django_assert_max_num_queries(40) as asked:
        assert [len(group.choices) for group in look().context["groups"]] == [1, 1]
    organization(5)
    for n in range(5):
        make_organization(f"Sở {n}", province=make_province("Sơn La"))
    with django_assert_num_queries(len(asked)):
        assert [len(group.choices) for group in look().context["groups"]] == [6, 6]


def many(times: int) -> Official:
    """An official who chairs so many meetings, each with its own number in its title and in its text."""
    one = make_official("Lê Văn Tám", province=make_province())
    for n in range(times):
        article = make_article(f"Ông Lê Văn Tám chủ trì phiên thứ {n}. Bàn việc số{n}.")
        meeting = make_meeting(
            f"Phiên số{n}", articles=[article], date=datetime.date(2024, 1, 1) + datetime.timedelta(n)
        )
        make_appearance(meeting, one, act="chairs", article=article, quote=one.name)
    return one


def shown_boxes(page: Any) -> list[int]:
    """The rows that the page lists, without those that are carried along."""
    return [choice.pk for group in page.context["groups"] for choice in group.choices]


def sent_back(page: Any) -> QueryDict:
    """What a browser without scripts sends of the page's form, before a button is pressed."""
    fields = re.findall(r"<input[^>]*>", page.content.decode().split('class="entered"')[1])
    sent = QueryDict(mutable=True)
    for field in fields:
        said = dict(re.findall(r'(\w+)="([^"]*)"', field))
        if said.get("type") == "submit" or (said.get("type") in ("checkbox", "radio") and " checked" not in field):
            continue
        if "name" in said:
            sent.appendlist(said["name"], html.unescape(said.get("value", "on")))
    return sent


def press(client: Client, address: str, page: Any, **pressed: Any) -> Any:
    data = sent_back(page)
    for name, value in pressed.items():
        if name.startswith("page_") or name == "appearance":
            data.appendlist(name, str(value))
        else:
            data[name] = value
    return client.post(address, data.urlencode(), content_type="application/x-www-form-urlencoded")


def test_all_rows_are_reached_and_what_is_chosen_stays_chosen(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(movable, "LISTED", 2)
    monkeypatch.setattr(movable, "CARRIED", 1)
    one = many(5)
    address = address_of(one)
    latest = list(Appearance.objects.order_by("-meeting__date").values_list("pk", flat=True))
    page = press(editor, address, editor.get(address), appearance=latest[0], reason="người khác", page_appearance=2)
    assert shown_boxes(page) == latest[2:4]
    assert "errornote" not in page.content.decode()
    page = press(editor, address, page, appearance=latest[3], page_appearance=3)
    assert shown_boxes(page) == latest[4:]
    group = page.context["groups"][0]
    assert ([choice.pk for choice in group.carried], group.carried_more) == ([latest[0]], [latest[3]])
    page = press(editor, address, page, new="on", _look="1")
    assert [count for count, _label in page.context["moving"].counted()] == [2]
    assert (shown_boxes(page), "người khác" in page.content.decode()) == (latest[4:], True)
    press(editor, address, page, _move="1")
    assert keys(Official.objects.latest("pk").appearances) == sorted((latest[0], latest[3]))


@pytest.mark.parametrize("button", ["browse", "entered"])
def test_rows_are_searched_without_accents_and_enter_does_it_too(
    editor: Client, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    monkeypatch.setattr(movable, "LISTED", 2)
    one = many(5)
    address = address_of(one)
    chosen = Appearance.objects.get(meeting__title="Phiên số1").pk
    page = press(editor, address, editor.get(address, {"page_appearance": "2"}), appearance=chosen)
    page = press(editor, address, page, rows="phien so4", **{button: "1"})
    shown = page.content.decode()
    assert shown_boxes(page) == keys(Appearance.objects.filter(meeting__title="Phiên số4"))
    assert [choice.pk for choice in page.context["groups"][0].carried] == [chosen]
    assert ("errornote" in shown, 'value="phien so4"' in shown) == (False, True)
    assert shown_boxes(press(editor, address, page, rows="không có", browse="1")) == []
    assert len(shown_boxes(press(editor, address, page, browse="all"))) == 2


def test_enter_in_another_field_looks_what_moves(editor: Client) -> None:
    one = official()
    address = address_of(one)
    chosen = keys(Appearance.objects.all())[0]
    page = press(editor, address, editor.get(address), appearance=chosen, reason="người khác", new="on", entered="1")
    assert [count for count, _label in page.context["moving"].counted()] == [1, 1]
    make_official("Lê Văn Tâm", province=one.province)
    page = press(editor, address, editor.get(address), sought="Tâm", entered="1")
    assert "errornote" not in page.content.decode()
    assert [candidate.record.name for candidate in page.context["form"].candidates] == ["Lê Văn Tâm"]


@pytest.mark.parametrize(
    "asked", [{"page_appearance": "x"}, {"page_appearance": "0"}, {"page_appearance": "9" * 30}, {"rows": "\x00 %_\"'"}]
)
def test_nonsense_in_the_address_lists_what_there_is(editor: Client, asked: dict[str, str]) -> None:
    page: Any = editor.get(address_of(official()), asked)
    assert page.status_code == 200


def test_a_searched_page_with_rows_chosen_elsewhere_asks_as_much_for_many_as_for_few(
    editor: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(movable, "LISTED", 3)
    one = many(6)

    def look(count: int) -> Any:
        chosen = keys(Appearance.objects.all())[:count]
        return editor.post(address_of(one), {"appearance": chosen, "rows": "phien", "listed": "phien", "browse": "1"})

    look(1)
    with django_assert_max_num_queries(40) as asked:
        assert len(look(1).context["groups"][0].carried) == 1
    with django_assert_num_queries(len(asked)):
        assert len(look(3).context["groups"][0].carried) == 3
