"""One record by itself, conditional questions, limits, and what else goes with every answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from meetings.models import Meeting
from opendata.resources import RESOURCES
from people.corrections import State
from people.merging import merge, undo
from tests.factories import make_meeting, make_official
from tests.meetings.views.pages import make_scene
from tests.opendata.api.asking import ask
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", RESOURCES)
def test_a_record_by_itself_is_the_one_of_the_list(name: str) -> None:
    make_scene()
    listed = ask(f"{name}?limit=1")["data"][0]
    alone = ask(f"{name}/{listed['id']}")
    assert {key: alone[key] for key in listed} == listed
    assert set(alone) - set(listed) == ({"text"} if name == "articles" else set())


def test_what_a_person_set_right_is_told_with_what_was_read() -> None:
    meeting = make_meeting("Phiên họp thường ki")
    assert ask(f"meetings/{meeting.pk}")["corrections"] == []
    meeting.title = "Phiên họp thường kỳ"
    meeting.save()
    assert ask(f"meetings/{meeting.pk}")["corrections"] == [{"field": "title", "read": "Phiên họp thường ki"}]


def test_a_merged_record_leads_to_its_survivor_until_the_merge_is_undone() -> None:
    keep, drop = make_official("Lê Văn An"), make_official("Lê Văn Ân")
    done = merge(keep, drop, by=make_reviewer(), reason="Một người")
    answer = Client().get(f"/api/v1/officials/{drop.pk}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/api/v1/officials/{keep.pk}")
    assert ask(f"officials/{keep.pk}")["other_names"] == ["Lê Văn Ân"]
    undo(done, by=make_reviewer(), reason="Hai người")
    assert ask(f"officials/{drop.pk}")["name"] == "Lê Văn Ân"


def test_what_is_published_no_more_is_gone_and_what_never_was_is_not_there() -> None:
    scene = make_scene()
    Meeting.objects.update(state=State.REJECTED)
    for path in (f"meetings/{scene.meeting.pk}", f"directives/{scene.directive.pk}"):
        assert ask(path, 410)["status"] == 410
    for path in ("meetings/99999999", "meetings/99999999999999999999999", "weather", "meetings/x", "meetings/1/x"):
        assert ask(path, 404)["title"] == "Not Found"


def test_an_answer_is_sent_again_only_where_it_has_changed() -> None:
    scene = make_scene()
    for path in ("/api/v1/meetings", f"/api/v1/meetings/{scene.meeting.pk}", "/api/v1/openapi.json"):
        first = Client().get(path)
        tag = first.headers["ETag"]
        again = Client().get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        scene.meeting.title += "."
        scene.meeting.save()
        changed = Client().get(path, headers={"If-None-Match": tag})
        assert changed.status_code == (304 if path.endswith("json") else 200)


def test_words_for_people_are_in_their_language() -> None:
    make_scene()
    assert "Sở" in str(Client().get("/api/v1/directives?facets=true").json()["facets"]["agency"])
    vietnamese = Client().get("/api/v1/meetings?year=x", headers={"Accept-Language": "vi"}).json()
    english = Client().get("/api/v1/meetings?year=x", headers={"Accept-Language": "en"})
    assert vietnamese["detail"] != english.json()["detail"]
    assert "Accept-Language" in english.headers["Vary"]


def test_pages_of_other_sites_may_read_and_only_read() -> None:
    asked: Any = {"Origin": "https://example.org"}
    assert Client().get("/api/v1/meetings", headers=asked).headers["Access-Control-Allow-Origin"] == "*"
    before = Client().options("/api/v1/meetings", headers={**asked, "Access-Control-Request-Method": "GET"})
    assert (before.status_code, before.headers["Access-Control-Allow-Methods"]) == (200, "GET, HEAD, OPTIONS")
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(Client(), method)("/api/v1/meetings")
        assert (answer.status_code, answer.headers["Content-Type"]) == (405, "application/problem+json")
        assert "GET" in answer.headers["Allow"]


def test_only_json_is_spoken() -> None:
    answer = Client().get("/api/v1/meetings", headers={"Accept": "application/xml"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (406, "application/problem+json")
    assert Client().head("/api/v1/meetings").status_code == 200


def test_who_asks_too_often_is_told_when_to_come_back(settings: Any) -> None:
    settings.LIMITS = {**settings.LIMITS, "api": 2}
    asked = [Client(REMOTE_ADDR="203.0.113.9").get("/api/v1/meetings") for _ in range(3)]
    assert [answer.status_code for answer in asked] == [200, 200, 429]
    assert int(asked[2].headers["Retry-After"]) > 0
    assert asked[2].headers["Content-Type"] == "application/problem+json"
