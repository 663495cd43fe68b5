"""How sure readings were, and what people said of them: a few records are confirmed, corrected or rejected."""

from __future__ import annotations

import random
from typing import Any

from bench.archive.rows import correct, reject
from meetings.models import Assignment, Citation, Directive, Target
from people.corrections import State

_PERSON_SPEAKS = ((0.012, "rejected"), (0.03, "confirmed"), (0.04, "corrected"), (0.045, "withdrawn"))


def judge(row: Any, chance: random.Random) -> None:
    """Sets what stands beside a record that was read at a meeting."""
    way = chance.random()
    row.__dict__["confidence"] = 60 if way > 0.97 else 90 if way > 0.85 else 100
    said = next((what for share, what in _PERSON_SPEAKS if way < share), None)
    if said == "rejected":
        reject(row)
    elif said == "confirmed":
        row.__dict__["state"] = State.CONFIRMED.value
    elif said == "withdrawn" and isinstance(row, (Assignment, Citation)):  # on which nothing else stands
        row.__dict__["state"] = State.WITHDRAWN.value
    elif said == "corrected" and isinstance(row, Directive):
        correct(row, "strength", "need")
    elif said == "corrected" and isinstance(row, Target):
        correct(row, "value", row.value + 1)
        correct(row, "value_high", None)


def judge_meeting(row: Any, chance: random.Random) -> None:
    """Sets what stands beside a meeting."""
    way = chance.random()
    row.__dict__["confidence"] = 70 if way > 0.95 else 100
    if way < 0.01:
        reject(row)
    elif way < 0.03:
        row.__dict__["state"] = State.CONFIRMED.value
    elif way < 0.04:
        correct(row, "title", f"{row.title} (đã sửa)"[:500])
