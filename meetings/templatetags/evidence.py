"""How pages show what a record was read from: its words in the text, the rule, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import template
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from meetings import bands, called, deadlines, phrases, quotations
from meetings.deadline_rules import how_computed
from meetings.excerpts import around
from meetings.highlights import Mark, marked_text
from meetings.marks import key_of, place_of
from meetings.models import Article, Directive, Meeting, Target
from people.freshness.values import read_once
from people.search.snippets import together
from people.templatetags.found import query_of, with_words

register = template.Library()

register.filter("dated", phrases.dated)
register.filter("held_on", phrases.held_on)
register.filter("period", phrases.period)
register.filter("amount", phrases.amount)
register.filter("figure", called.figure)
register.filter("figure_words", phrases.figure)
register.filter("called", called.called)
register.filter("called_in_full", called.called_in_full)
register.filter("called_plainly", called.called_plainly)
register.filter("measured", called.measured)
register.filter("measured_in_full", called.measured_in_full)
register.filter("measured_plainly", called.measured_plainly)
register.filter("due", phrases.due)
register.filter("how_computed", how_computed)
register.filter("band", bands.label)
register.filter("key", key_of)
register.filter("place", place_of)


@register.filter
def deadline_state(directive: Directive) -> deadlines.DeadlineState:
    """How the deadline stands today."""
    return deadlines.state_of(directive)


@register.simple_tag(takes_context=True)
def standing(context: template.Context, state: deadlines.DeadlineState) -> str:
    """How a deadline stands, in words; the day up to which texts were read is looked up once a page."""
    if state != deadlines.DeadlineState.PASSED:
        return deadlines.standing(state, None)
    request: Any = context.get("request")
    if request is None:
        return deadlines.standing(state, deadlines.news_until())
    if not hasattr(request, "news_until"):
        request.news_until = read_once(request, ("news until", timezone.localdate()), deadlines.news_until)
    return deadlines.standing(state, request.news_until)


@register.filter
def on_page(record: Any) -> str:
    """The address of the record on its meeting's page."""
    meeting: Meeting = record.meeting
    return f"{meeting.get_absolute_url()}#{place_of(record)}"


@register.filter
def words_on_page(record: Any) -> str:
    """The address of the record's words in the text on its meeting's page; of the record, where the text lost them."""
    if record.start is None:
        return on_page(record)
    meeting: Meeting = record.meeting
    return f"{meeting.get_absolute_url()}#w-{key_of(record)}"


@register.simple_tag(takes_context=True)
def marked(context: template.Context, article: Article, marks: Iterable[Mark]) -> SafeString:
    """The article's text with the records' words marked, and those that the reader searched for."""
    query = query_of(context)
    if not query:
        return marked_text(article.text, marks)
    kept = [mark if mark.href.startswith("#") else replace(mark, href=with_words(context, mark.href)) for mark in marks]
    return marked_text(article.text, kept, found=together(article.text, query))


@register.simple_tag(takes_context=True)
def in_context(context: template.Context, record: Any) -> SafeString:
    """The record's words marked in the sentences that stand around them."""
    address = with_words(context, words_on_page(record))
    text, key = record.article.text, key_of(record)
    return around(text, record.start, record.end, key, address, query=query_of(context))


@register.inclusion_tag("meetings/_evidence.html", takes_context=True)
def evidence(
    context: template.Context, record: Any, page: str = "", quote: bool = True, revised: bool = True
) -> dict[str, Any]:
    """The record's words, a link to where they stand, and on demand the rule that read them.

    `page` is the address of the page that holds the text, empty for this one; `quote` and `revised` are False
    where the words, and what a person did to the record, are shown already.
    """
    return {
        "record": record,
        "key": key_of(record),
        "page": with_words(context, page) if page else "",
        "citation": quotations.cited(record, context.get("request")),
        "quote": quote and record.quote,
        "unsure": record.is_unsure,
        "revised": revised,
        "by_person": not record.extracted,
        "also_told": getattr(record, "also_told", ()),
    }


@register.filter
def is_corrected(record: Directive | Target) -> bool:
    """Whether a person changed what is shown, so that it may differ from the words it was read from."""
    return bool(record.corrected_fields())


@register.inclusion_tag("meetings/_edit.html", takes_context=True)
def edit_link(context: template.Context, record: Any) -> dict[str, Any]:
    """A link to the record's form at the desk, for those who may open it; others see nothing."""
    request: Any = context.get("request")
    label, name = record._meta.app_label, record._meta.model_name
    inside = hasattr(request, "user") and admin.site.has_permission(request)
    allowed = inside and request.user.has_perm(f"{label}.change_{name}")
    return {"address": reverse(f"admin:{label}_{name}_change", args=[record.pk]) if allowed else ""}
