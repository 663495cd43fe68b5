"""Meetings as events of Open Civic Data (OCDEP 4, as the scrapers of that project write them).

Divisions below the country have no identifier there that we could use, and we coin none.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from meetings.models import Appearance, Assignment, Directive, Meeting
from opendata.standards.sources import Thing, address_of, known, sources
from people.models import Official, Organization

COUNTRY = "ocd-division/country:vn"
# How much of a day's ISO form is known; of a quarter only its year.
_KNOWN = {"day": 10, "month": 7, "quarter": 4, "year": 4, "none": 0}


def event(meeting: Meeting, request: HttpRequest | None = None) -> Thing:
    """A meeting that `opendata.standards.rows` fetched, with every property that the schema has."""
    fetched: Any = meeting
    here = address_of(meeting, request)
    return {
        "id": identifier_of("event", here),
        "name": meeting.title,
        "classification": meeting.kind,
        "description": ", ".join(part for part in (meeting.body_name, meeting.place, meeting.term) if part),
        "start_date": meeting.date.isoformat()[: _KNOWN[meeting.date_precision]] if meeting.date else "",
        "end_date": "",
        "all_day": True,  # texts tell of a part of the day at most
        "status": _status(meeting),
        "location": _location(meeting),
        "media": [],
        "documents": _documents(fetched.citing, request),
        "links": [{"note": "Việc Tỉnh", "url": here}],
        "participants": [*_host(meeting, request), *_people(fetched.who, request)],
        "agenda": [*(_decision(d) for d in fetched.decided), *(_task(d, request) for d in fetched.ordered)],
        "sources": sources((report.article for report in fetched.told), request)
        or [{"url": here, "note": "added by a person"}],
        "extras": _extras(meeting, here, request),
        "pupa_id": None,
        "created_at": meeting.created_at.isoformat(),
        "updated_at": meeting.updated_at.isoformat(),
    }


def identifier_of(kind: str, address: str) -> str:
    """An OCD identifier; the same for the same permanent identifier of ours."""
    return f"ocd-{kind}/{uuid.uuid5(uuid.NAMESPACE_URL, address)}"


def _status(meeting: Meeting) -> str:
    return "confirmed" if meeting.date and meeting.date > timezone.localdate() else "passed"


def _location(meeting: Meeting) -> Thing | None:
    name = meeting.place or (meeting.province.name if meeting.province else "")
    return {"name": name, "note": "", "url": None, "coordinates": None} if name else None


def _documents(citations: Iterable[Any], request: HttpRequest | None) -> list[Thing]:
    cited = {citation.document_id: citation.document for citation in citations}
    return [
        {"note": str(document), "url": address_of(document, request), "media_type": "text/html", "date": ""}
        for document in cited.values()
    ]


def _host(meeting: Meeting, request: HttpRequest | None) -> list[Thing]:
    name = meeting.body.full_name if meeting.body else meeting.body_name
    return [{**_entity("organization", name, meeting.body, request), "note": "host"}] if name else []


def _people(appearances: Iterable[Appearance], request: HttpRequest | None) -> list[Thing]:
    """Who was there with each act; where a text gives the office alone, that stands for the person."""
    return [
        {**_entity("person", act.official.name if act.official else act.title, act.official, request), "note": act.act}
        for act in appearances
    ]


def _entity(kind: str, name: str, record: Official | Organization | None, request: HttpRequest | None) -> Thing:
    known_as = identifier_of(kind, address_of(record, request)) if record is not None else None
    return {"name": name, "type": kind, "id": known_as}


def _item(description: str, kind: str, order: int | None, notes: list[str], related: list[Thing]) -> Thing:
    return {
        "description": description,
        "classification": [kind],
        "order": None if order is None else str(order),
        "subjects": [],
        "notes": notes,
        "media": [],
        "related_entities": related,
    }


def _decision(decision: Any) -> Thing:
    return _item(decision.text, "decision", None, [decision.outcome], [])


def _task(directive: Directive, request: HttpRequest | None) -> Thing:
    parts: list[Assignment] = directive.parts  # type: ignore[attr-defined]
    notes = [f"deadline: {directive.deadline_text}"] if directive.deadline_text else []
    return _item(directive.text, "directive", directive.order, notes, [_told(part, request) for part in parts])


def _told(part: Assignment, request: HttpRequest | None) -> Thing:
    whom = part.organization or part.official
    kind = "person" if part.official else "organization"
    known_as = identifier_of(kind, address_of(whom, request)) if whom is not None else None
    return {"entity_type": kind, "name": part.words, "note": part.part, "id": known_as}


def _extras(meeting: Meeting, here: str, request: HttpRequest | None) -> Thing:
    return known(
        identifier=here,
        division_id=COUNTRY,
        province=meeting.province.name if meeting.province else None,
        province_id=address_of(meeting.province, request) if meeting.province else None,
        date_precision=meeting.date_precision,
        session=meeting.session,
        number=meeting.number,
        term=meeting.term,
        period=meeting.period,
    )
