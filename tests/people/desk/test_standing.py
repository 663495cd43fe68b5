"""Confirming, rejecting with a reason and restoring, from lists and from a record's page."""

from __future__ import annotations

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Permission, User
from django.test import Client

from meetings.models import Directive, Meeting
from people.corrections import State
from people.desk.standing import confirm, restore
from people.models import Official
from tests.desk import admin_url, save
from tests.factories import make_directive, make_meeting, make_official
from tests.staff import login, make_editor, make_reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_followed_at_once")]


def act(client: Client, action: str, *records: Directive | Meeting, **more: str):  # type: ignore[no-untyped-def]
    data = {"action": action, ACTION_CHECKBOX_NAME: [str(record.pk) for record in records], **more}
    return client.post(admin_url(type(records[0]), "changelist"), data)


def test_chosen_records_are_confirmed_and_their_conflicts_settled(admin_client: Client) -> None:
    seen, other = make_meeting(conflicts={"title": {"value": "Cũ"}}), make_meeting()
    assert act(admin_client, "confirm_selected", seen).status_code == 302
    seen.refresh_from_db()
    other.refresh_from_db()
    assert (seen.state, seen.conflicts, other.state) == (State.CONFIRMED, {}, State.READ)
    assert seen.history.first().history_user.username == "admin"


def test_rejecting_asks_why_first(admin_client: Client) -> None:
    directive = make_directive(text="Câu của phóng viên")
    page = act(admin_client, "reject_selected", directive)
    assert page.status_code == 200
    assert "Câu của phóng viên" in page.content.decode()
    directive.refresh_from_db()
    assert directive.state == State.READ


@pytest.mark.parametrize("reason", ["", "   ", "x" * 101])
def test_a_rejection_needs_a_reason_that_the_history_can_hold(admin_client: Client, reason: str) -> None:
    directive = make_directive()
    assert act(admin_client, "reject_selected", directive, reason=reason).context["form"].errors
    directive.refresh_from_db()
    assert directive.state == State.READ


def test_chosen_records_are_rejected_with_the_reason_in_their_history(admin_client: Client) -> None:
    meeting = make_meeting()
    chosen = [make_directive(meeting), make_directive(meeting)]
    kept = make_directive(meeting)
    assert act(admin_client, "reject_selected", *chosen, reason="Không phải chỉ đạo").status_code == 302
    for directive in chosen:
        directive.refresh_from_db()
        assert directive.state == State.REJECTED
        assert directive.history.first().history_change_reason == "Không phải chỉ đạo"
    assert list(Directive.objects.published()) == [kept]


def test_a_rejected_record_does_not_come_back_with_a_reading(admin_client: Client) -> None:
    directive = make_directive()
    act(admin_client, "reject_selected", directive, reason="Trùng")
    directive.refresh_from_db()
    directive.follow({"text": "Đọc lại"})
    assert directive.state == State.REJECTED


def test_one_record_is_rejected_from_its_page(admin_client: Client) -> None:
    directive = make_directive()
    url = admin_url(directive, "reject")
    assert url in admin_client.get(admin_url(directive, "change")).content.decode()
    assert admin_client.get(url).status_code == 200
    assert admin_client.post(url, {"reason": "Trùng"}).url == admin_url(directive, "change")  # type: ignore[attr-defined]
    directive.refresh_from_db()
    assert directive.state == State.REJECTED


def test_rejecting_a_record_that_is_not_there(admin_client: Client) -> None:
    directive = make_directive()
    url = admin_url(directive, "reject").replace(str(directive.pk), "987654321")
    assert admin_client.post(url, {"reason": "Trùng"}).status_code == 404


def test_rejecting_twice_says_that_nothing_is_left(admin_client: Client) -> None:
    directive = make_directive(state=State.REJECTED)
    assert admin_client.get(admin_url(directive, "reject")).status_code == 302
    assert directive.history.count() == 1


def test_many_records_are_named_in_part(admin_client: Client) -> None:
    meeting = make_meeting()
    page = act(admin_client, "reject_selected", *(make_directive(meeting) for _ in range(23)))
    assert (len(page.context["records"]), page.context["more"]) == (20, 3)


