"""The list of targets, and the page of one beside other figures of its indicator."""

from __future__ import annotations

from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from meetings.figures import comparable, figures
from meetings.filters import TargetFilter
from meetings.models import Target
from people.lists import elsewhere, filtered
from people.models import Province

SERIES = 50  # figures of one indicator shown beside each other


def same_place(province: Province | None) -> list[int]:
    """The ids of the province of today's map that this one is or became part of, and of all its former parts."""
    if province is None:
        return []
    today = province.today.pk
    return list(Province.objects.filter(Q(pk=today) | Q(successor=today)).values_list("pk", flat=True))


def target_list(request: HttpRequest) -> HttpResponse:
    """Figures, those of the newest meeting first."""
    context = filtered(request, TargetFilter, figures().filter(same_as__isnull=True))
    return render(request, "meetings/target_list.html", context)


def target_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A figure, the words it was read from, and what else is known of its indicator in the same province."""
    retellings = Target.objects.published().select_related("article")
    rows = figures().select_related("article", "directive", "same_as__meeting")
    target = get_object_or_404(rows.prefetch_related(Prefetch("retellings", retellings, to_attr="also_told")), pk=pk)
    series = (
        comparable()
        .filter(
            canonical_metric=target.canonical_metric,
            meeting__province__in=same_place(target.meeting.province),
        )
        .exclude(pk=target.pk)
        .order_by("period", "meeting__sort_date", "pk")[:SERIES]
    )
    return elsewhere(request, target) or render(
        request, "meetings/target_detail.html", {"target": target, "series": series}
    )
