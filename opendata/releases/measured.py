"""How the records of a release were read: the version of the rules, and how often they are right, as measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from meetings.accuracy import by_field, by_kind, first_sights
from meetings.extraction.version import extractor_version

ACCURACY = "accuracy.json"


def reading() -> dict[str, Any]:
    """The version, and percents: of those read that are right, and of those in the texts that were read."""
    return {
        "extractor_version": extractor_version(),
        "records": [
            {"kind": str(score.label), "right": round(score.right, 1), "found": round(score.found, 1)}
            for score in by_kind()
        ],
        "fields": [{"field": str(score.label), "right": round(score.right, 1)} for score in by_field()],
        "first_sight": [
            {"kind": sight.kind, "texts": sight.texts, "score": sight.score, "detected": sight.detected}
            for sight in first_sights()
        ],
    }


def accuracy() -> str:
    """The same as JSON."""
    return json.dumps(reading(), ensure_ascii=False, indent=2) + "\n"


def version_in(release: Path) -> str:
    """The version of the rules that a release tells; nothing where it tells none."""
    try:
        told = json.loads((release / ACCURACY).read_bytes())
    except (OSError, ValueError):
        return ""
    return str(told.get("extractor_version", "")) if isinstance(told, dict) else ""
