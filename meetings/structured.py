"""Meetings, press texts and legal documents in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.called import called_plainly
from meetings.models import Article, LegalDocument, Meeting
from people.sharing.structured import Thing, area, said, thing, worded

# How much of a day's ISO form is known: schema.org takes a month or a year as well. Of a quarter only its year is said.
_KNOWN = {"day": 10, "month": 7, "quarter": 4, "year": 4}


def event(meeting: Meeting, articles: Iterable[Article], address: str) -> Thing:
    """A meeting with its day as exactly as it is known, who held it, where, and the press texts that tell of it."""
    where = area(meeting.province)
    place_name = meeting.place or (meeting.province.name if meeting.province else "")
    place = thing("Place", name=said(place_name), address=where)
    body = meeting.body.name if meeting.body else meeting.body_name
    return thing(
        "Event",
        name=worded(called_plainly(meeting)),
        url=address,
        startDate=meeting.date.isoformat()[: _KNOWN[meeting.date_precision]] if meeting.date else None,
        location=place if len(place) > 1 else None,
        organizer=thing("GovernmentOrganization", name=said(body)) if body else None,
        subjectOf=[news(article) for article in articles],
    )


def news(article: Article, address: str = "") -> Thing:
    """A press text as its publisher has it; `address` is its page here, named where the page is about it."""
    publisher = thing("NewsMediaOrganization", name=article.publisher) if article.publisher else None
    return thing(
        "NewsArticle",
        headline=str(article),
        url=address or article.url,
        isBasedOn=article.url if address else None,
        datePublished=article.reported_on.isoformat() if article.reported_on else None,
        publisher=publisher,
        inLanguage="vi",
    )


def legislation(document: LegalDocument, address: str) -> Thing:
    """A legal document that meetings cite."""
    issuer = thing("GovernmentOrganization", name=said(document.issuer)) if document.issuer else None
    return thing(
        "Legislation",
        name=said(str(document)),
        url=address,
        legislationIdentifier=document.number,
        legislationType=said(document.kind),
        legislationPassedBy=issuer,
    )
