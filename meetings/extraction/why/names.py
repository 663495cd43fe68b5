"""Why no name of an official was read at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meetings.extraction.lexicon import table
from meetings.extraction.mentions import whose_else
from meetings.extraction.name_runs import Run
from meetings.extraction.names import (
    MAX_SYLLABLES,
    MIN_SYLLABLES,
    WHOLE,
    name_openings,
    not_persons,
    run_at,
    surname_weight,
)
from meetings.extraction.people import UNREAD
from meetings.extraction.persons import bring_together
from meetings.extraction.rosters import find_holdings
from meetings.extraction.spans import Span, matchable
from meetings.extraction.verbs import UPPER
from meetings.extraction.why.study import Place, Study

_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")

# Whose an official's name can be; see `mentions.whose_else`.
_OTHERS = {
    "namesake": "the word before makes this a street's, school's or company's name",
    "credit": "this is an author's or photographer's credit",
}


def why_no_name(study: Study, place: Place) -> str:
    """Why no name stands at `place`, by the rule that refused the likeliest syllables."""
    if place.block.kind in UNREAD:
        return f"in a line taken for {place.block.kind} no names are looked for"
    runs = [run for run in runs_in(study.document.plain, place.sentence) if run.span.overlaps(place.span)]
    if not runs:
        return "no syllable in it begins with a capital"
    run = max(runs, key=lambda run: run.size)
    title = next((t for t in study.found.people.titles if t.span.overlaps(place.span)), None)
    if title and title.span.covers(run.span):
        return f"{study.told(run.span)} belongs to the title {study.told(title.span)}"
    if known := _known_elsewhere(study, place, run):
        return known
    refused = next((span for span in study.refused if span.overlaps(run.span) and span.overlaps(place.span)), None)
    if refused:
        return _refused(study, run_at(study.document.plain, refused.start, refused.end), study.refused[refused])
    if objection := no_name(run):
        return objection
    return (
        f"no title and no “đồng chí”, “ông” or “bà” stands in its sentence, without which {study.told(run.span)} "
        "is nobody in office"
    )


def runs_in(plain: str, span: Span) -> Iterator[Run]:
    """The runs of capitalised syllables within `span`, in order."""
    end = span.start
    for capital in _CAPITAL.finditer(plain, *span):
        if capital.start() >= end:
            run = run_at(plain, capital.start(), span.end)
            if run.size:
                end = run.span.end
                yield run


def no_name(run: Run, *, strong: bool = False) -> str:
    """Why `run` cannot be a person's whole name, "" if it can; as `is_person` decides."""
    text = run.text.title() if run.capitals else run.text
    if run.size == 1 and WHOLE.match(text):
        return ""
    if run.size < MIN_SYLLABLES:
        return f"“{run.text}” is a single syllable, and a name has two at least"
    if run.size > MAX_SYLLABLES:
        return f"“{run.text}” has {run.size} capitalised syllables in a row, more than a name has"
    if text in not_persons():
        return f"“{run.text}” is {_whose(text)}"
    if surname_weight(run) == 0 and not (strong and run.syllables[0] not in name_openings()):
        return f"“{run.syllables[0]}” in “{run.text}” is no surname of the table surnames.csv"
    return ""


def _whose(text: str) -> str:
    for name, kind in (("historical_persons", "a historical person"), ("name_places", "a place named after a person")):
        if any(matchable(row["name"]) == text for row in table(name)):
            return f"{kind} of the table {name}.csv"
    return "a province of the table provinces.csv"


def _refused(study: Study, run: Run, reason: str) -> str:
    plain = study.document.plain
    words = f"“{run.text}”"
    if reason == "alone" and (objection := no_name(run)):
        return objection
    if reason == "alone":
        return f"no title and no “đồng chí”, “ông” or “bà” stands beside {words}"
    if reason == "credit":
        return f"{words} is an author's or photographer's, by the words before it"
    if reason == "namesake":
        before = _WORD_BEFORE.search(plain, max(0, run.start - 24), run.start)
        return f"“{before[1] if before else ''}” before {words} makes it a street's, school's or company's name"
    return no_name(run) or no_name(run, strong=True)


def _known_elsewhere(study: Study, place: Place, run: Run) -> str:
    """Why a name is none of an official's though it stands beside an address, or is an official's elsewhere."""
    plain, document = study.document.plain, study.document
    holdings = [h for b in study.blocks if b.kind not in UNREAD for s in b.sentences for h in find_holdings(plain, s)]
    for person in bring_together(document, holdings):
        if not any(run.span.overlaps(holding.span) for holding in person.holdings):
            continue
        if any(title.state == "deceased" for title in person.titles):
            return f"{person.name} has died, as “cố” says"
        return f"no title stands beside {person.name} anywhere, and “ông” or “bà” alone makes nobody an official"
    for person in study.found.people.persons:
        for name in re.finditer("|".join(map(re.escape, sorted(person.spellings))), place.sentence.of(plain)):
            span = Span(place.sentence.start + name.start(), place.sentence.start + name.end())
            if span.overlaps(run.span) and (other := whose_else(plain, span)):
                return f"{person.name} is an official, but {_OTHERS.get(other, 'this is part of a longer name')}"
    return ""
