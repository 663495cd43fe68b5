"""The search over everything finds each kind of record, says how many, and helps where nothing is found."""

from __future__ import annotations

import csv
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import (
    make_alias,
    make_article,
    make_directive,
    make_document,
    make_meeting,
    make_official,
    make_organization,
    make_role,
    make_target,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/search/"


def make_everything(number: int = 0) -> None:
    """One record of every kind that has the word "rừng"."""
    official = make_official(f"Người Rừng {number}")
    make_role(make_official(f"Mai Lan {number}"), f"Trạm trưởng Trạm Rừng {number}")
    organization = make_organization(f"Chi cục Rừng {number}")
    make_alias(f"CCR {number}", organization=organization)
    article = make_article(f"Tin {number}. Hội nghị bàn chuyện rừng phòng hộ ở miền núi.", title=f"Rừng {number}")
    meeting = make_meeting(f"Hội nghị {number}", articles=[article])
    make_directive(meeting, f"Trồng rừng {number}.", assigner=official, assignees=[organization])
    make_target(meeting, f"diện tích rừng {number}")
    make_document(f"{number}/RUNG-QĐ")


def test_what_is_found_of_each_kind_can_be_taken_away(client: Client) -> None:
    make_everything()
    answer = client.get(PAGE, {"q": "rừng"})
    page = answer.content.decode()
    for group in answer.context["groups"]:
        query = f"{'office' if group.name == 'offices' else 'q'}=r%E1%BB%ABng"
        listed = "officials" if group.name == "offices" else group.name
        with translation.override("en"):
            address = f"{reverse(f'opendata:{listed}_file', args=['csv'])}?{query}"
        assert f'href="{address}"' in page
        told = b"".join(client.get(address).streaming_content)  # type: ignore[attr-defined]
        assert len(list(csv.reader(told.decode("utf-8-sig").splitlines()))) == 1 + group.total


def totals(client: Client, typed: str) -> dict[str, int]:
    answer = client.get(PAGE, {"q": typed})
    assert answer.status_code == 200
    return {group.name: group.total for group in answer.context["groups"]}


def test_finds_every_kind_of_record(client: Client) -> None:
    make_everything()
    assert (
        totals(client, "RUNG")
        == totals(client, "rừng")
        == dict.fromkeys(
            ["officials", "organizations", "offices", "meetings", "directives", "targets", "documents", "articles"], 1
        )
    )
    assert totals(client, "CCR") == {"organizations": 1}


def test_counts_are_those_of_the_full_lists(client: Client) -> None:
    for number in range(6):
        make_everything(number)
    answer = client.get(PAGE, {"q": "rừng"})
    for group in answer.context["groups"]:
        assert len(group.rows) == 4
        full = client.get(group.url)
        assert full.status_code == 200
        assert full.context["total"] == group.total == 6, group.name


def test_shows_the_words_found_as_they_are_printed(client: Client) -> None:
    make_everything()
    page = client.get(PAGE, {"q": "rung phong"}).content.decode()
    found = set(re.findall(r'<mark class="found">([^<]*)</mark>', page))
    assert found == {"rừng", "Rừng", "phòng"}


def test_what_is_typed_is_escaped(client: Client) -> None:
    page = client.get(PAGE, {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_what_may_not_be_seen_is_not_found(client: Client) -> None:
    meeting = make_meeting("Hội nghị bí mật")
    make_directive(meeting, "Việc bí mật.")
    make_target(meeting, "chỉ tiêu bí mật", state="withdrawn")
    first = make_directive(make_meeting("Khác"), "Việc công khai.")
    make_directive(make_meeting("Khác nữa"), "Việc công khai.", same_as=first)
    meeting.state = "rejected"
    meeting.save()
    assert totals(client, "bí mật") == {}
    assert totals(client, "công khai") == {"directives": 1}


def test_similar_names_are_offered_where_nothing_is_found(client: Client) -> None:
    official = make_official("Lê Hồng Vinh")
    answer = client.get(PAGE, {"q": "le hogn vinh"})
    assert answer.context["similar"] == [official]
    assert official.get_absolute_url().rpartition("/can-bo")[2] in answer.content.decode()


def test_fewer_words_are_offered_where_nothing_is_found(client: Client) -> None:
    make_everything()
    answer = client.get(PAGE, {"q": "rừng xyzzy"})
    assert answer.context["shorter"] == [("rừng", 8)]


@pytest.mark.parametrize(("typed", "notices"), [("", 0), ("   ", 0), ("?!", 1), ("😀", 1), ("\0", 0), ("a b " * 50, 1)])
def test_what_cannot_be_searched_for_gets_a_word_of_help(client: Client, typed: str, notices: int) -> None:
    answer = client.get(PAGE, {"q": typed})
    assert answer.status_code == 200
    assert len(answer.context["notices"]) == notices


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.one_of(st.text(max_size=30), st.text(alphabet='"*:^()-+&|! đ\0', max_size=20)))
def test_nothing_that_is_typed_is_an_error(client: Client, typed: str) -> None:
    assert client.get(PAGE, {"q": typed}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client) -> None:
    make_everything()

    def queries(typed: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, {"q": typed})
        return len(captured)

    few = queries("rừng"), queries("rừng xyzzy")
    for number in range(1, 8):
        make_everything(number)
    assert (queries("rừng"), queries("rừng xyzzy")) == few
    assert max(few) < 75
