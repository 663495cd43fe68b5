"""The queue's numbers on the desk's first page."""

from __future__ import annotations

from typing import Any

from django import template

from meetings.review.filters import Filters
from meetings.review.overview import head
from meetings.review.queue import may_act_at_all

register = template.Library()


@register.inclusion_tag("review/_own_head.html", takes_context=True)
def queue_head(context: dict[str, Any]) -> dict[str, Any]:
    """How much waits for the user and for which reasons, with the way in; nothing for who cannot do anything there."""
    user = context["request"].user
    if not may_act_at_all(user):
        return {}
    estimate, reasons = head(user, Filters())
    return {"shown": True, "estimate": estimate, "reasons": reasons, "csrf_token": context.get("csrf_token")}
