"""What changed between two versions of a record: labels for choices and keys, the words that differ marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from django.db import models
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

from people.desk.choosing import label
from people.desk.readings import shown_value

# Words, the signs that end them, and what is between: "họp" and "họp." have a word in common.
_PIECES = re.compile(r"\s+|[.,;:!?…)”]+(?=\s|\Z)|(?:(?![.,;:!?…)”]+(?:\s|\Z))\S)+")
# Texts that have less than this share in common are shown whole, the old one and the new one.
ALIKE = 0.4


def in_words(field: Any, value: Any) -> str:
    """A value of a version: a related record under its label, a choice under its own."""
    if isinstance(value, DeletedObject):
        return _("no. %(key)s, which is gone") % {"key": value.pk}
    if isinstance(value, models.Model):
        return label(value)
    return shown_value(field, value)


def difference(old: str, new: str) -> SafeString:
    """The way from `old` to `new`, word by word: `<del>` what went, `<ins>` what came."""
    before, after = (_PIECES.findall(text) for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    words, others = old.split(), new.split()
    if min(len(words), len(others)) < 3 or SequenceMatcher(None, words, others, autojunk=False).ratio() < ALIKE:
        return format_html("<del>{}</del> → <ins>{}</ins>", old, new)
    parts: list[SafeString] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            parts.append(conditional_escape(gone))
            continue
        if gone:
            parts.append(format_html("<del>{}</del>", gone))
        if come:
            parts.append(format_html("<ins>{}</ins>", come))
    return format_html_join(mark_safe(""), "{}", ((part,) for part in parts))


class ReadableChanges(HistoricalRecordContextHelper):
    """The changes of a version as the history page shows them."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        """For each field that changed: `field`, its label, and `difference`."""
        changes = []
        for change in delta.changes:
            field = self.model._meta.get_field(change.field)
            values = (in_words(field, value) for value in (change.old, change.new))
            changes.append({"field": capfirst(str(field.verbose_name)), "difference": difference(*values)})
        return changes
