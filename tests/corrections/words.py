"""What people may say of each kind of record: the fields that they set, and to what."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Target,
)
from people.corrections import Correctable
from people.models import Official, Organization, Role

# Values in the order in which they are tried; a model stands for one of its records.
SAYINGS: dict[type[Correctable], dict[str, tuple[Any, ...]]] = {
    Meeting: {
        "title": ("Tên đúng", "Họp UBND tỉnh"),
        "place": ("Vinh", ""),
        "date": (datetime.date(2024, 3, 28), datetime.date(2024, 3, 29)),
        "kind": ("briefing", "other"),
    },
    Directive: {
        "text": ("Việc đúng.", "Sở Y tế rà soát."),
        "strength": ("need", "note", "order"),
        "assigner": (Official, None),
        "deadline_to": (datetime.date(2024, 5, 1), None),
        "deadline_text": ("sớm", ""),
        "same_as": (None,),
    },
    Assignment: {"words": ("Sở TC", "các huyện"), "organization": (None, Organization), "part": ("assignee", "lead")},
    Appearance: {"title": ("Chủ tịch", "Quyền Chủ tịch"), "act": ("reports", "speaks"), "official": (Official,)},
    Target: {"value": (Decimal("26"), Decimal("27.5")), "period": ("2026", ""), "status": ("achieved", "planned")},
    Citation: {"directive": (None, Directive)},
    Decision: {"outcome": ("cho ý kiến", "thông qua"), "body": ("HĐND tỉnh", "")},
    LegalDocument: {"issuer": ("Chính phủ", ""), "number": ("57",)},
    Role: {"title": ("Quyền Chủ tịch", "Chủ tịch"), "status": ("unknown", "current")},
    Official: {"name": ("Trần Bảo Lam", "Lê Đức Thọ (Ba)")},
    Organization: {"kind": ("office", "other")},
    Article: {"title": ("Tên bài",), "subject": ("meeting", "other")},
}
KINDS = tuple(SAYINGS)


def _act(words: str, official: Any, organization: Any) -> dict[str, Any] | None:
    act = ("chairs", "attends", "speaks")[len(words) % 3]
    return {"official": official, "act": act, "title": "Chủ tịch" if len(words) % 2 else ""} if official else None


def _office(words: str, official: Any, organization: Any) -> dict[str, Any] | None:
    title = ("Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế")[len(words) % 3]
    return {"official": official, "title": title, "canonical_title": title} if official else None


# What a person says of words that he selects, by kind of record: of the words, an official and an organization.
ADDED: Mapping[str, Callable[[str, Any, Any], dict[str, Any] | None]] = {
    "appearance": _act,
    "role": _office,
    "directive": lambda words, official, organization: {"text": words, "strength": "order", "assigner": official},
    "assignment": lambda words, official, organization: {"words": "Sở Y tế", "organization": organization},
    "target": lambda words, official, organization: {
        "metric": "thu ngân sách",
        "value": Decimal(26000),
        "unit": "tỷ đồng",
        "status": "planned",
        "comparator": "=",
    },
    "decision": lambda words, official, organization: {"text": words, "outcome": "thông qua"},
}
