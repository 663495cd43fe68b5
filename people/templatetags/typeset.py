"""Where a line of a page must not break."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from people.templatetags.english import vi
from people.typesetting import kept, unbroken

register = template.Library()
register.filter("unbroken", unbroken)


@register.filter
def person(name: object) -> SafeString:
    """A person's name, on one line where it fits, told to be Vietnamese on English pages."""
    return vi(kept(name))
