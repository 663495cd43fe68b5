"""What Popolo's and Open Civic Data's schemas ask of the properties that we use, in a form that `jsonschema` reads."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "null"]}
_WORDS: Schema = {"type": "string", "minLength": 1}
_DATE: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_MOMENT: Schema = {"type": ["string", "null"], "format": "date-time"}
_ADDRESS: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}


def _several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _thing(required: list[str], ours: Schema | None = None, **properties: Schema) -> Schema:
    """No other properties than these; those of our own are not in the standard."""
    known = {**properties, **(ours or {})}
    return {"type": "object", "required": required, "properties": known, "additionalProperties": False}


_LINK = _thing(["url"], url=_ADDRESS, note=_TEXT)
_NAME = _thing(["name"], name={"type": "string"}, note=_TEXT)
_COMMON = {"created_at": _MOMENT, "updated_at": _MOMENT, "sources": _several(_LINK)}
_POST = _thing(["id", "label"], id=_TEXT, label=_TEXT, role=_TEXT, organization_id=_TEXT, area_id=_TEXT, **_COMMON)
_MEMBERSHIP = _thing(
    ["id", "person_id", "role"],
    {"first_attested": _DATE, "last_attested": _DATE, "status": {"enum": ["current", "ended", "unknown"]}},
    id=_TEXT, label=_TEXT, role=_TEXT, person_id=_TEXT, organization_id=_TEXT, post_id=_TEXT, area_id=_TEXT, **_COMMON,
)  # fmt: skip
POPOLO = {
    "persons": _thing(
        ["id", "name"], id=_TEXT, name=_TEXT, other_names=_several(_NAME), memberships=_several(_MEMBERSHIP), **_COMMON
    ),
    "organizations": _thing(
        ["id", "name", "classification"],
        id=_TEXT, name=_TEXT, other_names=_several(_NAME), classification=_TEXT, area_id=_TEXT, founding_date=_DATE,
        dissolution_date=_DATE, posts=_several(_POST), **_COMMON,
    ),
    "memberships": _MEMBERSHIP,
    "areas": _thing(
        ["id", "name"],
        {"valid_from": _DATE, "valid_to": _DATE, "successor_id": _TEXT},
        id=_TEXT, name=_TEXT, identifier=_TEXT, classification=_TEXT,
    ),
}  # fmt: skip
_DAY = {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}){0,2})?$"}
_OCD = {
    "type": ["string", "null"],
    "pattern": "^ocd-(event|person|organization)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
}
_RELATED = _thing(
    ["entity_type", "name", "note"], {"id": _OCD}, entity_type=_WORDS, name=_WORDS, note={**_TEXT, "minLength": 1}
)
_EVENT = {
    "id": _OCD,
    "name": _WORDS,
    "all_day": {"type": "boolean"},
    "start_date": _DAY,
    "end_date": _DAY,
    "status": {"enum": ["cancelled", "tentative", "confirmed", "passed"]},
    "classification": _WORDS,
    "description": {"type": "string"},
    "location": {
        "anyOf": [
            {"type": "null"},
            _thing(
                ["name", "note", "url", "coordinates"],
                name=_WORDS, note={"type": "string"}, url=_TEXT, coordinates={"type": ["object", "null"]},
            ),
        ]
    },
    "media": {"type": "array", "maxItems": 0},
    "documents": _several(
        _thing(["note", "url", "media_type", "date"], note=_WORDS, url=_ADDRESS, media_type=_WORDS, date=_DAY)
    ),
    "links": _several(_thing(["note", "url"], note={"type": "string"}, url=_ADDRESS)),
    "participants": _several(
        _thing(
            ["name", "type", "note"],
            {"id": _OCD},
            name=_WORDS, type={"enum": ["organization", "person"]}, note=_WORDS,
        )
    ),
    "agenda": _several(
        _thing(
            ["description", "classification", "order", "subjects", "notes", "media", "related_entities"],
            description=_WORDS, classification=_several(_WORDS), order=_TEXT, subjects=_several(_WORDS),
            notes=_several(_WORDS), media={"type": "array", "maxItems": 0}, related_entities=_several(_RELATED),
        )
    ),
    "sources": {**_several(_thing(["url", "note"], url=_ADDRESS, note={"type": "string"})), "minItems": 1},
    "extras": {"type": "object"},
    "pupa_id": {"type": ["string", "null"], "minLength": 1},
    "created_at": _MOMENT,
    "updated_at": _MOMENT,
}  # fmt: skip
SCHEMAS = {**POPOLO, "events": _thing(list(_EVENT), **_EVENT)}


def objections(name: str, record: Any) -> list[str]:
    """What a class's schema has against a record."""
    checker = Draft202012Validator(SCHEMAS[name], format_checker=FormatChecker())
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in checker.iter_errors(record)]
