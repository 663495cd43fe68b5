"""The line that tells readers of a person's work on a record."""

from __future__ import annotations

from typing import Any

from django import template

from people.revisions import revision_of

register = template.Library()


@register.inclusion_tag("people/_revision.html")
def revision(record: Any, of: str = "") -> dict[str, Any]:
    """What a person did and when, what the machine had read one click away; nothing where no person did.

    `of` names the record where the line does not stand right beside it.
    """
    return {"revision": revision_of(record), "of": of}
