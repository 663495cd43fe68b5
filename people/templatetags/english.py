"""Vietnamese names on English pages: in English where a rule knows how, otherwise marked as Vietnamese.

On Vietnamese pages each filter gives the words as they are.
"""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from people.english import english, has_marks, in_brackets
from people.english.words import MARKED

register = template.Library()

_WORD = rf"[\w/-]*{MARKED}[\w/-]*"
_NAMES = re.compile(rf"{_WORD}(?: {_WORD})*")
INNER_QUOTES = str.maketrans("“”", "‘’")


def is_english() -> bool:
    """Whether the page is written in English."""
    return get_language() == "en"


def marked(vietnamese: Any) -> SafeString:
    """The words, told to be Vietnamese to those who have the page read aloud."""
    return format_html('<span lang="vi">{}</span>', vietnamese)


@register.filter
def vi(words: Any) -> SafeString:
    """Words that stay Vietnamese: names of people, quotations, titles of texts."""
    return marked(words) if is_english() and str(words) else conditional_escape(words)


@register.filter
def as_typed(words: Any) -> SafeString:
    """Words of either language, such as a visitor's: marked where they can only be Vietnamese."""
    return vi(words) if has_marks(str(words)) else conditional_escape(words)


@register.filter
def naming(sentence: Any) -> SafeString:
    """A sentence of the page with Vietnamese names in it, which are marked."""
    said = conditional_escape(sentence)
    return mark_safe(_NAMES.sub(lambda name: marked(mark_safe(name[0])), said)) if is_english() else said


@register.filter
def translated(words: Any) -> SafeString:
    """The name of a body, an office, a group, a place, a unit, an indicator or a document in the page's language."""
    if not is_english():
        return conditional_escape(words)
    said = str(words)
    if (found := english(said)) is not None:
        return conditional_escape(found)
    if part := in_brackets(said):
        return format_html("{} ({})", vi(part[0]), part[1])
    return as_typed(words)


@register.filter
def original(words: Any) -> SafeString | str:
    """The Vietnamese words behind `translated`, for a second line; nothing where they stand there already."""
    said = str(words)
    found = english(said) if is_english() else None
    if found is None or found == said:
        return ""
    return format_html('<span class="original" lang="vi">{}</span>', words)


@register.filter
def bilingual(words: Any) -> SafeString:
    """`translated` with its `original`."""
    return format_html("{} {}", translated(words), behind) if (behind := original(words)) else translated(words)


@register.filter
def gloss(words: Any) -> str:
    """The English name alone, beside Vietnamese words that stay because something in them is marked."""
    return (english(str(words)) or "") if is_english() else ""


@register.filter
def quoted(words: Any) -> str:
    """Words of a text where no element can mark them: on English pages they stand in quotation marks."""
    said = str(words)
    return f"“{said.translate(INNER_QUOTES)}”" if is_english() and has_marks(said) else said


@register.filter
def cited(words: Any) -> SafeString:
    """Words of a text in quotation marks, marked with them."""
    return vi(f"“{words}”")


@register.filter
def lang_of(words: Any) -> SafeString:
    """The attribute that marks an element, such as one of a picture that holds no other, where it is Vietnamese."""
    return mark_safe(' lang="vi"') if is_english() and has_marks(str(words)) else mark_safe("")


@register.filter
def in_english(words: Any) -> str:
    """`translated` without a mark, for places that hold no elements: titles of pages, descriptions, attributes."""
    said = str(words)
    if not is_english():
        return said
    part = in_brackets(said)
    return english(said) or (f"{part[0]} ({part[1]})" if part else said)
