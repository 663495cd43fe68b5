"""What the pages on meetings tell machines that they are about."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from meetings import structured
from meetings.called import measured_plainly
from meetings.dossier import Dossier
from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from meetings.phrases import figure
from people.sharing.addresses import absolute, permanent
from people.sharing.structured import data_block

register = template.Library()

MOST_ATTENDEES = 30


def _addresses(context: template.Context, kind: str, record: Any) -> tuple[str, str]:
    """The record's page and its permanent identifier."""
    request = context["request"]
    return absolute(request, record.get_absolute_url()), permanent(request, kind, record)


@register.simple_tag(takes_context=True)
def about_meeting(context: template.Context, meeting: Meeting, dossier: Dossier) -> SafeString:
    """A meeting as schema.org's Event."""
    there = [who.official for who in dossier.participants if who.official is not None and who.acts]
    return data_block(
        structured.event(meeting, dossier.articles, *_addresses(context, "meeting", meeting), there[:MOST_ATTENDEES])
    )


@register.simple_tag(takes_context=True)
def about_words(context: template.Context, record: Directive | Target) -> SafeString:
    """The words that a task or a figure was read from, as schema.org's Quotation."""
    is_task = isinstance(record, Directive)
    name = str(record) if isinstance(record, Directive) else f"{measured_plainly(record)}: {figure(record)}"
    address, known_as = _addresses(context, "directive" if is_task else "target", record)
    held = absolute(context["request"], record.meeting.get_absolute_url())
    return data_block(structured.quotation(record, name, address, known_as, held))


@register.simple_tag(takes_context=True)
def about_article(context: template.Context, article: Article) -> SafeString:
    """A press text as schema.org's NewsArticle."""
    return data_block(structured.news(article, *_addresses(context, "article", article)))


@register.simple_tag(takes_context=True)
def about_document(context: template.Context, document: LegalDocument) -> SafeString:
    """A legal document as schema.org's Legislation."""
    return data_block(structured.legislation(document, *_addresses(context, "document", document)))
