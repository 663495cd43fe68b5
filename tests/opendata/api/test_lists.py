"""The lists of the API are those of the pages: same filters, same rows, same order; nonsense is refused by its name."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from meetings.listings import LISTINGS
from meetings.models import Directive
from opendata.api import questions
from opendata.api.serializers import EXPANSIONS
from opendata.resources import RESOURCES
from people.corrections import State
from tests.factories import make_alias, make_article, make_directive, make_meeting, make_official, make_target
from tests.meetings.views.pages import make_scene
from tests.opendata.api.asking import ask, refused

pytestmark = pytest.mark.django_db


def shown_on_page(name: str, query: str) -> list[int]:
    """The numbers of the records of a list's page, in its order."""
    with override("en"):
        address = reverse(LISTINGS[name].page)
    page = Client().get(f"{address}?{query}")
    return [row.pk for row in page.context["page_obj"].object_list]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("meetings", ""),
        ("meetings", "year=2024&order=oldest"),
        ("meetings", "q=phien+hop"),
        ("meetings", "kind=briefing"),
        ("meetings", "province=nghe-an&deadlines=yes"),
        ("directives", ""),
        ("directives", "order=deadline"),
        ("directives", "strength=order&year=2024"),
        ("targets", ""),
        ("targets", "order=indicator"),
        ("documents", "order=cited"),
        ("documents", "order=number"),
        ("articles", "publisher=B%C3%A1o+Ngh%E1%BB%87+An"),
        ("officials", "q=vinh"),
        ("officials", "order=province"),
        ("organizations", "q=so+tai+chinh"),
        ("organizations", "kind=department&kind=committee"),
    ],
)
def test_a_list_holds_the_rows_of_its_page_in_their_order(name: str, query: str) -> None:
    for number in range(3):
        make_scene(number, **({"kind": "briefing"} if number == 1 else {}))
    told = ask(f"{name}?{query}")
    assert [row["id"] for row in told["data"]] == shown_on_page(name, query)
    assert told["next"] is None


@pytest.mark.parametrize("typed", ["hong vinh", "Bi danh", "Hong Vinhh"])  # by name, by alias, by a similar name
def test_officials_are_found_as_on_their_page(typed: str) -> None:
    official = make_official("Lê Hồng Vinh")
    make_alias("Bí Danh", official=official)
    make_official("Mai Lan")
    assert [row["id"] for row in ask(f"officials?q={typed.replace(' ', '+')}")["data"]] == [official.pk]


def test_pages_follow_each_other_to_the_end() -> None:
    for number in range(5):
        make_meeting(f"Họp {number}")
    titles, address, pages = [], "meetings?limit=2&fields=title", 0
    while address:
        answer = Client().get(address if address.startswith("http") else f"/api/v1/{address}")
        told = answer.json()
        link = answer.headers.get("Link", "")
        assert link == (f'<{told["next"]}>; rel="next"' if told["next"] else "")
        titles += [row["title"] for row in told["data"]]
        address, pages = told["next"], pages + 1
    assert (titles, pages) == ([f"Họp {number}" for number in (4, 3, 2, 1, 0)], 3)


def test_a_record_is_told_with_its_evidence_and_identifier() -> None:
    scene = make_scene()
    [told] = ask("directives")["data"]
    assert told["id"] == scene.directive.pk
    assert told["identifier"] == f"http://testserver/id/directive/{scene.directive.pk}"
    assert told["page"].startswith("http://testserver/en/")
    text = ask(f"articles/{told['article_id']}")["text"]
    assert text[told["start"] : told["end"]] == told["quote"] if told["start"] is not None else told["quote"] in text
    assert (told["deadline_text"], told["deadline_to"]) == ("trước ngày 15/12", "2024-12-15")
    assert told["modified"].endswith("Z")


def test_numbers_lists_and_what_is_not_known() -> None:
    make_target(make_meeting("Họp"), value="26000", unit="tỷ đồng", value_high="26500.5")
    [told] = ask("targets")["data"]
    assert (told["value"], told["value_high"], told["of_total"], told["period"]) == (26000, 26500.5, None, "")
    [meeting] = ask("meetings")["data"]
    assert (meeting["date"], meeting["province_id"], meeting["place"]) == (None, None, "")
    province = next(row for row in ask("provinces?limit=200")["data"] if row["aliases"])
    assert all(isinstance(name, str) and "|" not in name for name in province["aliases"])


def test_only_the_fields_asked_for_and_the_number() -> None:
    make_scene()
    [told] = ask("meetings?fields=title,date")["data"]
    assert list(told) == ["id", "title", "date"]
    [again] = ask("meetings?fields=title&fields=date")["data"]
    assert again == told


