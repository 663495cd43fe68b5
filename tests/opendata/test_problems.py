"""What a page leaves out with a notice is refused for machines, parameter by parameter."""

import json

import pytest
from django.http import QueryDict

from meetings.listings import LISTINGS
from opendata.problems import Refusal, refusals, refused

pytestmark = pytest.mark.django_db


def refused_in(listing: str, query: str, also_known: tuple[str, ...] = ()) -> list[str]:
    asked = LISTINGS[listing]
    filterset = asked.filters(QueryDict(query), queryset=asked.rows())
    return [refusal.parameter for refusal in refusals(filterset, also_known)]


@pytest.mark.parametrize(
    ("listing", "query", "parameters"),
    [
        ("meetings", "", []),
        ("meetings", "year=2024&year=2025&kind=briefing&since=2024-01-31&order=oldest", []),
        ("meetings", "q=thu+ngan+sach", []),
        ("meetings", "q=%22%22", ["q"]),
        ("meetings", "q=" + "+".join(f"w{n}" for n in range(60)), ["q"]),
        ("meetings", "year=x&kind=party&since=31/31/2024", ["year", "kind", "since"]),
        ("meetings", "year=2024&year=x", ["year"]),
        ("meetings", "order=best", ["order"]),
        ("meetings", "province=atlantis", ["province"]),
        ("meetings", "body=999999", ["body"]),
        ("meetings", "utm_source=x", ["utm_source"]),
        ("directives", "agency=1%00", ["agency"]),
        ("officials", "name=x", ["name"]),
    ],
)
def test_what_is_refused(listing: str, query: str, parameters: list[str]) -> None:
    assert sorted(refused_in(listing, query)) == sorted(parameters)


def test_what_whoever_asks_reads_by_itself_is_known() -> None:
    assert refused_in("meetings", "cursor=abc&fields=id", ("cursor", "fields")) == []


def test_a_problem_says_which_parameter_and_why() -> None:
    answer = refused([Refusal("year", "“x” makes no sense."), Refusal("kind", "No such kind.")])
    told = json.loads(answer.content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert told == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "“x” makes no sense.",
        "errors": [
            {"parameter": "year", "detail": "“x” makes no sense."},
            {"parameter": "kind", "detail": "No such kind."},
        ],
    }
