"""Each field of each kind of record is given back to the machine on the record's page, confirmed or not."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from django.test import Client

from people.corrections import State
from tests import factories
from tests.corrections.texts import LINES, Reading
from tests.corrections.words import SAYINGS
from tests.desk import errors, save

pytestmark = pytest.mark.django_db
FIELDS = [(kind, field) for kind, fields in SAYINGS.items() for field in fields]


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{kind.__name__}-{field}" for kind, field in FIELDS])
@pytest.mark.parametrize("state", [State.READ, State.CONFIRMED])
def test_a_field_is_given_back(admin_client: Client, kind: Any, field: str, state: State) -> None:
    Reading(tuple(range(len(LINES))), (), 0, "2024-03-27", is_meeting=True).told().loads()
    record = kind._default_manager.exclude(extracted={}).order_by("pk").first()
    record.follow({name: record.extracted.get(name) for name in record.correctable_fields})
    value = another(record, field)
    assert record.reading_of(field) != value
    kind._default_manager.filter(pk=record.pk).update(**{field: value}, extracted=record.extracted, state=state)
    response = save(admin_client, record, give_back=[field])
    assert (errors(response), response.status_code) == ({}, 302)
    record = kind._default_manager.get(pk=record.pk)
    assert (record.reading_of(field), record.state) == (record.extracted[field], State.READ)
    assert not record.is_corrected(field)


def another(record: Any, field: str) -> Any:
    """A value that the reading does not have."""
    for value in SAYINGS[type(record)][field]:
        if isinstance(value, type) and issubclass(value, models.Model):
            value = (
                value._default_manager.exclude(pk=record.extracted[field])
                .order_by("-pk")
                .values_list("pk", flat=True)[0]
            )
        if record.extracted[field] != value:
            return value
    made: Any = factories.make_directive(record.meeting, "Việc khác.")
    return made.pk
