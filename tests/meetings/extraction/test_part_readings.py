"""What a part was read as."""

from __future__ import annotations

from meetings.extraction.part_readings import PartReading


def test_a_part_read_without_an_order_verb_has_no_order() -> None:
    assert PartReading("the task alone", "need", None, 4).order is None
