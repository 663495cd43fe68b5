"""Every kind of record can be meant, and only what readers see."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import translation

from people.corrections import Correctable, State
from people.mistakes.meant import called, find, kinds, place_of, words_of
from tests.factories import (
    make_appearance,
    make_article,
    make_citation,
    make_decision,
    make_directive,
    make_document,
    make_meeting,
    make_merge,
    make_official,
    make_organization,
    make_role,
    make_target,
)

pytestmark = pytest.mark.django_db


def one_of_each() -> dict[str, Any]:
    article = make_article("Chủ tịch giao Sở Tài chính trình phương án thu 26.000 tỷ đồng.")
    meeting = make_meeting(articles=[article])
    evidence: dict[str, Any] = {"article": article, "quote": "trình phương án"}
    directive = make_directive(meeting, assignees=["Sở Tài chính"], **evidence)
    official = make_official()
    document = make_document()
    records = (
        article,
        meeting,
        directive,
        directive.assignments.get(),
        official,
        make_role(official),
        make_organization(),
        document,
        make_citation(document, meeting, article),
        make_target(meeting, **evidence),
        make_decision(meeting, **evidence),
        make_appearance(meeting, official, **evidence),
    )
    return {str(record._meta.model_name): record for record in records}


def test_every_kind_of_correctable_record_has_one_name() -> None:
    models = [model for model in apps.get_models() if issubclass(model, Correctable)]
    assert sorted(kinds().values(), key=str) == sorted(models, key=str)
    assert set(one_of_each()) == set(kinds())


def test_every_record_is_found_and_has_a_place_where_readers_see_it(client: Client) -> None:
    for kind, record in one_of_each().items():
        assert find(kind, record.pk) == record
        page, _, anchor = place_of(record).partition("#")
        answer = client.get(page)
        assert answer.status_code == 200, kind
        if anchor and kind != "assignment":  # an agency told to act has no place of its own on the task's page
            assert f'id="{anchor}"' in answer.content.decode(), kind
        assert words_of(record)


@pytest.mark.parametrize("state", [State.REJECTED, State.WITHDRAWN])
def test_what_readers_do_not_see_is_not_found(state: str) -> None:
    for kind, record in one_of_each().items():
        record.state = state
        record.save()
        assert find(kind, record.pk) is None, kind


def test_what_is_part_of_something_rejected_is_not_found() -> None:
    records = one_of_each()
    meeting = records["meeting"]
    meeting.state = State.REJECTED
    meeting.save()
    parts = ("directive", "assignment", "target", "decision", "citation", "appearance")
    assert [kind for kind in parts if find(kind, records[kind].pk)] == []
    assert find("official", records["official"].pk) == records["official"]


@pytest.mark.parametrize("kind", ["province", "user", "historicaldirective", "mistakereport", "no-such-thing"])
def test_nothing_else_can_be_meant(kind: str) -> None:
    assert find(kind, 1) is None


def test_a_record_that_there_is_not() -> None:
    assert find("directive", 1) is None
    assert find("directive", 10**30) is None


def test_a_record_is_called_by_its_kind_and_short_name() -> None:
    directive = make_directive(text="Sở Tài chính trình phương án " + "rất dài " * 20)
    assert called(directive).startswith("nhiệm vụ được giao “Sở Tài chính trình phương án rất dài")
    assert called(directive).endswith("…”")
    assert len(called(directive)) < 100


def test_an_english_page_calls_a_record_by_its_english_name() -> None:
    target = make_target(metric="thu ngân sách", value="26000.5", unit="tỷ đồng")
    named = {"organization": make_organization("Sở Y tế"), "meeting": target.meeting, "target": target}
    with translation.override("en"):
        said = {kind: called(record) for kind, record in named.items()}
    assert said == {
        "organization": "agency “Department of Health”",
        "meeting": "meeting “Regular session of the Provincial People's Committee”",
        "target": "figure “Budget revenue: 26,000.5\N{NO-BREAK SPACE}billion VND”",
    }


def test_the_words_are_those_it_was_read_from() -> None:
    records = one_of_each()
    assert words_of(records["directive"]) == "trình phương án"
    assert words_of(records["official"]) == "Nguyễn Văn An"


def test_what_is_merged_away_leads_to_its_survivor(client: Client) -> None:
    survivor, gone = make_official("Lê Văn Ba"), make_official("Lê Văn Bá")
    make_merge(survivor, gone)
    assert find("official", gone.pk) == survivor
    answer = client.get(f"/bao-sai/official/{gone.pk}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/bao-sai/official/{survivor.pk}/")
