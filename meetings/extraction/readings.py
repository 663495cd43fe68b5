"""What was read from a text as a flat list of spans with a label, for drawing under the words."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.extraction.facts import DirectiveFact, Extraction, TargetFact
from meetings.extraction.spans import Span

SIGNS = {"name": "─", "role": "·", "act": "‥", "order": "═", "due": "^", "figure": "~", "law": "≈", "decision": "#"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of the text, what it was read as, and the rule that decided."""

    span: Span
    kind: str
    label: str
    rule: str


def readings(extraction: Extraction) -> list[Reading]:
    """Everything that was read, by place; of two at one place the longer first."""
    found = [Reading(m.span, "name", m.name, m.rule) for m in extraction.mentions]
    found += [Reading(r.span, "role", f"{r.title} → {r.official}", r.rule) for r in extraction.roles]
    found += [Reading(a.span, "act", f"{a.official or a.title} {a.act}", a.rule) for a in extraction.appearances]
    for directive in extraction.directives:
        label = (
            f"{order_label(directive)} ({directive.strength})"
            if directive.strength != "order"
            else order_label(directive)
        )
        found.append(Reading(directive.span, "order", label, directive.rule))
        if due := directive.deadline:
            found.append(Reading(due.span, "due", due.value or due.kind.replace("_", " "), due.rule))
    found += [Reading(t.span, "figure", figure_label(t), t.rule) for t in extraction.targets]
    found += [Reading(r.span, "law", r.canonical, r.rule) for r in extraction.legal_refs]
    found += [Reading(d.span, "decision", f"{d.body or '?'}: {d.outcome}", d.rule) for d in extraction.decisions]
    return sorted(found, key=lambda reading: (reading.span.start, -reading.span.end, reading.kind, reading.label))


def order_label(directive: DirectiveFact) -> str:
    """`Trần A → Sở Tài chính (lead), Sở Xây dựng (with)`."""
    marks = {"lead": " (lead)", "coordinate": " (with)", "assignee": ""}
    whom = ", ".join(f"{a.name}{marks[a.part]}" for a in directive.assignees) or "nobody named"
    return f"{directive.assigner or directive.assigner_title or '?'} → {whom}"


def figure_label(target: TargetFact) -> str:
    """`thu ngân sách > 26000 tỷ đồng, planned, 2025`."""
    value = f"{target.value:f}" + (f"–{target.value_high:f}" if target.value_high is not None else "")
    value += f"/{target.of_total:f}" if target.of_total is not None else ""
    words = [f"{target.metric} {target.comparator} {value} {target.unit}", target.status]
    return ", ".join([*words, target.period] if target.period else words)
