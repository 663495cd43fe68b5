"""Who asks too often is told when to come back, in terms that a program reads."""

import json

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from opendata.limits import limited


@limited("tried")
def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse("here")


def test_the_limit_is_told_with_the_time_to_wait(settings: pytest.FixtureRequest) -> None:
    settings.LIMITS = {"tried": 2}  # type: ignore[attr-defined]
    asked = [answer(RequestFactory().get("/", REMOTE_ADDR="198.51.100.7")) for _ in range(3)]
    assert [got.status_code for got in asked] == [200, 200, 429]
    wait = int(asked[2].headers["Retry-After"])
    told = json.loads(asked[2].content)  # type: ignore[attr-defined]
    assert asked[2].headers["Content-Type"] == "application/problem+json"
    assert told["status"] == 429
    assert str(wait) in told["detail"]
    assert answer(RequestFactory().get("/", REMOTE_ADDR="198.51.100.8")).status_code == 200
