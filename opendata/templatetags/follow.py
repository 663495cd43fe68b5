"""How a page is followed: links for feed readers in its head, and for people beside what it shows."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

from opendata.feeds.links import links_of
from opendata.identifiers import absolute

register = template.Library()


def _links(context: template.Context) -> list[Any]:
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request is not None else None
    return links_of(match.view_name, context.flatten()) if match is not None else []  # type: ignore[arg-type]


@register.inclusion_tag("opendata/_discovery.html", takes_context=True)
def discovery(context: template.Context) -> dict[str, Any]:
    """What feed readers and calendars find by themselves where they are given the page's address."""
    return {"links": _links(context)}


@register.inclusion_tag("opendata/_follow.html", takes_context=True)
def follow(context: template.Context, look: str = "") -> dict[str, Any]:
    """The same for people: each feed, and each calendar as something to subscribe to. `look` is a class of style."""
    request: HttpRequest | None = context.get("request")
    filterset = context.get("filter")
    return {
        "ways": [_way(link, request) for link in _links(context)],
        "look": look,
        "filtered": bool(filterset is not None and filterset.active),
    }


def _way(link: Any, request: HttpRequest | None) -> dict[str, Any]:
    whole = absolute(link.address, request)
    return {"link": link, "webcal": f"webcal:{whole.partition(':')[2]}" if link.is_calendar else ""}
