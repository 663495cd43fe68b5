"""The rows of a made-up archive: the same for the same seed, as the models would have them, many of each kind."""

from __future__ import annotations

from typing import Any

import pytest

from bench.archive.meetings import Archive
from meetings.models import Appearance, Article, Assignment, Directive, Meeting, Mention, Report, Target

pytestmark = pytest.mark.django_db


def rows(archive: Archive) -> dict[Any, list[Any]]:
    """All rows by kind."""
    found: dict[Any, list[Any]] = {}
    for chunk in archive.chunks():
        for model, some in chunk.items():
            found.setdefault(model, []).extend(some)
    return found


def columns(archive: Archive) -> list[dict[str, Any]]:
    """What would be written."""
    found = rows(archive)
    names = {model: [field.attname for field in model._meta.concrete_fields] for model in found}
    return [{name: row.__dict__[name] for name in names[model]} for model, some in found.items() for row in some]


def test_the_same_seed_gives_the_same_rows_and_another_one_others() -> None:
    first = columns(Archive(12, seed=3))
    assert columns(Archive(12, seed=3)) == first
    assert columns(Archive(12, seed=4)) != first


def test_a_meeting_has_about_ten_people_ten_tasks_and_three_figures() -> None:
    found = rows(Archive(250))
    assert len(found[Meeting]) == 250
    for model, wanted in ((Appearance, 10), (Directive, 10), (Assignment, 14), (Target, 3)):
        assert 0.8 * wanted < len(found[model]) / 250 < 1.2 * wanted, model
    assert 250 < len(found[Report]) < len(found[Article])


def test_some_are_frequent_and_many_are_rare() -> None:
    found = rows(Archive(150))
    for model, column in ((Assignment, "organization_id"), (Mention, "official_id")):
        named = [getattr(row, column) for row in found[model]]
        counts = sorted((named.count(one) for one in set(named)), reverse=True)
        assert len(counts) > 100
        assert counts[0] >= 5 * counts[len(counts) // 2]


def test_every_record_quotes_its_text() -> None:
    found = rows(Archive(15))
    texts = {article.pk: article.text for article in found[Article]}
    quoting = [row for some in found.values() for row in some if "quote" in row.__dict__]
    assert len(quoting) > 300
    for row in quoting:
        assert row.quote == texts[row.article_id][row.start : row.end] != ""
