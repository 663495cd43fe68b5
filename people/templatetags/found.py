"""The words that a reader searched for, kept from the result to the record and to the text: `?found=` in addresses."""

from __future__ import annotations

import re
from html import unescape

from django import template
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from people.facets.address import FOUND
from people.search import Query, parse
from people.search.carried import SEARCHED, words_of
from people.search.snippets import together
from people.typesetting import unbroken

register = template.Library()

_TAG = re.compile(r"(<[^>]*>)")


def query_of(context: template.Context) -> Query:
    """The query whose words are to stand out on this page; false where there is none."""
    return parse(words_of(context.get("request"), FOUND))


@register.simple_tag(takes_context=True)
def found_words(context: template.Context) -> str:
    """The words themselves, for the line that tells of them."""
    words = words_of(context.get("request"), FOUND)
    return words if parse(words) else ""


@register.simple_tag(takes_context=True)
def with_words(context: template.Context, address: str) -> str:
    """A record's address that takes the words along, in front of its anchor."""
    words = words_of(context.get("request"), FOUND, SEARCHED)
    if not words:
        return address
    path, hash_sign, anchor = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode({FOUND: words})}{hash_sign}{anchor}"


@register.simple_tag(takes_context=True)
def standing_out(context: template.Context, words: object) -> SafeString:
    """A text, or what a record is called, with the words marked; of markup, its words alone."""
    query = query_of(context)
    if not isinstance(words, SafeString):
        return _marked(str(words), query)
    if not query:
        return words
    parts = _TAG.split(words)
    return mark_safe("".join(part if n % 2 else _marked(unescape(part), query) for n, part in enumerate(parts)))


def _marked(text: str, query: Query) -> SafeString:
    pieces: list[SafeString] = []
    position = 0
    for start, end in together(text, query) if query else ():
        marked = format_html('{}<mark class="found">{}</mark>', unbroken(text[position:start]), text[start:end])
        pieces.append(marked)
        position = end
    return mark_safe("".join([*pieces, unbroken(text[position:])]))
