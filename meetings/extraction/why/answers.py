"""What was read at each place of a phrase, and for each kind of fact that was not, the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from meetings.extraction.readings import Reading
from meetings.extraction.spans import Span
from meetings.extraction.why.acts import why_no_act
from meetings.extraction.why.assignees import why_no_assignee
from meetings.extraction.why.deadlines import why_no_deadline
from meetings.extraction.why.decisions import why_no_decision
from meetings.extraction.why.documents import why_no_law
from meetings.extraction.why.figures import why_no_figure
from meetings.extraction.why.meetings import why_no_meeting
from meetings.extraction.why.names import why_no_name
from meetings.extraction.why.orders import why_no_order
from meetings.extraction.why.phrases import find_phrase
from meetings.extraction.why.study import Place, Study
from meetings.extraction.why.titles import why_no_role

# For each kind of fact that can be read at a place, why it was not.
REASONS: dict[str, Callable[[Study, Place], str]] = {
    "meeting": why_no_meeting,
    "name": why_no_name,
    "role": why_no_role,
    "act": why_no_act,
    "order": why_no_order,
    "assignee": why_no_assignee,
    "due": why_no_deadline,
    "figure": why_no_figure,
    "law": why_no_law,
    "decision": why_no_decision,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A place of a phrase: what was read there, and by kind why other things were not."""

    place: Place
    read: tuple[Reading, ...]
    not_read: dict[str, str]


def ask(study: Study, phrase: str) -> list[Answer]:
    """What was and was not read at every place where `phrase` stands; none where it does not stand."""
    return [answer(study, span) for span in find_phrase(study.document, phrase)]


def answer(study: Study, span: Span) -> Answer:
    """What was and was not read at `span`; of a text without a meeting nothing is read, for one reason."""
    place = study.place(span)
    if not study.extraction.is_meeting:
        return Answer(place, (), {})
    read = tuple(study.touching(span))
    kinds = {reading.kind for reading in read}
    return Answer(place, read, {kind: why(study, place) for kind, why in REASONS.items() if kind not in kinds})
