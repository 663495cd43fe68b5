"""The list of targets, and the page of one beside other figures of its indicator."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from meetings.figures import figures
from meetings.filters import TargetFilter
from meetings.listings import targets
from meetings.models import Target
from meetings.series import told_beside
from people.lists import elsewhere, filtered


def target_list(request: HttpRequest) -> HttpResponse:
    """Figures, those of the newest meeting first."""
    context = filtered(request, TargetFilter, targets)
    return render(request, "meetings/target_list.html", context)


def target_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A figure, the words it was read from, and what else is known of its indicator in the same province."""
    retellings = Target.objects.published().select_related("article")
    rows = figures().select_related("article", "directive", "same_as__meeting")
    target = get_object_or_404(rows.prefetch_related(Prefetch("retellings", retellings, to_attr="also_told")), pk=pk)
    return elsewhere(request, target) or render(
        request, "meetings/target_detail.html", {"target": target, "told": told_beside(target)}
    )
