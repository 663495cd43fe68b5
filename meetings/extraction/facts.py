"""What can be read from a text: frozen facts, each with the span it was read from and the rule that read it."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Literal

from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span

Act = Literal["chairs", "attends", "speaks", "reports", "concludes"]
Part = Literal["lead", "coordinate", "assignee"]
Strength = Literal["order", "request", "note", "need"]
DeadlineKind = Literal["date", "period", "event_date", "event_relative", "vague"]
Precision = Literal["day", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Base of all facts. `confidence` is 1.0 when one reading is possible, less when another one is, too."""

    span: Span
    rule: str
    confidence: float = field(default=1.0, kw_only=True)


@dataclass(frozen=True, slots=True)
class Detection(Fact):
    """Whether the text's main subject is a meeting held by a provincial body, and the words that decided it."""

    is_meeting: bool


@dataclass(frozen=True, slots=True)
class MeetingFact(Fact):
    """The meeting that the text reports. `evidence` maps a field's name to the span and rule it was read by.

    `date` is `2023-03-27`, `2024-11`, `2023-Q1` or `2021`, as `precision` says; `period` likewise.
    """

    title: str
    body: str | None
    kind: str
    date: str | None
    precision: Precision | None
    session: str | None
    place: str | None
    province: str | None
    number: int | None
    term: str | None
    period: str | None
    evidence: dict[str, tuple[Span, str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class NameMention(Fact):
    """A place where an official's name stands. `name` is the name as settled for the whole text."""

    name: str


@dataclass(frozen=True, slots=True)
class RoleFact(Fact):
    """A title that the text gives an official; `title` as printed, `canonical` for comparison across texts."""

    official: str
    title: str
    canonical: str
    organization: str | None
    status: Literal["current", "ended", "unknown"] = "current"


@dataclass(frozen=True, slots=True)
class AppearanceFact(Fact):
    """What somebody did at the meeting; `official` is None where only the office is named (`title`)."""

    official: str | None
    title: str | None
    act: Act


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who is told to act, as printed, "Sở" restored in lists."""

    name: str
    part: Part
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, in the author's words; `value` as facts/1 has it, `earliest` and `latest` ISO days where known."""

    text: str
    kind: DeadlineKind
    value: str | None
    span: Span
    rule: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class DirectiveFact(Fact):
    """What somebody is told to do. `text` is the words under `span`."""

    text: str
    assigner: str | None
    assigner_title: str | None
    assignees: tuple[Assignee, ...]
    strength: Strength
    deadline: Deadline | None
    legal_refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetFact(Fact):
    """A figure of an indicator, in the printed `unit`; `metric` as printed, `canonical_metric` for its series."""

    metric: str
    canonical_metric: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    comparator: Literal[">", ">=", "<", "<=", "~", "="]
    period: str | None
    status: Literal["planned", "projected", "achieved"]
    of_total: Decimal | None


@dataclass(frozen=True, slots=True)
class LegalRefFact(Fact):
    """A place where a numbered document is cited. `canonical` is one form per document, e.g. `71-NQ/TW`."""

    text: str
    kind: str
    number: str
    issuer: str | None
    canonical: str


@dataclass(frozen=True, slots=True)
class DecisionFact(Fact):
    """What the meeting approved, agreed or considered; `text` is the sentence or part that says it."""

    body: str | None
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one text; without a meeting only `detection` is there."""

    detection: Detection
    meeting: MeetingFact | None = None
    mentions: tuple[NameMention, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    appearances: tuple[AppearanceFact, ...] = ()
    directives: tuple[DirectiveFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    legal_refs: tuple[LegalRefFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()

    @property
    def is_meeting(self) -> bool:
        """Whether the text reports a meeting of a provincial body."""
        return self.detection.is_meeting
