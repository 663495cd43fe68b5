"""The tables behind people and meetings: each row is met in the phrase beside it, none twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from meetings.extraction.acts import deed_at
from meetings.extraction.lexicon import table, variants
from meetings.extraction.meeting_words import nouns
from meetings.extraction.names import run_at, surname_weight
from meetings.extraction.namesakes import is_namesake
from meetings.extraction.spans import matchable
from meetings.extraction.task_forces import find_task_forces
from meetings.extraction.titles import find_title_at, find_titles
from meetings.extraction.wording import alternation


@pytest.mark.parametrize("row", table("other_events"), ids=lambda row: row["met_in"])
def test_other_events(row: dict[str, str]) -> None:
    assert re.search(matchable(row["pattern"]), matchable(row["met_in"]), re.IGNORECASE)


@pytest.mark.parametrize("row", table("other_bodies"), ids=lambda row: row["met_in"])
def test_other_bodies(row: dict[str, str]) -> None:
    assert re.search(matchable(row["pattern"]), matchable(row["met_in"]))


@pytest.mark.parametrize("row", table("task_forces"), ids=lambda row: row["met_in"])
def test_task_forces(row: dict[str, str]) -> None:
    met = matchable(row["met_in"])
    assert [force.name for force in find_task_forces(met, 0, len(met))] == [met.removesuffix(" họp")]


@pytest.mark.parametrize("row", table("title_heads"), ids=lambda row: row["head"])
def test_title_heads(row: dict[str, str]) -> None:
    assert matchable(row["head"]) in {title.head for title in find_titles(matchable(row["met_in"]))}


@pytest.mark.parametrize("row", table("meeting_nouns"), ids=lambda row: row["noun"])
def test_meeting_nouns(row: dict[str, str]) -> None:
    found = nouns()[0].search(matchable(row["met_in"]))
    assert found
    assert nouns()[1][found[1].lower()] == row["noun"]


@pytest.mark.parametrize("row", table("participation"), ids=lambda row: row["met_in"])
def test_participation(row: dict[str, str]) -> None:
    for phrase in variants(row["phrases"]):
        plain = matchable(f"{phrase} hội nghị" if row["needs"] == "meeting" else phrase)
        deed = deed_at(plain, 0, len(plain))
        assert deed, phrase
        assert (deed.act, deed.certain) == (row["act"], row["certain"] == "yes"), phrase
        for other in variants(row["not_before"]):
            noun = matchable(f"{plain}{other}" if other.startswith(",") else f"{plain} {other}")
            longer = deed_at(noun, 0, len(noun))
            assert not longer or longer.span != deed.span, noun


@pytest.mark.parametrize("row", table("titles"), ids=lambda row: row["canonical"])
def test_titles(row: dict[str, str]) -> None:
    for form in (row["canonical"], *variants(row["variants"])):
        found = find_title_at(matchable(form), 0)
        assert found, form
        assert (found[0].of(form), found[1]) == (form, row["canonical"])


def test_words_before_a_namesake() -> None:
    for row in table("name_stops"):
        if row["kind"] != "opening":
            text = f"{matchable(row['word'])} Lê Văn Đạt"
            assert is_namesake(text, text.index("Lê Văn")), row["word"]


def test_no_place_or_historical_person_twice() -> None:
    for name in ("name_places", "historical_persons"):
        assert [n for n, count in Counter(row["name"] for row in table(name)).items() if count > 1] == []


def test_every_surname_counts() -> None:
    for row in table("surnames"):
        name = matchable(row["name"])
        text = f"{name}Nga An" if name.endswith("'") else f"{name} Văn An"
        assert surname_weight(run_at(text, 0)) > 0, name


def test_longer_words_are_tried_first() -> None:
    pattern = re.compile(alternation(["họp", "họp phiên", "a.b"]))
    assert [match[0] for match in pattern.finditer("họp phiên, họp, a.b, axb")] == ["họp phiên", "họp", "a.b"]
