"""Facts in the exchange format: the whole shape, plain numbers, and nothing for a text that is no meeting."""

from __future__ import annotations

import json
from decimal import Decimal

from meetings.extraction.document import document_from_bytes
from meetings.extraction.exchange import to_facts, to_json
from meetings.extraction.facts import (
    AppearanceFact,
    Assignee,
    Deadline,
    DecisionFact,
    Detection,
    DirectiveFact,
    Extraction,
    LegalRefFact,
    MeetingFact,
    NameMention,
    RoleFact,
    TargetFact,
)
from meetings.extraction.spans import Span

DOCUMENT = document_from_bytes("họp.txt", "Sáng 1/2, UBND tỉnh họp.".encode())
AT = Span(0, 4)
MEETING = MeetingFact(
    AT,
    "r",
    "Họp UBND tỉnh",
    "UBND tỉnh",
    "regular_session",
    "2024-02-01",
    "day",
    "morning",
    None,
    None,
    3,
    "khóa X",
    None,
)
EXTRACTION = Extraction(
    detection=Detection(AT, "r", True),
    meeting=MEETING,
    mentions=(
        NameMention(Span(9, 13), "r", "A"), NameMention(Span(0, 4), "r", "B"), NameMention(Span(14, 18), "r", "A"),
    ),
    roles=(RoleFact(AT, "r", "A", "Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy", "Tỉnh ủy"),),
    appearances=(AppearanceFact(AT, "r", None, "Bí thư Tỉnh ủy", "chairs"),),
    directives=(
        DirectiveFact(
            AT, "r", "Sáng", "A", None, (Assignee("Sở Tài chính", "lead", AT),), "order",
            Deadline("trước ngày 1/3", "date", "2024-03-01", AT, "r"), ("57-NQ/TW",),
        ),
    ),
    targets=(
        TargetFact(AT, "r", "thu", "thu", Decimal("26000"), None, "tỷ đồng", ">", "2024", "planned", None),
        TargetFact(AT, "r", "tăng", "tăng", Decimal("8"), Decimal("8.50"), "%", "=", None, "achieved", Decimal("1E+2")),
    ),
    legal_refs=(LegalRefFact(AT, "r", "Sáng", "Nghị quyết", "57-NQ/TW", None, "57-NQ/TW"),),
    decisions=(DecisionFact(AT, "r", "UBND tỉnh", "thông qua", "Sáng"),),
)  # fmt: skip


def test_the_whole_shape() -> None:
    facts = to_facts(DOCUMENT, EXTRACTION)
    assert facts == {
        "schema": "facts/1",
        "document": {"name": "họp.txt", "sha256": DOCUMENT.sha256, "length": len(DOCUMENT.text)},
        "is_meeting": True,
        "meeting": {
            "title": "Họp UBND tỉnh", "body": "UBND tỉnh", "kind": "regular_session", "date": "2024-02-01",
            "precision": "day", "session": "morning", "place": None, "province": None, "number": 3, "term": "khóa X",
            "period": None,
        },
        "officials": [{"name": "A", "mentions": [[9, 13], [14, 18]]}, {"name": "B", "mentions": [[0, 4]]}],
        "roles": [{"official": "A", "title": "Bí thư Tỉnh ủy", "organization": "Tỉnh ủy"}],
        "appearances": [{"official": None, "title": "Bí thư Tỉnh ủy", "act": "chairs", "span": [0, 4]}],
        "directives": [
            {
                "span": [0, 4], "text": "Sáng", "assigner": "A", "assigner_title": None,
                "assignees": [{"name": "Sở Tài chính", "part": "lead"}], "strength": "order",
                "deadline": {"text": "trước ngày 1/3", "kind": "date", "value": "2024-03-01"},
                "legal_refs": ["57-NQ/TW"],
            }
        ],
        "targets": [
            {
                "span": [0, 4], "metric": "thu", "value": "26000", "value_high": None, "unit": "tỷ đồng",
                "comparator": ">", "period": "2024", "status": "planned", "of_total": None,
            },
            {
                "span": [0, 4], "metric": "tăng", "value": "8", "value_high": "8.50", "unit": "%",
                "comparator": "=", "period": None, "status": "achieved", "of_total": "100",
            },
        ],
        "legal_refs": [
            {"span": [0, 4], "text": "Sáng", "kind": "Nghị quyết", "number": "57-NQ/TW", "issuer": None}
        ],
        "decisions": [{"span": [0, 4], "body": "UBND tỉnh", "outcome": "thông qua"}],
    }  # fmt: skip


def test_without_a_meeting_the_lists_are_empty() -> None:
    facts = to_facts(DOCUMENT, Extraction(Detection(AT, "r", False), legal_refs=EXTRACTION.legal_refs))
    assert facts["is_meeting"] is False
    assert facts["meeting"] is None
    assert [facts[key] for key in ("officials", "roles", "appearances", "directives", "targets", "legal_refs")] == [
        []
    ] * 6


def test_json_is_readable_and_always_the_same() -> None:
    text = to_json(DOCUMENT, EXTRACTION)
    assert text == to_json(DOCUMENT, EXTRACTION)
    assert text.endswith("}\n")
    assert "Bí thư Tỉnh ủy" in text
    assert json.loads(text) == to_facts(DOCUMENT, EXTRACTION)
