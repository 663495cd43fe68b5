"""Every row of a table is read, by the rules that the table is for, in the phrase that it was met in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from meetings.extraction.acts import deed_at
from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.agents import read_agents
from meetings.extraction.bodies import find_bodies
from meetings.extraction.decisions import OUTCOME, OUTCOMES
from meetings.extraction.document import Document
from meetings.extraction.legal import find_legal_refs
from meetings.extraction.lexicon import table, variants
from meetings.extraction.lexicon.columns import TABLES
from meetings.extraction.organizations import agency_end
from meetings.extraction.people import find_people
from meetings.extraction.sentences import split_blocks
from meetings.extraction.spans import matchable
from meetings.extraction.targets import find_targets
from meetings.extraction.titles import find_titles
from meetings.extraction.verbs import ORDER, TASK

Row = dict[str, str]


def _agency(met: str, row: Row) -> bool:
    starts = (start for start in range(len(met)) if agency_end(met, start)[0] > start)
    return row["name"] in {canonical_agency(met[start : agency_end(met, start)[0]]).canonical for start in starts}


def _issuer(met: str, row: Row) -> bool:
    (ref,) = find_legal_refs(Document("t", met))
    names = [row["issuer"], *variants(row["variants"])]
    return ref.issuer is not None and ref.issuer.startswith(tuple(names))


def _kind(met: str, row: Row) -> bool:
    return row["kind"] in {ref.kind for ref in find_legal_refs(Document("t", met))}


def _body(met: str, row: Row) -> bool:
    return row["body"] in {body.name for body in find_bodies(met, 0, len(met))} | {
        body.name.removesuffix(" tỉnh").removesuffix(" thành phố") for body in find_bodies(met, 0, len(met))
    }


def _metric(met: str, row: Row) -> bool:
    document = Document("t", f"{met[0].upper()}{met[1:]}.")
    series = {target.canonical_metric for target in find_targets(document, split_blocks(document), "2024-07-09")}
    more = ("", " (tăng)", " (giảm)", " so với kế hoạch")
    return bool(series & {row["growth"], row["rate"], *(row["metric"] + words for words in more)})


def _nobody(met: str, row: Row) -> bool:
    name = row.get("name") or row["word"]
    return name in met and find_people(Document("t", f"{met}.")).mentions == ()


def _place(met: str, row: Row) -> bool:
    return any(row["name"] in title.span.of(met) for title in find_titles(met))


def _order(met: str, row: Row) -> bool:
    return row["verb"] in {match[0].lower() for match in ORDER.finditer(met)}


def _task(met: str, row: Row) -> bool:
    return row["verb"].lower() in {match[0].lower() for match in TASK.finditer(met)}


def _title(met: str, row: Row) -> bool:
    return row["canonical"] in {title.canonical for title in find_titles(met)}


def _stop(met: str, row: Row) -> bool:
    words = variants(row["words"])
    titles = find_titles(met)
    ends = [title.span.end for title in titles] or [agency_end(met, 0)[0]]
    return any(met.startswith(f" {word}", end) for word in words for end in ends)


def _words_of_body(met: str, row: Row) -> bool:
    return find_titles(met)[0].span.of(met) == met and any(
        word.lower() in met.lower() for word in variants(row["words"])
    )


def _outcome(met: str, row: Row) -> bool:
    return row["outcome"] in {OUTCOMES[match[0]][0] for match in re.finditer(OUTCOME, met)}


def _deed(met: str, row: Row) -> bool:
    found = (deed_at(met, start, len(met)) for start in range(len(met)))
    return row["act"] in {deed.act for deed in found if deed}


def _sector(met: str, row: Row) -> bool:
    agents = read_agents(met, 0, len(met), find_people(Document("t", met)))
    return agents is not None and agents.items[0].name == f"ngành {row['sector']}"


READERS: dict[str, Callable[[str, Row], bool]] = {
    "agencies": _agency,
    "historical_persons": _nobody,
    "legal_issuers": _issuer,
    "legal_kinds": _kind,
    "meeting_bodies": _body,
    "metrics": _metric,
    "name_places": _place,
    "name_stops": _nobody,
    "order_verbs": _order,
    "organization_words": _words_of_body,
    "outcomes": _outcome,
    "participation": _deed,
    "sectors": _sector,
    "task_verbs": _task,
    "title_stops": _stop,
    "titles": _title,
}
# Tried where their rules are: abbreviations, agents, units … by test_abbreviations, test_groups, test_units …
ELSEWHERE = {
    "abbreviations", "agency_heads", "agent_qualifiers", "agents", "branches", "meeting_nouns", "other_bodies",
    "other_events", "task_forces", "title_heads", "units",
}  # fmt: skip
# Lists of particles, whose phrases show where such a word stands.
SHOWN = {"lead_words"}


@pytest.mark.parametrize("name", READERS)
def test_each_row_is_read_in_the_phrase_it_was_met_in(name: str) -> None:
    unread = [row["met_in"] for row in table(name) if not READERS[name](matchable(row["met_in"]), row)]
    assert unread == []


def test_every_table_is_tried() -> None:
    with_phrases = {name for name, columns in TABLES.items() if "met_in" in columns}
    assert with_phrases == {*READERS, *ELSEWHERE, *SHOWN}


@pytest.mark.parametrize("name", SHOWN)
def test_the_word_stands_in_the_phrase(name: str) -> None:
    for row in table(name):
        assert any(word in row["met_in"] for word in variants(row["words"])), row["met_in"]
