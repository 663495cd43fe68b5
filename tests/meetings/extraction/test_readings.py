"""What was read, as labels that one can read at a glance."""

from __future__ import annotations

from decimal import Decimal

from meetings.extraction.facts import (
    Assignee,
    Deadline,
    Detection,
    DirectiveFact,
    Extraction,
    LegalRefFact,
    NameMention,
    TargetFact,
)
from meetings.extraction.readings import SIGNS, figure_label, order_label, readings
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
