"""What the API was once said to have, it has: nothing of its description disappears unnoticed."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from jsonschema import Draft202012Validator

from opendata.api.examples import EXAMPLES, Example
from opendata.api.schema import description
from opendata.resources import RESOURCES
from tests.meetings.views.pages import make_scene
from tests.opendata.api.asking import ask
from tests.opendata.api.kept import kept, lost, now


def test_nothing_disappears() -> None:
    assert lost(kept(), now()) == []


def test_what_is_kept_is_what_there_is() -> None:
    assert kept() == now(), "run: python -m tests.opendata.api.kept --write"


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}}, []),
        ({"a": {"b": 1}}, {"a": {}}, ["a.b"]),
        ({"a": {"b": 1}}, {}, ["a"]),
        ({"enum": ["x", "y"]}, {"enum": ["y", "z"]}, ["enum: x"]),
        ({"parameters": [{"name": "q"}, {"name": "year"}]}, {"parameters": [{"name": "year"}]}, ["parameters: q"]),
        ({"description": "old words"}, {"description": "new words"}, []),
        ({"type": "string"}, {"type": "integer"}, ["type: string"]),
        ({"type": "string"}, {"type": ["string", "null"]}, []),
    ],
)
def test_what_counts_as_lost(before: object, after: object, missing: list[str]) -> None:
    assert lost(before, after) == missing


def test_every_resource_and_column_is_described() -> None:
    described = description()
    for name, resource in RESOURCES.items():
        assert {f"/api/v1/{name}", f"/api/v1/{name}/{{id}}"} <= described["paths"].keys()
        told = described["components"]["schemas"][resource.kind.capitalize()]["properties"]
        assert {column.name for column in resource.columns} <= told.keys()
        assert all(told[column.name].get("description") for column in resource.columns)


@pytest.mark.django_db
def test_records_are_as_they_are_described() -> None:
    for number in range(2):
        make_scene(number)
    described = ask("openapi.json")
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": "http://testserver"}]
    for name, resource in RESOURCES.items():
        shape = {
            "$ref": f"#/components/schemas/{resource.kind.capitalize()}Page",
            "components": described["components"],
        }
        parts = described["components"]["schemas"][resource.kind.capitalize()]["properties"]
        expanded = [part for part, told in parts.items() if "anyOf" in told or told.get("items", {}).get("$ref")]
        told = ask(f"{name}?count=true&facets=true" + (f"&expand={','.join(expanded)}" if expanded else ""))
        assert told["data"]
        assert [error.message for error in Draft202012Validator(shape).iter_errors(told)] == []


def test_the_description_speaks_both_languages() -> None:
    with override("en"):
        english = description()
    with override("vi"):
        vietnamese = description()
    assert english["info"]["description"] != vietnamese["info"]["description"]
    assert english["paths"].keys() == vietnamese["paths"].keys()


@pytest.mark.django_db
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.path)
def test_the_examples_of_the_documentation_are_answered(example: Example) -> None:
    make_scene()
    told = ask(example.path)
    assert set(told) >= {"data", "next"}
    if not example.path.startswith(("redirects", "directives?q", "officials?q")):
        assert told["data"]
