"""What the review page's templates ask of records."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from meetings.highlights import Mark, marked_text
from meetings.models import Article

register = template.Library()


@register.filter
def kind_of(record: Any) -> str:
    """What its kind is called in style sheets: `directive`."""
    return str(record._meta.model_name)


@register.filter
def options_of(record: Any) -> Any:
    """The record's model options, which the admin names addresses by."""
    return record._meta


@register.simple_tag
def marked_strongly(article: Article, marks: Iterable[Mark], strong: Collection[str]) -> SafeString:
    """The article's text with the words of all records marked, those of one card strongly."""
    return marked_text(article.text, marks, strong)
