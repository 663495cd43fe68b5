"""A quotation is the words, where they were printed, and an address that stays."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from meetings.quotations import cited, permalink
from tests.factories import make_directive
from tests.meetings.views.pages import TASK, make_scene, markup

pytestmark = pytest.mark.django_db


def test_the_words_have_their_source_and_address() -> None:
    scene = make_scene()
    told = cited(scene.directive, RequestFactory().get("/"))
    assert told
    assert told.words == TASK
    assert told.source == "“Phiên họp 0”, Báo Nghệ An, 14/11/2024"
    assert told.address == f"http://testserver{scene.directive.get_absolute_url()}"


def test_what_has_no_words_cannot_be_quoted() -> None:
    assert cited(make_directive(by_person=True), RequestFactory().get("/")) is None


def test_every_record_has_an_address_that_shows_it(client: Client) -> None:
    scene = make_scene()
    html = markup(client, scene.meeting.get_absolute_url())
    kept = [
        *scene.meeting.appearances.all(),
        *scene.meeting.decisions.all(),
        *scene.meeting.citations.all(),
    ]
    for record in kept:
        page, _, anchor = permalink(record).partition("#")
        assert page == scene.meeting.get_absolute_url()
        assert html.count(f' id="{anchor}"') == 1, record
    for assignment in scene.directive.assignments.all():
        assert html.count(f' id="assignment-{assignment.pk}"') == 1


def test_no_more_is_asked_of_the_database_for_more_quotations(client: Client) -> None:
    scene = make_scene()
    html = markup(client, scene.meeting.get_absolute_url())
    assert html.count('class="cite-text"') >= 5
    assert "(“Phiên họp 0”, Báo Nghệ An, 14/11/2024)" in html
