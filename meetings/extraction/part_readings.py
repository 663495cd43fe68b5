"""What a part of a sentence was read as, before it becomes a directive."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.extraction.agents import Agents
from meetings.extraction.facts import Strength
from meetings.extraction.orders import Order


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part read as a directive: the rule, who is told, where the task begins."""

    rule: str
    strength: Strength
    told: Agents | None
    task: int
    order: Order | None = None
