"""The line that tells readers of a person's work on a record."""

from __future__ import annotations

from typing import Any

from django import template

from people.revisions import merges_into, revision_of

register = template.Library()


@register.inclusion_tag("people/_revision.html")
def revision(record: Any, of: str = "") -> dict[str, Any]:
    """What a person did and when, what the machine had read one click away; nothing where no person did.

    `of` names the record where the line does not stand right beside it.
    """
    listed = record._meta.model_name == "article"  # what is known of an article stands in the curator's list
    return {"revision": revision_of(record), "of": of, "listed": listed}


@register.inclusion_tag("people/_merges.html")
def merges(record: Any) -> dict[str, Any]:
    """What a person merged into an official or organization, and when; nothing where nothing was."""
    return {"merges": merges_into(record)}
