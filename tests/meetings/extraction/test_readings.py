"""What was read, as labels that one can read at a glance."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from meetings.extraction.document import Document
from meetings.extraction.facts import (
    Assignee,
    Deadline,
    Detection,
    DirectiveFact,
    Extraction,
    LegalRefFact,
    MeetingFact,
    NameMention,
    TargetFact,
)
from meetings.extraction.readings import (
    SIGNS,
    Reading,
    figure_label,
    inner_readings,
    line_readings,
    order_label,
    readings,
)
from meetings.extraction.sentences import split_blocks
from meetings.extraction.spans import Span

DUE = Deadline("trước ngày 1/3", "date", "2024-03-01", Span(20, 30), "before")
ORDER = DirectiveFact(
    Span(5, 40), "r", "…", None, "Chủ tịch UBND tỉnh", (Assignee("Sở A", "lead"), Assignee("Sở B", "coordinate")),
    "order", DUE, (),
)  # fmt: skip
FIGURE = TargetFact(
    Span(6, 9), "r", "tăng trưởng", "tăng trưởng", Decimal(8), Decimal("8.5"), "%", "=", "2025", "planned", None
)


def test_orders_name_giver_and_takers() -> None:
    assert order_label(ORDER) == "Chủ tịch UBND tỉnh → Sở A (lead), Sở B (with)"


def test_figures_name_value_state_and_period() -> None:
    assert figure_label(FIGURE) == "tăng trưởng = 8–8.5 %, planned, 2025"


def test_who_is_told_and_what_tells_the_meeting_are_inner_readings() -> None:
    told = Assignee("Sở A", "lead", Span(6, 10))
    order = replace(ORDER, assignees=(told, Assignee("Sở B", "coordinate")))
    extraction = Extraction(
        Detection(Span(0, 0), "r", True),
        meeting=MeetingFact(
            Span(0, 4), "session by the body", "Phiên họp", "UBND tỉnh", "session", "2024-05-16", "day", None, None, None,
            None, None, None, {"date": (Span(1, 3), "printed"), "body": (Span(0, 0), "body")},
        ),
        directives=(order, order),
    )  # fmt: skip
    found = [(reading.kind, reading.label, reading.rule) for reading in inner_readings(extraction)]
    assert found == [
        ("meeting", "Phiên họp", "session by the body"),
        ("meeting", "date 2024-05-16", "printed"),
        ("assignee", "Sở A (lead)", "r"),
    ]


def test_lines_that_are_no_paragraphs_are_readings() -> None:
    blocks = split_blocks(Document("t.txt", "Toàn cảnh hội nghị\n- một.\nĐây là một câu đầy đủ, có dấu chấm."))
    assert [(found.label, found.rule) for found in line_readings(blocks)] == [("caption", "scene")]


def test_only_doubtful_readings_are_unsure() -> None:
    assert Reading(Span(0, 1), "order", "x", "the task alone", 0.9).unsure == "unsure (0.9): no order verb in it"
    assert Reading(Span(0, 1), "order", "x", "the task alone").unsure == ""


def test_readings_stand_in_the_order_of_the_text() -> None:
    extraction = Extraction(
        Detection(Span(0, 0), "r", True),
        mentions=(NameMention(Span(50, 55), "r", "A"), NameMention(Span(5, 9), "r", "B")),
        directives=(ORDER,),
        targets=(FIGURE,),
        legal_refs=(LegalRefFact(Span(1, 4), "r", "…", "Nghị quyết", "57", None, "57-NQ/TW"),),
    )
    found = readings(extraction)
    assert [reading.kind for reading in found] == ["law", "order", "name", "figure", "due", "name"]
    assert {reading.kind for reading in found} <= set(SIGNS)
    assert found[4].label == "2024-03-01"
