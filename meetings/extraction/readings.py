"""What was read from a text as a flat list of spans with a label, for drawing under the words."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.extraction.facts import DirectiveFact, Extraction, Fact, MeetingFact, TargetFact
from meetings.extraction.meanings import doubt
from meetings.extraction.records import dataclass
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span

SIGNS = {
    "name": "─", "role": "·", "act": "‥", "order": "═", "due": "^", "figure": "~", "law": "≈", "decision": "#",
    "verdict": "▔", "phrase": "▲",
}  # fmt: skip
_PARTS = {"lead": " (lead)", "coordinate": " (with)", "assignee": ""}


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of the text, what it was read as, the rule that decided, and how sure it is (1.0: one reading only)."""

    span: Span
    kind: str
    label: str
    rule: str
    confidence: float = 1.0

    @property
    def unsure(self) -> str:
        """`unsure (0.9): …` with the reason, "" where only one reading is possible."""
        return f"unsure ({self.confidence:g}): {doubt(self.kind, self.rule)}" if self.confidence < 1 else ""


def readings(extraction: Extraction) -> list[Reading]:
    """Everything that was read, by place; of two at one place the longer first."""
    found = [_of("name", mention, mention.name) for mention in extraction.mentions]
    found += [_of("role", role, f"{role.title} → {role.official}") for role in extraction.roles]
    found += [_of("act", act, f"{act.official or act.title} {act.act}") for act in extraction.appearances]
    for directive in extraction.directives:
        strength = f" ({directive.strength})" if directive.strength != "order" else ""
        found.append(_of("order", directive, order_label(directive) + strength))
        if due := directive.deadline:
            found.append(Reading(due.span, "due", due.value or due.kind.replace("_", " "), due.rule))
    found += [_of("figure", target, figure_label(target)) for target in extraction.targets]
    found += [_of("law", ref, ref.canonical) for ref in extraction.legal_refs]
    found += [_of("decision", decided, f"{decided.body or '?'}: {decided.outcome}") for decided in extraction.decisions]
    return _sorted(found)


def inner_readings(extraction: Extraction) -> list[Reading]:
    """What stands inside other facts: the words that tell the meeting's fields, and those who are told to act."""
    found = _of_meeting(extraction.meeting) if extraction.meeting else []
    for directive in extraction.directives:
        for told in directive.assignees:
            if told.span:
                found.append(Reading(told.span, "assignee", told.name + _PARTS[told.part], directive.rule))
    return _sorted(dict.fromkeys(found))


def line_readings(blocks: Iterable[Block]) -> list[Reading]:
    """The lines that were taken for something else than a paragraph or an item of a list, each named at its head."""
    return [
        Reading(Span(block.span.start, block.span.start + 1), "line", block.kind, block.rule)
        for block in blocks
        if block.kind not in ("paragraph", "bullet")
    ]


def _of(kind: str, fact: Fact, label: str) -> Reading:
    return Reading(fact.span, kind, label, fact.rule, fact.confidence)


def _of_meeting(meeting: MeetingFact) -> list[Reading]:
    found = [Reading(meeting.span, "meeting", meeting.title, meeting.rule, meeting.confidence)]
    for field, (span, rule) in meeting.evidence.items():
        if span.end > span.start and (value := getattr(meeting, field)):
            found.append(Reading(span, "meeting", f"{field} {value}", rule))
    return found


def _sorted(found: Iterable[Reading]) -> list[Reading]:
    return sorted(found, key=lambda reading: (reading.span.start, -reading.span.end, reading.kind, reading.label))


def order_label(directive: DirectiveFact) -> str:
    """`Trần A → Sở Tài chính (lead), Sở Xây dựng (with)`."""
    whom = ", ".join(f"{told.name}{_PARTS[told.part]}" for told in directive.assignees) or "nobody named"
    return f"{directive.assigner or directive.assigner_title or '?'} → {whom}"


def figure_label(target: TargetFact) -> str:
    """`thu ngân sách > 26000 tỷ đồng, planned, 2025`."""
    value = f"{target.value:f}" + (f"–{target.value_high:f}" if target.value_high is not None else "")
    value += f"/{target.of_total:f}" if target.of_total is not None else ""
    words = [f"{target.metric} {target.comparator} {value} {target.unit}", target.status]
    return ", ".join([*words, target.period] if target.period else words)
