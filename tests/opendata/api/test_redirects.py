"""Where merged records lead, page by page."""

from __future__ import annotations

from typing import Any

import pytest

from people.merging import merge
from people.models import Forwarding
from tests.factories import make_official, make_organization
from tests.opendata.api.asking import ask
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db


def all_redirects(query: str = "") -> list[Any]:
    address, found = f"redirects?{query}", []
    while address:
        told = ask(address)
        found += told["data"]
        address = told["next"]
    return found


@pytest.mark.parametrize("limit", [1, 2, 200])
def test_all_that_leads_on_in_one_step(limit: int) -> None:
    editor = make_reviewer()
    first, second, third = (make_official(f"Lê Văn {name}") for name in ("An", "Ân", "Ấn"))
    merge(second, third, by=editor, reason="Một người")
    merge(first, second, by=editor, reason="Một người")
    agency, other = make_organization("Sở Xây dựng"), make_organization("Sở XD")
    merge(agency, other, by=editor, reason="Một cơ quan")
    gone = make_official("Trần Văn Bê")
    Forwarding.keep(gone, first)
    key = gone.pk
    gone.delete()
    told = [(one["kind"], one["gone_id"], one["id"]) for one in all_redirects(f"limit={limit}")]
    assert told == [
        ("official", second.pk, first.pk),
        ("official", third.pk, first.pk),
        ("official", key, first.pk),
        ("organization", other.pk, agency.pk),
    ]
    assert all_redirects("kind=organization") == [
        {
            "kind": "organization",
            "gone_id": other.pk,
            "id": agency.pk,
            "gone": f"http://testserver/id/organization/{other.pk}",
            "identifier": f"http://testserver/id/organization/{agency.pk}",
        }
    ]


def test_there_may_be_none() -> None:
    assert ask("redirects") == {"data": [], "next": None}