@pytest.mark.parametrize(
    ("by_person", "state", "expected"),
    [
        (False, State.REJECTED, State.READ),
        (True, State.REJECTED, State.CONFIRMED),
        (False, State.CONFIRMED, State.CONFIRMED),
        (False, State.WITHDRAWN, State.WITHDRAWN),
    ],
)
def test_restoring(by_person: bool, state: State, expected: State) -> None:
    meeting = make_meeting(by_person=by_person, state=state)
    restore(meeting)
    assert meeting.state == expected


def test_restoring_from_a_list(admin_client: Client) -> None:
    rejected, confirmed = make_meeting(state=State.REJECTED), make_meeting(state=State.CONFIRMED)
    act(admin_client, "restore_selected", rejected, confirmed)
    assert set(Meeting.objects.values_list("pk", "state")) == {(rejected.pk, "read"), (confirmed.pk, "confirmed")}


def test_a_withdrawn_record_is_confirmed_back() -> None:
    meeting = make_meeting(state=State.WITHDRAWN)
    confirm(meeting)
    assert meeting.state == State.CONFIRMED


@pytest.mark.parametrize(
    ("before", "button", "after"),
    [(State.READ, "_confirm", State.CONFIRMED), (State.REJECTED, "_restore", State.READ)],
)
def test_the_buttons_of_the_page_save_and_settle(
    admin_client: Client, before: State, button: str, after: State
) -> None:
    official = make_official("Lê Văn Ba", state=before)
    assert save(admin_client, official, _save=None, name="Lê Văn Bá", **{button: "1"}).status_code == 302
    official.refresh_from_db()
    assert (official.name, official.state) == ("Lê Văn Bá", after)


def test_who_may_only_look_settles_nothing(client: Client) -> None:
    official = make_official()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_official"))
    login(client, reader)
    assert client.post(admin_url(official, "reject"), {"reason": "Trùng"}).status_code == 403
    data = {"action": "confirm_selected", ACTION_CHECKBOX_NAME: [str(official.pk)]}
    client.post(admin_url(Official, "changelist"), data)
    official.refresh_from_db()
    assert official.state == State.READ


def test_an_editor_confirms_but_neither_rejects_nor_restores(client: Client) -> None:
    login(client, make_editor())
    official, rejected = make_official("Lê Văn Ba"), make_official("Lê Văn Tư", state=State.REJECTED)
    page = client.get(admin_url(official, "change")).content.decode()
    assert 'name="_confirm"' in page
    assert admin_url(official, "reject") not in page
    assert 'name="_restore"' not in client.get(admin_url(rejected, "change")).content.decode()
    listed = client.get(admin_url(Official, "changelist")).context["action_form"].fields["action"].choices
    assert {name for name, _ in listed} == {"", "confirm_selected"}

    for method in (client.get, client.post):
        assert method(admin_url(official, "reject"), {"reason": "Trùng"}).status_code == 403
    for action, record in (
        ("reject_selected", official),
        ("restore_selected", rejected),
        ("confirm_selected", rejected),
    ):
        data = {"action": action, ACTION_CHECKBOX_NAME: [str(record.pk)], "reason": "Trùng"}
        client.post(admin_url(Official, "changelist"), data)
    for button in ("_restore", "_confirm"):
        assert save(client, rejected, _save=None, **{button: "1"}).status_code == 403
    assert save(client, official, _save=None, _confirm="1").status_code == 302
    assert dict(Official.objects.values_list("pk", "state")) == {official.pk: "confirmed", rejected.pk: "rejected"}


def test_a_reviewer_rejects_and_restores(client: Client) -> None:
    login(client, make_reviewer())
    official = make_official()
    assert client.post(admin_url(official, "reject"), {"reason": "Trùng"}).status_code == 302
    official.refresh_from_db()
    assert official.state == State.REJECTED
    assert 'name="_restore"' in client.get(admin_url(official, "change")).content.decode()
    save(client, official, _save=None, _restore="1")
    official.refresh_from_db()
    assert official.state == State.READ
