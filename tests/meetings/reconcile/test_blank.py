"""Rows in the making are what their classes would make."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Appearance, Article, Assignment, Attestation, Directive, Meeting, Mention, Target
from meetings.reconcile.blank import blank
from people.models import Official, Province, Role

ARTICLE, MEETING, PROVINCE = Article(pk=3), Meeting(pk=4), Province(pk=5)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Directive, {"meeting": MEETING, "article": ARTICLE, "start": 1, "end": 5, "deadline_start": None}),
        (Target, {"meeting_id": 7, "article": None}),
        (Mention, {"official_id": 9, "read_as": None}),
        (Official, {"province": PROVINCE, "homonym": 2}),
        *((model, {}) for model in (Appearance, Article, Assignment, Attestation, Role)),
    ],
)
def test_a_blank_row_is_as_its_class_makes_it(model: Any, values: dict[str, Any]) -> None:
    made, usual = blank(model, values), model(**values)
    assert type(made) is model
    columns = [field.attname for field in model._meta.concrete_fields]
    assert {name: made.__dict__[name] for name in columns} == {name: usual.__dict__[name] for name in columns}
    assert made._state.adding
    assert [getattr(made, name) for name in values] == list(values.values())


def test_rows_share_nothing() -> None:
    one, other = blank(Directive, {}), blank(Directive, {})
    one.extracted["text"] = "x"
    assert other.extracted == {}


def test_what_is_no_column_is_refused() -> None:
    with pytest.raises(KeyError):
        blank(Directive, {"nothing": 1})
