"""The table of fields says what is given out, all of it and nothing else; the documentation shows the same table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from opendata.standards import rows
from opendata.standards.civic import event
from opendata.standards.mapping import MAPPING, OURS_IN_POPOLO, table
from opendata.standards.popolo import area, membership, organization, person
from people.models import Province
from tests.factories import make_province
from tests.opendata.standards.rich import make_rich_scene
from tests.opendata.standards.schemas import POPOLO

ROOT = Path(__file__).resolve().parents[3]
# What an event has because its schema asks for it, and that nothing of ours fills.
EMPTY = {"end_date", "media", "pupa_id"}
NOT_OF_RECORDS = {"@context", "@type", "url", "inLanguage", "isPartOf", "dateModified", "subjectOf"}


def mapped(standard: str) -> set[str]:
    """All paths that the table names of a standard."""
    return {path for row in MAPPING for path in getattr(row, standard).split("; ") if path}


def test_the_documentation_shows_the_table() -> None:
    assert (ROOT / "docs/standards.md").read_text(encoding="utf-8").endswith(f"<!-- table -->\n\n{table()}")


@pytest.mark.django_db
def test_popolo_is_what_the_table_says() -> None:
    make_rich_scene()
    former = make_province("Hà Tĩnh", former=True)
    former.successor, former.valid_from = Province.objects.today().first(), former.valid_to
    former.save()
    agencies = [organization(row) for row in rows.agencies()]
    told: dict[str, list[dict[str, Any]]] = {
        "Person": [person(row) for row in rows.persons()],
        "Organization": agencies,
        "Post": [post for agency in agencies for post in agency.get("posts", [])],
        "Membership": [membership(row) for row in rows.memberships()],
        "Area": [area(former)],
    }
    told["Link"] = [source for row in told["Person"] for source in row["sources"]]
    found = {f"{name}.{key}" for name, records in told.items() for record in records for key in record}
    assert found == mapped("popolo")


def test_properties_of_our_own_are_named_as_such() -> None:
    known = {f"{name}.{key}" for name, schema in (("Membership", "memberships"), ("Area", "areas"))
             for key in POPOLO[schema]["properties"]}  # fmt: skip
    assert known & mapped("popolo") >= OURS_IN_POPOLO


@pytest.mark.django_db
def test_events_are_what_the_table_says() -> None:
    make_rich_scene()
    told = event(rows.events().get())
    assert {path for path in mapped("civic") if not list(_at(told, path.split(".")[1:]))} == set()
    assert {f"Event.{key}" for key in told.keys() - EMPTY - {"extras"}} <= mapped("civic")
    assert {f"Event.extras.{key}" for key in told["extras"]} - {"Event.extras.division_id"} <= mapped("civic")


@pytest.mark.django_db
def test_pages_are_what_the_table_says(client: Client) -> None:
    scene = make_rich_scene()
    records = (scene.official, scene.finance, scene.meeting, scene.directive, scene.target, scene.document)
    pages = [str(record.get_absolute_url()) for record in (*records, scene.article)]
    found: set[str] = set()
    for page in pages:
        html = client.get(page).content.decode()
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html):
            about = json.loads(block)
            if about["@type"] != "WebPage":
                found |= {f"{about['@type']}.{key}" for key in about.keys() - NOT_OF_RECORDS}
    assert found == {path for path in mapped("schema") if path != "Event.subjectOf"}


def _at(thing: Any, path: list[str]) -> Iterator[Any]:
    """What stands at the path, in any item of lists on the way; nothing that is empty."""
    if isinstance(thing, list):
        for each in thing:
            yield from _at(each, path)
    elif not path:
        yield from [] if thing in (None, "", {}) else [thing]
    elif isinstance(thing, dict):
        yield from _at(thing.get(path[0]), path[1:])
