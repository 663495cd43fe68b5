"""In words, which telling of a task this is, and since when meetings have told it."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Directive
from meetings.phrases import day
from meetings.repeats import Repeats

register = template.Library()


@register.simple_tag
def told_again(repeats: Repeats) -> str:
    """Of a later telling the number and the first day; of the first one how often it was told again, and when last."""
    if repeats.number > 1:
        return _("told %(number)s times by now, since %(first)s") % {
            "number": repeats.number,
            "first": day(repeats.first),
        }
    again = repeats.times - 1
    said = ngettext(
        "told again %(again)s time, last on %(last)s", "told again %(again)s times, last on %(last)s", again
    )
    return said % {"again": again, "last": day(repeats.last)}


@register.simple_tag(takes_context=True)
def repeats_page(context: template.Context, directive: Directive) -> str:
    """The address at which editors say which tasks are the same; empty for all others."""
    request: Any = context.get("request")
    inside = hasattr(request, "user") and admin.site.has_permission(request)
    allowed = inside and request.user.has_perm("meetings.change_directive")
    return reverse("admin:meetings_directive_repeats", args=[directive.pk]) if allowed else ""
