"""The quiet link beside a record that leads to the form in which a mistake is reported."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from people.corrections import Correctable
from people.mistakes.meant import kind_of, name_of, short_name

register = template.Library()
register.filter("kind_of", kind_of)
register.filter("name_of", name_of)


@register.inclusion_tag("people/_report_link.html")
def report_link(record: Correctable) -> dict[str, Any]:
    """The link, which says to those who do not see where it stands which record it is about."""
    address = reverse("people:report_mistake", args=[record._meta.model_name, record.pk])
    return {"address": address, "kind": kind_of(record), "name": short_name(record)}
