"""Orders read sentence by sentence, part by part: by their verb, by who is told, by the task alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from meetings.extraction.agents import Agents
from meetings.extraction.assignees import take_on
from meetings.extraction.authority import below
from meetings.extraction.bare_tasks import find_bare_task
from meetings.extraction.deadlines import find_deadline
from meetings.extraction.document import Document
from meetings.extraction.dues import Dues
from meetings.extraction.facts import DirectiveFact, LegalRefFact
from meetings.extraction.openings import begins_item
from meetings.extraction.orders import Order, find_order
from meetings.extraction.part_readings import PartReading
from meetings.extraction.parts import divide
from meetings.extraction.passages import Passage
from meetings.extraction.people import People
from meetings.extraction.spans import Span, within
from meetings.extraction.statements import (
    deliberates,
    ends_orders,
    is_housekeeping,
    is_past,
    is_statement,
    orders_plainly,
    past_aside,
    tells_of,
)
from meetings.extraction.subjects import TAKES_THE_FLOOR
from meetings.extraction.told_agents import find_told
from meetings.extraction.verbs import MODAL, ORDER, begins_task

# "trong đó, lưu ý …" narrows the order before, it is none of its own.
_NARROWS = re.compile(r"(?:trong đó|nhất là|đặc biệt)(?!\w)", re.I)
_NEAR = 40
# A person so named speaks where somebody sums up.
_CALLS = ("Ông ", "ông ", "Bà ", "bà ", "Đồng chí ", "đồng chí ", "các đại biểu", "Các đại biểu")


@dataclass(slots=True)
class Reader:
    """Reads a text's orders; `left` tells of each sentence and part that was read as none why, and if orders ran."""

    document: Document
    passage: Passage
    legal_refs: tuple[LegalRefFact, ...]
    reference: str | None
    dues: Dues = field(init=False)
    found: list[DirectiveFact] = field(default_factory=list)
    left: dict[Span, tuple[str, bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dues = Dues(self.document, self.reference)

    @property
    def people(self) -> People:
        return self.passage.references.people

    def read(self, sentence: Span, *, bullet: bool) -> None:
        """Adds the orders of `sentence`."""
        if reason := self._read(sentence, bullet=bullet):
            self.left[sentence] = reason, self.passage.open

    def _read(self, sentence: Span, *, bullet: bool) -> str:
        plain, passage = self.document.plain, self.passage
        if not (bullet and passage.listing):
            passage.listen(plain, sentence)
        if plain[sentence.start] == '"':
            return self._read_quotation(sentence)
        opened = passage.open or passage.follows_up(plain, sentence)
        order = find_order(plain, *sentence, passage.references, running=opened)
        if order is None and not bullet and ends_orders(plain, sentence):
            passage.close()
            passage.listen(plain, sentence)
        if passage.lead_in(plain, sentence, order):
            return "lead-in"
        if order and not passage.allows(order):
            return "not his to order"
        if order and is_housekeeping(plain, order.start, sentence.end):
            return "housekeeping"
        if bullet or begins_item(plain, *sentence):
            passage.next_item()
        if not (passage.open or passage.floor or ORDER.search(plain, *sentence)):
            return "nobody orders"
        before, self.dues.heading = True, None
        for i, part in enumerate(divide(plain, sentence, self.people)):
            running = passage.open or order is not None
            whole = part == sentence and (running == opened or (order is not None and order.settled))
            found = order if whole else find_order(plain, *part, passage.references, running=running)
            if i and found is None and order and part.start <= order.start < part.end and order.by_a_person:
                found = order  # its giver stands in the part before: "…; đồng thời ‹nhắc các xã …›"
            if i and found and tells_of(plain, found, Span(sentence.start, part.start)):
                found = None
            reading = self._ordered(part, found) or self._told(part, bullet=bullet, alone=before)
            before = isinstance(reading, PartReading)
            if isinstance(reading, PartReading):
                self._add(part, reading, first=i == 0)
            else:
                self.left[part] = reading, passage.open
        return ""

    def _read_quotation(self, sentence: Span) -> str:
        """Adds the order behind what is quoted, which is itself told of, not handed out: '"…", ông A nói và giao …'."""
        plain = self.document.plain
        closing = plain.find('"', sentence.start + 1, sentence.end)
        behind = Span(closing + 1, sentence.end) if closing > 0 else None
        order = find_order(plain, *behind, self.passage.references, running=False) if behind else None
        if order and (reading := self._ordered(sentence, order)):
            self._add(sentence, reading, first=False)
            return ""
        return "quoted"

    def _ordered(self, part: Span, order: Order | None) -> PartReading | None:
        """The part read by its order verb: "đồng chí yêu cầu Sở Y tế dự trữ thuốc"."""
        passage = self.passage
        if not order or not passage.allows(order):
            return None
        if order.subject and order.subject.speaker:
            passage.hand_over(order.subject.speaker)
        passage.strength = passage.given = order.strength
        if order.agents is None and not _NARROWS.match(self.document.plain, *part):
            passage.kept = passage.listed if passage.listing and order.subject is None else ()
        return PartReading(f"order verb: {order.verb}", order.strength, order.agents, order.task, order)

    def _told(self, part: Span, *, bullet: bool, alone: bool) -> PartReading | str:
        """The part read without an order verb, or why there is none in it.

        `alone`: even if it names nobody, since the part before was an order.
        """
        plain, passage = self.document.plain, self.passage
        if is_past(plain, part, self.reference):
            return "past"
        item = passage.listing and (bullet or begins_item(plain, *part))
        told = find_told(plain, part, passage.references, running=passage.running, item=item)
        if told and passage.is_speaker(plain, told.items[0].span):
            return "the speaker himself"
        if told:
            modal = MODAL.search(plain, told.end, min(part.end, told.end + _NEAR))
            goes_on = passage.goes_on and orders_plainly(plain, told.end + 1, part.end)
            agency = below(told) and not plain.startswith(_CALLS, told.items[0].span.start)
            sums_up = begins_task(plain, told.end + 1, part.end) and (
                passage.hands_down(told) or self._is_due(told, part) or (goes_on and agency)
            )
            if not below(told) and deliberates(plain, told.end, part.end):
                return "statement"
            if sums_up and not (modal or goes_on) and is_statement(plain, part, passage.references):
                return "statement"
            if (
                passage.running
                or sums_up
                or (modal and (passage.concluding or passage.addresses(plain, told, part.end)))
                or (modal and passage.hands_out(modal) and self._is_asked(modal, part))
            ):
                passage.strength = passage.given  # a need is that of those it was said of
                return PartReading("who is told, then the task", passage.need(modal), told, told.end)
            return "nobody orders those told"
        if passage.deciding:
            return "no task"
        if not passage.open or not alone:
            return "no giver" if alone else "goes on no order"
        if not bullet and (
            passage.only_speaks(plain, part)
            or TAKES_THE_FLOOR.match(plain, *part)
            or is_statement(plain, part, passage.references)
        ):
            return "statement"
        item = bullet and passage.listing
        bare = find_bare_task(plain, part, running=passage.running, item=item)
        if bare is None:
            return "no task"
        if bare.rule == "need of a thing":
            passage.kept, passage.strength = (), "need"
        return PartReading(bare.rule, passage.need(bare.modal), None, bare.start)

    def _is_asked(self, modal: re.Match[str], part: Span) -> bool:
        """Whether those of whom it is said were asked, no less: "được giao" may tell of what an agency has or is."""
        return modal[0].lower() != "được giao" or find_deadline(self.document, part, self.reference) is not None

    def _is_due(self, told: Agents, part: Span) -> bool:
        """Whether he who sums up tells by when those below act, which no finding does."""
        due = find_deadline(self.document, part, self.reference) if self.passage.concluding and below(told) else None
        return due is not None and due.kind in ("date", "period")

    def _add(self, part: Span, reading: PartReading, *, first: bool) -> None:
        self.passage.running = True
        told, kept = reading.told, self.passage.kept
        assignees = take_on(self.document.plain, told, kept, Span(reading.task, part.end), self.people)
        self.passage.kept = assignees if told else kept
        subject = reading.order.subject if reading.order else None
        span = past_aside(self.document.plain, part, subject.span) if first and subject else part
        deadline = self.dues.of(span, subject.span if subject else None, first=first)
        named = within(self.legal_refs, span) if self.legal_refs else ()
        refs = tuple(dict.fromkeys([ref.number for ref in named]))
        self.found.append(reading.directive(self.document.text, span, self.passage.speaker, assignees, deadline, refs))
