"""What the pages on meetings tell machines that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from meetings import structured
from meetings.models import Article, LegalDocument, Meeting
from people.sharing.addresses import absolute
from people.sharing.structured import data_block

register = template.Library()


@register.simple_tag(takes_context=True)
def about_meeting(context: template.Context, meeting: Meeting, articles: Iterable[Article]) -> SafeString:
    """A meeting as schema.org's Event."""
    return data_block(structured.event(meeting, articles, absolute(context["request"], meeting.get_absolute_url())))


@register.simple_tag(takes_context=True)
def about_article(context: template.Context, article: Article) -> SafeString:
    """A press text as schema.org's NewsArticle."""
    return data_block(structured.news(article, absolute(context["request"], article.get_absolute_url())))


@register.simple_tag(takes_context=True)
def about_document(context: template.Context, document: LegalDocument) -> SafeString:
    """A legal document as schema.org's Legislation."""
    return data_block(structured.legislation(document, absolute(context["request"], document.get_absolute_url())))
