"""Meetings, press texts and legal documents in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.called import called_plainly
from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.models import Official
from people.sharing.structured import Thing, area, said, thing, worded

# How much of a day's ISO form is known: schema.org takes a month or a year as well. Of a quarter only its year is said.
_KNOWN = {"day": 10, "month": 7, "quarter": 4, "year": 4}


def event(
    meeting: Meeting,
    articles: Iterable[Article],
    address: str,
    identifier: str = "",
    attendees: Iterable[Official] = (),
) -> Thing:
    """A meeting with its day as exactly as it is known, who held it, where, who was there, and what tells of it."""
    where = area(meeting.province)
    place_name = meeting.place or (meeting.province.name if meeting.province else "")
    place = thing("Place", name=said(place_name), address=where)
    body = meeting.body.name if meeting.body else meeting.body_name
    return thing(
        "Event",
        name=worded(called_plainly(meeting)),
        identifier=identifier,
        url=address,
        startDate=_day(meeting),
        location=place if len(place) > 1 else None,
        organizer=thing("GovernmentOrganization", name=said(body)) if body else None,
        attendee=[thing("Person", name=worded(official.name)) for official in attendees],
        subjectOf=[news(article) for article in articles],
    )


def _day(meeting: Meeting) -> str | None:
    return meeting.date.isoformat()[: _KNOWN[meeting.date_precision]] if meeting.date else None


def quotation(record: Directive | Target, name: str, address: str, identifier: str, meeting: str) -> Thing:
    """The words that a task or a figure was read from: who said them, where they were printed, at which meeting.

    `meeting` is the address of the meeting's page.
    """
    giver = record.assigner if isinstance(record, Directive) else None
    held = record.meeting
    at = thing("Event", name=called_plainly(held), url=meeting, startDate=_day(held))
    return thing(
        "Quotation",
        name=name,
        text=record.quote or str(record),
        identifier=identifier,
        url=address,
        inLanguage="vi",
        creator=thing("Person", name=giver.name) if giver else None,
        isBasedOn=news(record.article) if record.article else None,
        recordedAt=at,
        dateModified=record.updated_at.date().isoformat(),
    )


def news(article: Article, address: str = "", identifier: str = "") -> Thing:
    """A press text as its publisher has it; `address` is its page here, named where the page is about it."""
    publisher = thing("NewsMediaOrganization", name=article.publisher) if article.publisher else None
    return thing(
        "NewsArticle",
        headline=str(article),
        identifier=identifier,
        url=address or article.url,
        isBasedOn=article.url if address else None,
        datePublished=article.reported_on.isoformat() if article.reported_on else None,
        publisher=publisher,
        inLanguage="vi",
    )


def legislation(document: LegalDocument, address: str, identifier: str = "") -> Thing:
    """A legal document that meetings cite."""
    issuer = thing("GovernmentOrganization", name=said(document.issuer)) if document.issuer else None
    return thing(
        "Legislation",
        name=said(str(document)),
        identifier=identifier,
        url=address,
        legislationIdentifier=document.number,
        legislationType=said(document.kind),
        legislationPassedBy=issuer,
    )