@pytest.mark.parametrize(
    ("name", "expand", "shape"),
    [
        ("meetings", "province", {"name": "Nghệ An"}),
        ("meetings", "body", {"name": "UBND tỉnh"}),
        ("meetings", "directives", [{"deadline_text": "trước ngày 15/12"}]),
        ("meetings", "targets,decisions,appearances,citations", None),
        ("directives", "assignments", [{"part": "lead"}, {"part": "coordinate"}]),
        ("directives", "assigner", {"name": "Lê Hồng Vinh"}),
        ("officials", "roles", [{"canonical_title": "Chủ tịch UBND tỉnh"}]),
        ("roles", "official", {"name": "Lê Hồng Vinh"}),
        ("citations", "document", None),
    ],
)
def test_parts_are_told_where_they_are_asked_for(name: str, expand: str, shape: Any) -> None:
    make_scene()
    [told] = ask(f"{name}?expand={expand}")["data"]
    for part in expand.split(","):
        assert part in told
        found = told[part] if isinstance(told[part], list) else [told[part]]
        assert found
        assert all("identifier" in one for one in found)
    if shape is not None:
        wanted = shape if isinstance(shape, list) else [shape]
        found = told[expand] if isinstance(shape, list) else [told[expand]]
        assert [{key: one[key] for key in want} for one, want in zip(found, wanted, strict=True)] == wanted


def test_records_with_many_parts_come_in_shorter_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_WITH_PARTS", 2)
    for number in range(3):
        make_meeting(f"Họp {number}")
    told = ask("meetings?expand=directives&limit=100")
    assert len(told["data"]) == 2
    assert told["next"] is not None
    assert len(ask("meetings?expand=province&limit=100")["data"]) == 3


def test_a_part_that_readers_may_not_see_is_not_told() -> None:
    scene = make_scene()
    scene.official.state = State.REJECTED
    scene.official.save()
    [told] = ask("directives?expand=assigner")["data"]
    assert told["assigner"] is None
    Directive.objects.update(state=State.WITHDRAWN)
    assert ask("meetings?expand=directives")["data"][0]["directives"] == []


def test_what_several_press_texts_tell_is_one_record_with_its_retellings() -> None:
    meeting = make_meeting("Họp")
    first = make_directive(meeting, "Trình đề án", article=make_article("Trình đề án."))
    again = make_directive(meeting, "Trình đề án", article=make_article("Phải trình đề án."), same_as=first)
    [told] = ask("directives?expand=retellings")["data"]
    assert (told["id"], [one["id"] for one in told["retellings"]]) == (first.pk, [again.pk])
    assert ask(f"directives/{again.pk}")["same_as_id"] == first.pk


def test_counts_of_all_and_of_each_filter_are_those_of_the_page() -> None:
    for number in range(3):
        make_scene(number)
    told = ask("meetings?limit=1&count=true&facets=true&kind=regular_session")
    assert told["count"] == len(shown_on_page("meetings", "kind=regular_session"))
    assert told["facets"]["year"] == [{"value": "2024", "label": "2024", "count": 3}]
    assert "count" not in ask("meetings")


def test_records_by_their_numbers() -> None:
    keys = [make_official(f"Lê Văn {name}").pk for name in ("An", "Bình", "Chi")]
    told = ask(f"officials?id={keys[2]},{keys[0]}&fields=name")
    assert [row["name"] for row in told["data"]] == ["Lê Văn An", "Lê Văn Chi"]


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("meetings?limit=0", ["limit"]),
        ("meetings?limit=201", ["limit"]),
        ("meetings?limit=ten", ["limit"]),
        ("meetings?fields=", ["fields"]),
        ("meetings?fields=title,colour", ["fields"]),
        ("meetings?expand=weather", ["expand"]),
        ("meetings?cursor=x", ["cursor"]),
        ("meetings?count=yes", ["count"]),
        ("meetings?id=x", ["id"]),
        ("meetings?id=99999999999999999999", ["id"]),
        ("meetings?page=2", ["page"]),
        ("meetings?year=x&colour=red", ["year", "colour"]),
        ("meetings?province=atlantis", ["province"]),
        ("meetings?since=yesterday", ["since"]),
        ("meetings?q=%22%22", ["q"]),
        ("meetings?q=", ["q"]),
        ("meetings?" + "&".join(["kind=briefing"] * 51), ["kind"]),
        ("meetings?q=+&until=&year=2024&year=", ["q", "until", "year"]),
        ("assignments?part=lead&organization=77777", ["organization"]),
        ("articles?fields=text", ["fields"]),
        ("articles/1?colour=red", ["colour"]),
        ("redirects?kind=meeting", ["kind"]),
        ("redirects?cursor=official-x", ["cursor"]),
        ("?colour=red", ["colour"]),
        ("openapi.json?colour=red", ["colour"]),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(path: str, parameters: list[str]) -> None:
    assert refused(path) == parameters


@pytest.mark.parametrize("name", RESOURCES)
def test_queries_do_not_grow_with_the_records(name: str) -> None:
    expansions = list(EXPANSIONS[name])
    path = f"/api/v1/{name}" + (f"?expand={','.join(expansions)}" if expansions else "")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(path).status_code == 200
        return len(captured)

    make_scene(0)
    queries()
    few = queries()
    for number in range(1, 6):
        make_scene(number)
    assert queries() <= few
