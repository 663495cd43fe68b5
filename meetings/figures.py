"""Which figures readers see, and which of them can be of one thing with others."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from meetings.indicators import named
from meetings.models import Target
from people.models import Province
from people.records import PUBLISHED


def figures() -> QuerySet[Target]:
    """Published targets of published meetings."""
    return (
        Target.objects.published()
        .filter(meeting__state__in=PUBLISHED)
        .select_related("meeting__body", "meeting__province__successor")
        .defer("search_text", "meeting__search_text")
    )


def comparable() -> QuerySet[Target]:
    """Figures of indicators that have a name, each as it was first told."""
    return figures().filter(named(), same_as__isnull=True)


def same_place(province: Province | None) -> list[int]:
    """The ids of the province of today's map that this one is or became part of, and of all its former parts."""
    if province is None:
        return []
    today = province.today.pk
    return list(Province.objects.filter(Q(pk=today) | Q(successor=today)).values_list("pk", flat=True))
