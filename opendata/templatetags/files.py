"""The menu of a list's files, and the citation on a record's page."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from meetings.filters import ComparisonFilter
from meetings.filters.provinces import MapFilter
from opendata.citing import cite
from opendata.files.offers import offer
from opendata.identifiers import absolute, identifier
from people.facets import FacetedFilterSet
from people.filters import TaskFilter
from people.templatetags.english import naming, vi

register = template.Library()
_QUOTED = re.compile("(“[^”]*”)")


@register.filter
def saying(citation: str) -> SafeString:
    """A citation with its Vietnamese words marked where the page is English: quoted ones as a whole."""
    parts = _QUOTED.split(citation)
    return format_html_join("", "{}", ((vi(part) if _QUOTED.fullmatch(part) else naming(part),) for part in parts))


@register.inclusion_tag("opendata/_take_away.html", takes_context=True)
def take_away(
    context: template.Context, filters: FacetedFilterSet, total: int | None = None, of: str = ""
) -> dict[str, Any]:
    """The rows that the filters keep, as a file in each form; nothing where there are none, or no file has them.

    `total` is the number of rows where it is not that of the page, `of` names them on a page with several lists.
    """
    figures = context.get("figures")
    if total is None:
        total = figures.total if isinstance(filters, ComparisonFilter) and figures else context.get("total")
    found = offer(filters, context.get("organization")) if total else None
    return {
        "files": found.addresses if found else {},
        "of": of,
        "filtered": bool(filters.active),
        "counted": isinstance(filters, MapFilter),
        # A task that an agency has two parts in stands in its list twice, and in the file once.
        "total": None if isinstance(filters, TaskFilter) else total,
    }


@register.inclusion_tag("opendata/_cite.html", takes_context=True)
def citation(context: template.Context, record: Any) -> dict[str, Any]:
    """How to cite the record of a page, and its permanent identifier."""
    request: HttpRequest | None = context.get("request")
    address = absolute(identifier(record), request)
    return {"citation": cite(record, address, timezone.localdate())}
