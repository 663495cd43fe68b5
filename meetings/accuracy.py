"""How often the rules are right, from the files that the tests keep: nothing of it is typed into a page."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SCORES = settings.BASE_DIR / "fixtures/scores.json"  # written by `python -m tests.samples.scores --write`
FIRST_SIGHT = settings.BASE_DIR / "fixtures/first_sight.csv"
# Texts written and annotated by people who had not seen the rules; those the rules were written with say less.
GROUP = "own"

# Scorer's name → what readers call it. The order is the page's.
KINDS: dict[str, Any] = {
    "officials": pgettext_lazy("accuracy", "People named"),
    "roles": pgettext_lazy("accuracy", "Offices of people"),
    "appearances": pgettext_lazy("accuracy", "What people did at the meeting"),
    "directives": pgettext_lazy("accuracy", "Tasks"),
    "assignments": pgettext_lazy("accuracy", "Who is told to act"),
    "targets": pgettext_lazy("accuracy", "Figures"),
    "legal_refs": pgettext_lazy("accuracy", "Documents cited"),
}
FIELDS: dict[str, Any] = {
    "detection accuracy": _("whether a text tells of a provincial meeting at all"),
    "meeting date": _("the day of the meeting"),
    "meeting province": _("the province of the meeting"),
    "meeting body": _("the body that met"),
    "meeting kind": _("the kind of meeting"),
    "assigners accuracy": _("who gave a task"),
    "deadlines accuracy": _("the deadline of a task"),
    "target_fields accuracy": _("unit, period and standing of a figure"),
}


@dataclass(frozen=True)
class KindScore:
    """Of one kind of records: the share of those read that are right, and of those in the texts that were read."""

    label: Any
    right: float  # percent, precision
    found: float  # percent, recall


@dataclass(frozen=True)
class FieldScore:
    """The share of records in which one thing was read rightly."""

    label: Any
    right: float  # percent


@dataclass(frozen=True)
class FirstSight:
    """How the rules did on texts that they met for the first time; `score` is the scorer's overall figure, 0 to 1."""

    kind: str  # "invented" or "press"
    texts: int
    score: float
    detected: int | None  # texts of which it was rightly said whether they tell of a meeting


@cache
def _scores() -> dict[str, float]:
    scores: dict[str, dict[str, float]] = json.loads(SCORES.read_text(encoding="utf-8"))
    return scores[GROUP]


def by_kind() -> list[KindScore]:
    """Each kind of records."""
    scores = _scores()
    return [
        KindScore(label, 100 * scores[f"{name} precision"], 100 * scores[f"{name} recall"])
        for name, label in KINDS.items()
    ]


def by_field() -> list[FieldScore]:
    """What is read once for each text or record."""
    return [FieldScore(label, 100 * _scores()[name]) for name, label in FIELDS.items()]


@cache
def first_sights() -> tuple[FirstSight, ...]:
    """Every set of texts in the order in which the rules met them, the latest last."""
    with FIRST_SIGHT.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(
        FirstSight(
            row["kind"], int(row["texts"]), float(row["score"]), int(row["detected"]) if row["detected"] else None
        )
        for row in rows
    )
