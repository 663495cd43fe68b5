"""The menu of a list's files, and the citation on a record's page."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from meetings.listings import LISTINGS
from opendata.citing import cite
from opendata.files.formats import FORMATS
from opendata.identifiers import absolute, identifier
from people.facets import FacetedFilterSet
from people.facets.address import ALL
from people.templatetags.english import naming, vi

register = template.Library()
_QUOTED = re.compile("(“[^”]*”)")


@register.filter
def saying(citation: str) -> SafeString:
    """A citation with its Vietnamese words marked where the page is English: quoted ones as a whole."""
    parts = _QUOTED.split(citation)
    return format_html_join("", "{}", ((vi(part) if _QUOTED.fullmatch(part) else naming(part),) for part in parts))


@register.inclusion_tag("opendata/_take_away.html", takes_context=True)
def take_away(context: template.Context, filters: FacetedFilterSet) -> dict[str, Any]:
    """The list with these filters as a file in each form; nothing where the rows are none of a list."""
    name = next((name for name, listing in LISTINGS.items() if listing.filters is type(filters)), None)
    query = filters.url(**{ALL: ()}) if filters.parameters else ""
    return {
        "files": {e: reverse(f"opendata:{name}_file", args=[e]) + query.removesuffix("?") for e in FORMATS if name},
        "filtered": bool(filters.active),
        "total": context.get("total"),
    }


@register.inclusion_tag("opendata/_cite.html", takes_context=True)
def citation(context: template.Context, record: Any) -> dict[str, Any]:
    """How to cite the record of a page, and its permanent identifier."""
    request: HttpRequest | None = context.get("request")
    address = absolute(identifier(record), request)
    return {"citation": cite(record, address, timezone.localdate())}
