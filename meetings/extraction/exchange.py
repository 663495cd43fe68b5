"""Facts written in the exchange format facts/1, which other tools read and compare."""

from __future__ import annotations

import json
from typing import Any

from meetings.extraction.document import Document
from meetings.extraction.facts import Deadline, DirectiveFact, Extraction, MeetingFact, TargetFact

SCHEMA = "facts/1"
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
Json = dict[str, Any]


def to_json(document: Document, extraction: Extraction) -> str:
    """The facts of `document` as a JSON text, a line for each kind; the same facts give the same bytes."""
    lines = (f" {_ENCODE(key)}: {_ENCODE(value)}" for key, value in to_facts(document, extraction).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def to_facts(document: Document, extraction: Extraction) -> Json:
    """The facts of `document` as facts/1 objects; a text that is no meeting has empty lists."""
    facts = extraction if extraction.is_meeting else Extraction(extraction.detection)
    mentions: dict[str, list[list[int]]] = {}
    for mention in facts.mentions:
        mentions.setdefault(mention.name, []).append(list(mention.span))
    return {
        "schema": SCHEMA,
        "document": {"name": document.name, "sha256": document.sha256, "length": len(document.text)},
        "is_meeting": facts.is_meeting,
        "meeting": _meeting(facts.meeting) if facts.meeting else None,
        "officials": [{"name": name, "mentions": spans} for name, spans in mentions.items()],
        "roles": [
            {"official": role.official, "title": role.title, "organization": role.organization} for role in facts.roles
        ],
        "appearances": [
            {"official": a.official, "title": a.title, "act": a.act, "span": list(a.span)} for a in facts.appearances
        ],
        "directives": [_directive(directive) for directive in facts.directives],
        "targets": [_target(target) for target in facts.targets],
        "legal_refs": [
            {"span": list(r.span), "text": r.text, "kind": r.kind, "number": r.number, "issuer": r.issuer}
            for r in facts.legal_refs
        ],
        "decisions": [{"span": list(d.span), "body": d.body, "outcome": d.outcome} for d in facts.decisions],
    }


def _meeting(meeting: MeetingFact) -> Json:
    fields = ("title", "body", "kind", "date", "precision", "session", "place", "province", "number", "term", "period")
    return {field: getattr(meeting, field) for field in fields}


def _directive(directive: DirectiveFact) -> Json:
    return {
        "span": list(directive.span),
        "text": directive.text,
        "assigner": directive.assigner,
        "assigner_title": directive.assigner_title,
        "assignees": [{"name": assignee.name, "part": assignee.part} for assignee in directive.assignees],
        "strength": directive.strength,
        "deadline": _deadline(directive.deadline) if directive.deadline else None,
        "legal_refs": list(directive.legal_refs),
    }


def _deadline(deadline: Deadline) -> Json:
    return {"text": deadline.text, "kind": deadline.kind, "value": deadline.value}


def _target(target: TargetFact) -> Json:
    def plain(value: object) -> str | None:
        return None if value is None else f"{value:f}"

    return {
        "span": list(target.span),
        "metric": target.metric,
        "value": plain(target.value),
        "value_high": plain(target.value_high),
        "unit": target.unit,
        "comparator": target.comparator,
        "period": target.period,
        "status": target.status,
        "of_total": plain(target.of_total),
    }
