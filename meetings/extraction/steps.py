"""The steps by which a text is read: `extract(document)` is all of it; MENTIONS and FACTS are the order of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from meetings.extraction.appearances import find_appearances
from meetings.extraction.dates import DateMention, find_dates
from meetings.extraction.decisions import find_decisions
from meetings.extraction.detection import detect
from meetings.extraction.directives import find_directives
from meetings.extraction.document import Document
from meetings.extraction.facts import (
    AppearanceFact,
    DecisionFact,
    DirectiveFact,
    Extraction,
    LegalRefFact,
    MeetingFact,
    RoleFact,
    TargetFact,
)
from meetings.extraction.legal import find_legal_refs
from meetings.extraction.meetings import find_meeting
from meetings.extraction.memory import forget
from meetings.extraction.people import People, find_people
from meetings.extraction.reference import reference_date
from meetings.extraction.roles import find_roles
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.targets import find_targets


@dataclass
class Findings:
    """What has been read from a document so far; each step of the work fills the field of its name."""

    document: Document
    blocks: tuple[Block, ...] = ()
    dates: tuple[DateMention, ...] = ()
    legal_refs: tuple[LegalRefFact, ...] = ()
    people: People = field(default_factory=lambda: People((), (), (), ()))
    meeting: MeetingFact | None = None
    reference: str | None = None
    roles: tuple[RoleFact, ...] = ()
    appearances: tuple[AppearanceFact, ...] = ()
    directives: tuple[DirectiveFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()


Step = Callable[[Findings], Any]

# What stands where in the text.
MENTIONS: dict[str, Step] = {
    "blocks": lambda found: split_blocks(found.document),
    "dates": lambda found: find_dates(found.document),
    "legal_refs": lambda found: find_legal_refs(found.document),
    "people": lambda found: find_people(found.document),
}
# What the text says with it; each step may use all that were before it.
FACTS: dict[str, Step] = {
    "meeting": lambda found: find_meeting(found.document),
    "reference": lambda found: reference_date(found.dates, found.meeting),
    "roles": lambda found: find_roles(found.document, found.people),
    "appearances": lambda found: find_appearances(found.document, found.people),
    "directives": lambda found: find_directives(found.document, found.people, found.legal_refs, found.reference),
    "targets": lambda found: find_targets(
        found.document,
        found.blocks,
        found.reference,
        not_figures=[mention.span for mention in (*found.dates, *found.legal_refs)],
        orders=[directive.span for directive in found.directives],
    ),
    "decisions": lambda found: find_decisions(
        found.document, found.blocks, found.meeting.body if found.meeting else None
    ),
}


def extract(document: Document) -> Extraction:
    """All facts of `document`; of a text that reports no provincial meeting, only why it is taken for none."""
    try:
        return _read(document)
    finally:
        forget()


def _read(document: Document) -> Extraction:
    detection = detect(document)
    if not detection.is_meeting:
        return Extraction(detection)
    found = Findings(document)
    for name, step in (*MENTIONS.items(), *FACTS.items()):
        setattr(found, name, step(found))
    return Extraction(
        detection=detection,
        meeting=found.meeting,
        mentions=found.people.mentions,
        roles=found.roles,
        appearances=found.appearances,
        directives=found.directives,
        targets=found.targets,
        legal_refs=found.legal_refs,
        decisions=found.decisions,
    )
