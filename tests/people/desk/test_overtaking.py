"""Two editors at one record: the second is told what the first changed, and loses nothing of what he typed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from meetings.models import Assignment, Directive, Target
from people.corrections import State
from people.models import Alias, Handover, Official
from tests.desk import admin_url, errors, form_data, save
from tests.factories import (
    make_alias,
    make_directive,
    make_handover,
    make_meeting,
    make_official,
    make_organization,
    make_target,
)
from tests.staff import login, make_staff

pytestmark = pytest.mark.django_db


def client_of(name: str) -> Client:
    return login(Client(), User.objects.create_superuser(name, first_name=name.capitalize()))


@pytest.fixture
def an() -> Client:
    return client_of("an")


@pytest.fixture
def binh() -> Client:
    return client_of("bình")


class Page:
    """A page that somebody has opened and sends later."""

    def __init__(self, client: Client, record: Model) -> None:
        self.client, self.url = client, admin_url(record, "change")
        self.data = form_data(client.get(self.url))  # type: ignore[arg-type]

    def send(self, **changes: Any) -> HttpResponse:
        self.data |= changes
        sent = {name: value for name, value in self.data.items() if value is not None}
        response: Any = self.client.post(self.url, {"_save": "1", **sent})
        if response.status_code == 200:
            self.data = {**form_data(response), **{n: v for n, v in changes.items() if n in ("_confirm", "give_back")}}
        return response


def overtaken(response: Any) -> list[tuple[str, str, str, str]]:
    return [(t.field, t.was, t.now, t.by.who if t.by else "") for _, t in response.context["overtaken"]]


def test_what_the_second_left_alone_is_the_firsts(an: Client, binh: Client) -> None:
    directive = make_directive(text="Cũ", assigner_title="Chủ tịch")
    page = Page(binh, directive)
    save(an, directive, text="Mới")
    response = page.send(assigner_title="Phó Chủ tịch")
    assert response.status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.assigner_title) == ("Mới", "Phó Chủ tịch")
    assert directive.history.first().text == "Mới"
    said = [str(message) for message in get_messages(response.wsgi_request)]  # type: ignore[attr-defined]
    assert any("“Mới”" in words and "An" in words for words in said)


def test_what_both_changed_comes_back_with_all_that_was_typed_and_is_saved_the_second_time(
    an: Client, binh: Client
) -> None:
    directive = make_directive(text="Cũ", assigner_title="Chủ tịch")
    page = Page(binh, directive)
    save(an, directive, text="Mới", strength="request")
    response = page.send(text="Của Bình", assigner_title="Phó Chủ tịch")
    assert overtaken(response) == [("text", "Cũ", "Mới", "An"), ("strength", "Yêu cầu", "Đề nghị", "An")]
    assert set(errors(response)) == {"__all__", "text"}
    assert "“Mới”" in errors(response)["text"][0]
    content = response.content.decode()
    assert 'id="overtaken-heading"' in content
    assert "Của Bình</textarea>" in content
    directive.refresh_from_db()
    assert (directive.text, directive.assigner_title) == ("Mới", "Chủ tịch")

    assert (page.data["text"], page.data["strength"]) == ("Của Bình", "request")
    assert page.send().status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.strength, directive.assigner_title) == ("Của Bình", "request", "Phó Chủ tịch")


def test_a_third_change_before_the_second_attempt_is_told_too(an: Client, binh: Client) -> None:
    directive = make_directive(text="Cũ")
    page = Page(binh, directive)
    save(an, directive, text="Mới")
    page.send(text="Của Bình")
    save(an, directive, text="Mới nữa")
    assert overtaken(page.send()) == [("text", "Mới", "Mới nữa", "An")]
    assert page.send().status_code == 302
    assert Directive.objects.get().text == "Của Bình"


def test_both_may_say_the_same(an: Client, binh: Client) -> None:
    directive = make_directive(text="Cũ")
    page = Page(binh, directive)
    save(an, directive, text="Mới")
    assert page.send(text="Mới").status_code == 302


def test_a_reading_in_between_is_told_as_the_machines(binh: Client) -> None:
    directive = make_directive(text="Cũ", strength="order")
    page = Page(binh, directive)
    directive.follow({"text": "Đọc lại", "strength": "request"})
    Directive.objects.filter(pk=directive.pk).update(
        text=directive.text, strength=directive.strength, extracted=directive.extracted
    )
    response = page.send(text="Của Bình")
    assert overtaken(response) == [("text", "Cũ", "Đọc lại", ""), ("strength", "Yêu cầu", "Đề nghị", "")]
    assert "máy đọc" in errors(response)["text"][0]
    assert page.send().status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.strength, directive.corrected_fields()) == ("Của Bình", "request", ("text",))


def test_nobody_confirms_what_he_has_not_seen(an: Client, binh: Client) -> None:
    directive = make_directive(text="Cũ")
    page = Page(binh, directive)
    save(an, directive, text="Mới")
    assert overtaken(page.send(_confirm="1")) == [("text", "Cũ", "Mới", "An")]
    directive.refresh_from_db()
    assert directive.state == State.READ
    assert page.send().status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.state) == ("Mới", State.CONFIRMED)


def test_a_rejection_in_between_is_told_before_anything_typed_is_saved(an: Client, binh: Client) -> None:
    directive = make_directive(text="Cũ")
    page, other = Page(binh, directive), Page(binh, directive)
    an.post(admin_url(directive, "reject"), {"reason": "Nhầm tỉnh"})
    response = page.send(text="Của Bình")
    assert [(t.field, t.by.who, t.by.why) for _, t in response.context["overtaken"]] == [("state", "An", "Nhầm tỉnh")]  # type: ignore[attr-defined]
    assert page.send().status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.state) == ("Của Bình", State.REJECTED)
    assert other.send().status_code == 302  # nothing typed, nothing to lose
    assert Directive.objects.get().state == State.REJECTED


def test_what_is_given_back_is_the_reading_that_was_seen(binh: Client) -> None:
    directive = make_directive(text="Cũ")
    directive.text = "Sửa"
    directive.save()
    page = Page(binh, directive)
    directive.follow({"text": "Đọc lại"})
    directive.save()
    assert overtaken(page.send(give_back=["text"]))[0][:3] == ("text", "Cũ", "Đọc lại")
    assert Directive.objects.get().text == "Sửa"
    assert page.send().status_code == 302
    assert Directive.objects.get().text == "Đọc lại"


def test_figures_dates_relations_and_boxes_that_the_second_left_alone(an: Client, binh: Client) -> None:
    target = make_target(value="26000.5", period="2025")
    page = Page(binh, target)
    save(an, target, value="1234567.25", status="achieved")
    assert page.send(period="2026").status_code == 302
    stored = Target.objects.get()
    assert (str(stored.value), stored.status, stored.period) == ("1234567.250000", "achieved", "2026")

    official = make_official()
    directive = make_directive(deadline_kind="date")
    page = Page(binh, directive)
    save(an, directive, deadline_to="05/03/2026", assigner=str(official.pk))
    assert page.send(text="Của Bình").status_code == 302
    stored_directive = Directive.objects.get(text="Của Bình")
    assert (str(stored_directive.deadline_to), stored_directive.assigner) == ("2026-03-05", official)

    organization = make_organization(unverified=True)
    page = Page(binh, organization)
    save(an, organization, unverified=None)
    assert page.send(abbreviations="STC").status_code == 302
    organization.refresh_from_db()
    assert (organization.unverified, organization.abbreviations) == (False, "STC")


def test_lines_as_a_browser_ends_them_are_no_correction(binh: Client) -> None:
    directive = make_directive(text="Một\nHai ", conflicts={})
    Directive.objects.update(conflicts={"text": {"value": "Cũ"}}, state=State.CONFIRMED)
    assert save(binh, directive, text="Một\r\nHai").status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.conflicts) == ("Một\nHai ", {"text": {"value": "Cũ"}})
    assert save(binh, directive, text="Một\r\nBa").status_code == 302
    assert Directive.objects.get().text == "Một\nBa"


@pytest.mark.parametrize("version", ["", "nonsense", "[]", '{"values": 3}', '{"values": {}, "readings": []}'])
def test_a_version_that_is_none_compares_nothing(binh: Client, version: str) -> None:
    directive = make_directive(text="Cũ")
    assert save(binh, directive, text="Mới", version=version).status_code == 302
    assert Directive.objects.get().text == "Mới"


def test_a_record_that_was_deleted_leaves_what_was_typed_on_the_page(an: Client, binh: Client) -> None:
    meeting = make_meeting(by_person=True)
    page = Page(binh, meeting)
    an.post(admin_url(meeting, "delete"), {"post": "yes"})
    response = page.send(title="Phiên họp <b>dài</b>")
    assert response.status_code == 410
    content = response.content.decode()
    assert "Phiên họp &lt;b&gt;dài&lt;/b&gt;" in content
    assert "An" in content
    reader = login(Client(), make_staff())
    assert reader.post(page.url, {"title": "x"}).status_code in (302, 403)


def test_rows_changed_by_the_first_are_not_overwritten(an: Client, binh: Client) -> None:
    directive = make_directive(assignees=[make_organization("Sở Tài chính"), "các huyện"])
    page = Page(binh, directive)
    save(an, directive, **{"assignments-0-part": "lead", "assignments-1-words": "các xã"})
    response = page.send(text="Của Bình", **{"assignments-0-words": "Sở TC", "assignments-1-words": "các phường"})
    assert [(row, t.field, t.now) for row, t in response.context["overtaken"]] == [  # type: ignore[attr-defined]
        ("Sở Tài chính", "part", "Chủ trì"),
        ("các xã", "words", "các xã"),
    ]
    assert list(Assignment.objects.values_list("words", "part")) == [("Sở Tài chính", "lead"), ("các xã", "assignee")]
    assert page.send().status_code == 302
    assert list(Assignment.objects.values_list("words", "part")) == [("Sở TC", "lead"), ("các phường", "assignee")]
    assert Directive.objects.get().text == "Của Bình"


def test_a_deleted_row_does_not_come_back_by_itself(an: Client, binh: Client) -> None:
    official = make_official()
    gone, _stays = make_alias("Anh Ba", official=official), make_alias("Anh Tư", official=official)
    page = Page(binh, official)
    save(an, official, **{"aliases-0-DELETE": "on"})
    assert not Alias.objects.filter(pk=gone.pk).exists()
    assert page.send(**{"aliases-1-name": "Anh Năm"}).status_code == 302
    assert list(Alias.objects.values_list("name", flat=True)) == ["Anh Năm"]


def test_what_was_typed_into_a_deleted_row_is_kept_and_added_knowingly(an: Client, binh: Client) -> None:
    organization, first, second = make_organization("Sở A"), make_organization("Sở B"), make_organization("Sở C")
    make_handover(organization, first, "giá thuốc")
    make_handover(organization, second, "lao động")
    page = Page(binh, organization)
    save(an, organization, **{"handovers-0-DELETE": "on"})
    response = page.send(**{"handovers-0-duties": "giá thuốc, giá sách", "handovers-1-duties": "việc làm"})
    assert response.status_code == 200
    assert "giá thuốc" in response.content.decode()
    assert Handover.objects.get().duties == "lao động"
    assert page.send().status_code == 302
    assert sorted(Handover.objects.values_list("duties", flat=True)) == ["giá thuốc, giá sách", "việc làm"]


def test_a_row_that_the_first_added_stays(an: Client, binh: Client) -> None:
    official = make_official()
    page = Page(binh, official)
    make_alias("Anh Ba", official=official)
    assert page.send(province="").status_code == 302
    assert Alias.objects.count() == 1


def test_the_same_name_for_two_is_an_error_not_a_loss(an: Client, binh: Client) -> None:
    official = make_official("Lê Văn Ba")
    page = Page(binh, official)
    save(an, official, name="Lê Văn Tư")
    assert overtaken(page.send(name="Lê Văn Năm"))[0][:3] == ("name", "Lê Văn Ba", "Lê Văn Tư")
    page.send()
    assert Official.objects.get().name == "Lê Văn Năm"


def test_a_version_is_small_and_holds_what_the_page_shows(an: Client) -> None:
    directive = make_directive(text="Cũ")
    version = json.loads(Page(an, directive).data["version"])
    assert version["values"]["text"] == version["readings"]["text"] == "Cũ"
    assert version["state"] == "read"
    assert "search_text" not in version["values"]
