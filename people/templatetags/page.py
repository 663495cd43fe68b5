"""What pages of every kind use: icons, numbers as readers write them, this page in another language."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import get_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override

from people.models import Province
from people.sharing.addresses import in_language
from people.templatetags.english import in_english

register = template.Library()

_ICONS = Path(settings.BASE_DIR) / "static/vendor/lucide"


@cache
def _icon(name: str) -> SafeString:
    drawing = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    inside = drawing.partition(">\n")[2] if drawing.startswith("<!--") else drawing
    inside = inside[inside.index("<svg") :].partition(">")[2].rpartition("</svg>")[0]
    shape = " ".join(inside.split())
    return mark_safe(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">'
        f"{shape}</svg>"
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """A vendored drawing, for the eye only: words stand beside it."""
    return _icon(name)


@register.filter
def number(value: Any) -> str:
    """A number as the page's language writes it, without zeros that say nothing: `1234.50` is 1.234,5 or 1,234.5."""
    if type(value) is int:  # a page has hundreds of them
        return f"{value:,}".replace(",", get_format("THOUSAND_SEPARATOR"))
    try:
        exact = Decimal(str(value)).normalize()
    except InvalidOperation:
        return str(value)
    return str(number_format(format(exact, "f"), use_l10n=True, force_grouping=True))


@register.filter
def province_name(province: Province | None) -> str:
    """The province's name; one whose borders ended with a merger says so, as two may bear one name."""
    if province is None:
        return ""
    name = in_english(province.name)
    if province.is_former and province.successor is not None and province.successor.name != province.name:
        return gettext("%(name)s (now %(successor)s)") % {
            "name": name,
            "successor": in_english(province.successor.name),
        }
    return name


@register.simple_tag
def province_link(province: Province) -> SafeString:
    """The province's name as a link to the page of the one on today's map that it is or became part of."""
    return format_html('<a href="{}">{}</a>', province.get_absolute_url(), province_name(province))


@register.filter
def host(address: str) -> str:
    """Whose page an address is: `https://www.example.vn/news/1` is example.vn."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


@register.simple_tag(takes_context=True)
def this_page_in(context: template.Context, language: str) -> str:
    """The address of this page in another language, its whole query kept; the front page for what is no page."""
    request: HttpRequest | None = context.get("request")
    here = request.get_full_path() if request else ""
    there = in_language(language, here)
    if there != here:
        return there
    with override(language):
        return reverse("meetings:home")


@register.simple_tag
def current_language() -> str:
    """The code of the language that this page is written in."""
    return get_language() or settings.LANGUAGE_CODE
