"""Words for programs among those for people."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_CODE = re.compile(r"`([^`]+)`")


@register.filter
def with_code(words: Any) -> SafeString:
    """A sentence whose `words in backticks` are set as code."""
    return mark_safe(_CODE.sub(r"<code>\1</code>", conditional_escape(words)))
