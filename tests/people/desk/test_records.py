"""A correction made in the admin outlives readings, a rejection holds, and nothing that was read can be deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from meetings.models import Directive, Meeting
from people.corrections import State
from tests.desk import admin_url, errors, form_data, save
from tests.factories import make_article, make_directive, make_meeting, make_official, make_organization
from tests.staff import login

pytestmark = pytest.mark.django_db
TEXT = "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính trình phương án trước ngày 15/4. Sở Nội vụ báo cáo."


@pytest.fixture
def directive() -> Directive:
    words = "Sở Tài chính trình phương án trước ngày 15/4"
    return make_directive(text=words, article=make_article(TEXT), quote=words)


def test_a_correction_stays_when_the_text_is_read_again(admin_client: Client, directive: Directive) -> None:
    assert save(admin_client, directive, text="Sở Tài chính trình phương án").status_code == 302
    directive.refresh_from_db()
    assert directive.corrected_fields() == ("text",)

    directive.follow({"text": directive.extracted["text"], "strength": "request"})
    directive.save()
    assert (directive.text, directive.strength) == ("Sở Tài chính trình phương án", "request")


def test_saving_unchanged_corrects_nothing(admin_client: Client, directive: Directive) -> None:
    before = {name: directive.reading_of(name) for name in directive.correctable_fields}
    assert save(admin_client, directive).status_code == 302
    directive.refresh_from_db()
    assert {name: directive.reading_of(name) for name in directive.correctable_fields} == before
    assert (directive.corrected_fields(), directive.state) == ((), State.READ)


def test_the_page_quotes_the_words_in_context_and_the_reading_beside_a_corrected_field(
    admin_client: Client, directive: Directive
) -> None:
    directive.strength = "note"
    directive.save()
    page = admin_client.get(admin_url(directive, "change"))
    text = page.content.decode()
    assert "Chủ tịch UBND tỉnh yêu cầu <mark>Sở Tài chính trình phương án trước ngày 15/4</mark>." in text
    assert f"#w-directive-{directive.pk}" in text
    assert page.context["adminform"].form.fields["strength"].help_text.count("give_back") == 1
    assert "give_back" not in page.context["adminform"].form.fields["text"].help_text


def test_only_what_readers_may_see_is_linked_to_its_page(admin_client: Client, directive: Directive) -> None:
    link = f'href="{directive.get_absolute_url()}"'
    assert link in admin_client.get(admin_url(directive, "change")).content.decode()
    directive.state = State.REJECTED
    directive.save()
    assert link not in admin_client.get(admin_url(directive, "change")).content.decode()


def test_the_words_are_marked_at_the_place_that_is_linked(admin_client: Client) -> None:
    article = make_article(TEXT)
    directive = make_directive(make_meeting(articles=[article]), "trình", article=article, quote="Sở Tài chính")
    page = admin_client.get(admin_url(directive, "change"))
    address, _, anchor = page.context["passages"][0].page_url.partition("#")
    assert f'id="{anchor}"' in admin_client.get(address).content.decode()


def test_the_words_are_escaped(admin_client: Client) -> None:
    text = "Giao <script>alert(1)</script> trình phương án."
    directive = make_directive(text="trình", article=make_article(text), quote="<script>alert(1)</script>")
    content = admin_client.get(admin_url(directive, "change")).content.decode()
    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in content
    assert "<script>alert" not in content


def test_a_field_is_given_back_to_the_machine(admin_client: Client, directive: Directive) -> None:
    directive.text = "Sai"
    directive.state = State.CONFIRMED
    directive.save()
    assert save(admin_client, directive, text="Sai hơn", give_back=["text"]).status_code == 302
    directive.refresh_from_db()
    assert directive.text == directive.extracted["text"]
    assert directive.state == State.READ  # a confirmed record would keep the value for the person's


def test_a_foreign_key_is_given_back(admin_client: Client, directive: Directive) -> None:
    read, set_by_hand = make_official("Lê Văn Ba"), make_official("Lê Văn Tư")
    directive.follow({"assigner": read})
    directive.assigner = set_by_hand
    directive.save()
    assert "Lê Văn Ba" in admin_client.get(admin_url(directive, "change")).content.decode()
    assert save(admin_client, directive, give_back=["assigner"]).status_code == 302
    directive.refresh_from_db()
    assert directive.assigner == read


def test_what_the_machine_read_may_be_gone(admin_client: Client, directive: Directive) -> None:
    directive.extracted["assigner"] = 987654321
    directive.save()
    response = save(admin_client, directive, give_back=["assigner"])
    assert list(errors(response)) == ["assigner"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("Mới", {"text": {"value": "Cũ"}})),
        ({"settled": ["text"]}, ("Mới", {})),
        ({"give_back": ["text"]}, ("Đọc lại", {})),
        ({"text": "Khác nữa"}, ("Khác nữa", {})),
    ],
    ids=["left alone", "kept", "later reading taken", "set anew"],
)
def test_a_conflict_shows_both_readings_and_is_settled(
    admin_client: Client, changes: dict[str, Any], expected: tuple[str, dict[str, str]]
) -> None:
    directive = make_directive(text="Cũ")
    directive.text = "Mới"
    directive.save()
    directive.follow({"text": "Đọc lại"})
    directive.save()
    note = admin_client.get(admin_url(directive, "change")).context["adminform"].form.fields["text"].help_text
    assert "<b>Cũ</b>" in note
    assert "<b>Đọc lại</b>" in note

    assert save(admin_client, directive, **changes).status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.conflicts) == expected
    directive.follow({"text": "Đọc lại"})
    assert directive.text == expected[0]


def test_what_a_person_adds_is_confirmed_and_stays_out_of_the_machines_hands(admin_client: Client) -> None:
    data = {**form_data(admin_client.get(admin_url(Meeting, "add"))), "title": "Họp giao ban", "_save": "1"}  # type: ignore[arg-type]
    assert admin_client.post(admin_url(Meeting, "add"), data).status_code == 302
    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.extracted) == (State.CONFIRMED, {})
    assert meeting.history.get().history_user.is_superuser


def test_rows_added_in_place_are_confirmed(admin_client: Client, directive: Directive) -> None:
    prefix = {"assignments-TOTAL_FORMS": "1", "assignments-0-words": "Sở Nội vụ", "assignments-0-part": "lead"}
    row = {"assignments-0-directive": directive.pk, "assignments-0-id": "", "assignments-0-organization": ""}
    assert save(admin_client, directive, **prefix, **row).status_code == 302
    assignment = directive.assignments.get()
    assert (assignment.words, assignment.state) == ("Sở Nội vụ", State.CONFIRMED)


def test_rows_changed_in_place_are_corrections(admin_client: Client) -> None:
    directive = make_directive(assignees=[make_organization("Sở Tài chính"), "các huyện"])
    assert save(admin_client, directive, **{"assignments-1-words": "các xã"}).status_code == 302
    first, second = directive.assignments.order_by("order")
    assert (first.corrected_fields(), second.corrected_fields()) == ((), ("words",))
    assert second.state == State.READ


def test_what_was_read_cannot_be_deleted_even_by_an_administrator(admin_client: Client, directive: Directive) -> None:
    assert admin_client.post(admin_url(directive, "delete"), {"post": "yes"}).status_code == 403
    assert Directive.objects.filter(pk=directive.pk).exists()


def test_what_a_person_added_may_be_deleted_by_an_administrator_alone(admin_client: Client, client: Client) -> None:
    meeting = make_meeting(by_person=True)
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="meetings"))
    login(client, editor)
    assert client.post(admin_url(meeting, "delete"), {"post": "yes"}).status_code == 403
    assert admin_client.post(admin_url(meeting, "delete"), {"post": "yes"}).status_code == 302
    assert not Meeting.objects.exists()


def test_no_list_deletes_by_the_dozen(admin_client: Client, directive: Directive) -> None:
    page = admin_client.get(admin_url(Directive, "changelist"))
    names = {name for name, _ in page.context["action_form"].fields["action"].choices}
    assert names == {"", "confirm_selected", "reject_selected", "restore_selected"}


def test_who_may_only_look_finds_no_field_to_change(client: Client, directive: Directive) -> None:
    directive.text = "Sửa"
    directive.save()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_directive"))
    login(client, reader)
    text = client.get(admin_url(directive, "change")).content.decode()
    assert directive.extracted["text"] in text  # the reading is said, too
    assert "<textarea" not in text
    assert 'name="give_back"' not in text
    assert 'name="_confirm"' not in text
    assert client.post(admin_url(directive, "change"), {"text": "x", "_confirm": "1"}).status_code == 403


def test_a_failed_form_keeps_the_ticks(admin_client: Client, directive: Directive) -> None:
    directive.text = "Sửa"
    directive.save()
    response = save(admin_client, directive, give_back=["text"], strength="nonsense")
    assert list(errors(response)) == ["strength"]
    assert 'value="text" checked' in response.content.decode()
