"""Which figures readers see, and which of them can be of one thing with others."""

from __future__ import annotations

from django.db.models import QuerySet

from meetings.indicators import named
from meetings.models import Meeting, Target


def figures() -> QuerySet[Target]:
    """Published targets of published meetings."""
    return (
        Target.objects.published()
        .filter(meeting__in=Meeting.objects.published())
        .select_related("meeting__body", "meeting__province__successor")
        .defer("search_text", "meeting__search_text")
    )


def comparable() -> QuerySet[Target]:
    """Figures of indicators that have a name, each as it was first told."""
    return figures().filter(named(), same_as__isnull=True)
