"""Everything that is kept is told to others, or is named here with a reason; and only what readers may see."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Assignment, Citation, Directive, Meeting
from opendata.identifiers import KINDS
from opendata.resources import DIVIDER, RESOURCES, Kind, Resource
from people.corrections import State
from tests.meetings.views.pages import make_scene

# Of all models: keys and texts that only serve searching and sorting here, and the machine's own bookkeeping.
NOT_TOLD = {
    "search_text", "name_key", "given_name_key", "title_key", "identity", "sort_date", "extracted", "conflicts",
    "read_as", "registered",
}  # fmt: skip
# Of one model, with the reason.
ALSO_NOT_TOLD = {
    "article": {
        "text": "belongs to its publisher; the API gives it where it is asked for, one by one",
        "file_name": "the curator's own",
        "told_of": "what a former reading said",
        "loaded_at": "is `created`",
        "facts_digest": "by which the machine knows that a reading found the same",
    },
    "meeting": {"year": "the year of `date`"},
    "target": {"year": "the year of `period`"},
    "directive": {"deadline_start": "told as evidence", "deadline_end": "told as evidence"},
    "organization": {
        "merged_into": "told as a redirect",
        "succession_pages": "told with the basis",
    },
    "official": {"merged_into": "told as a redirect"},
}


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=lambda resource: resource.name)
def test_every_field_is_told_or_its_silence_is_explained(resource: Resource) -> None:
    told = {column.source for column in resource.columns}
    silent = NOT_TOLD | ALSO_NOT_TOLD.get(resource.kind, {}).keys()
    kept = {field.name for field in resource.model._meta.concrete_fields}
    assert kept - told - silent == set()
    assert told & ALSO_NOT_TOLD.get(resource.kind, {}).keys() == set()


def test_the_resources_are_those_with_identifiers() -> None:
    assert {resource.kind: resource.model for resource in RESOURCES.values()} == KINDS


@pytest.mark.parametrize("resource", RESOURCES.values(), ids=lambda resource: resource.name)
def test_names_are_single_and_every_column_is_explained(resource: Resource) -> None:
    names = [column.name for column in resource.columns]
    assert len(names) == len(set(names))
    assert all(str(column.description).endswith(".") and str(column.label) for column in resource.columns)


@pytest.mark.parametrize(
    ("resource", "column", "kind", "refers_to"),
    [
        ("meetings", "date", Kind.DAY, None),
        ("meetings", "body_id", Kind.INTEGER, "organizations"),
        ("meetings", "modified", Kind.TIME, None),
        ("targets", "value", Kind.DECIMAL, None),
        ("directives", "same_as_id", Kind.INTEGER, "directives"),
        ("organizations", "unverified", Kind.BOOLEAN, None),
        ("organizations", "abbreviations", Kind.LIST, None),
        ("provinces", "slug", Kind.TEXT, None),
    ],
)
def test_what_a_cell_holds(resource: str, column: str, kind: Kind, refers_to: str | None) -> None:
    found = RESOURCES[resource].column(column)
    assert found.kind is kind
    assert found.refers_to == (RESOURCES[refers_to].model if refers_to else None)


def test_lists_are_those_divided_in_their_columns() -> None:
    lists = {
        (resource.name, column.name)
        for resource in RESOURCES.values()
        for column in resource.columns
        if column.kind is Kind.LIST
    }
    assert DIVIDER == "|"
    assert lists == {("provinces", "aliases"), ("organizations", "abbreviations"), ("organizations", "former_names")}


def test_codes_are_told_with_their_words() -> None:
    assert RESOURCES["targets"].column("status").codes.keys() == {"planned", "projected", "achieved"}
    assert RESOURCES["meetings"].column("title").codes == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hide", "gone"),
    [
        (Meeting, {"meetings", "directives", "assignments", "targets", "decisions", "appearances", "citations"}),
        (Directive, {"directives", "assignments"}),
        (Assignment, {"assignments"}),
        (Citation, {"citations"}),
    ],
)
def test_what_is_rejected_is_not_told_nor_what_hangs_on_it(hide: Any, gone: set[str]) -> None:
    make_scene()
    assert {name for name, resource in RESOURCES.items() if not resource.rows().exists()} == set()
    hide.objects.update(state=State.REJECTED)
    assert {name for name, resource in RESOURCES.items() if not resource.rows().exists()} == gone
