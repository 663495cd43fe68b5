"""The whole register as one document that any reader of Popolo takes."""

from __future__ import annotations

import json

import pytest

from opendata.standards import rows, whole
from tests.factories import make_official, make_role
from tests.opendata.standards.rich import make_rich_scene
from tests.opendata.standards.schemas import objections

pytestmark = pytest.mark.django_db


def test_the_document_holds_every_record_and_each_is_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "AT_ONCE", 2)
    make_rich_scene()
    for number in range(4):
        make_role(make_official(f"Nguyễn Văn {number}"))
    document = json.loads("".join(whole.pieces()))
    assert list(document) == ["persons", "organizations", "memberships", "areas"]
    assert len(document["persons"]) == rows.persons().count() == 5
    assert len(document["memberships"]) == rows.memberships().count()
    found = [error for name, records in document.items() for record in records for error in objections(name, record)]
    assert found == []
    persons = {person["id"] for person in document["persons"]}
    assert {held["person_id"] for held in document["memberships"]} <= persons


def test_the_same_register_gives_the_same_document() -> None:
    make_rich_scene()
    assert "".join(whole.pieces()) == "".join(whole.pieces())


def test_an_empty_class_is_an_empty_list() -> None:
    assert json.loads("".join(whole.pieces()))["persons"] == []
