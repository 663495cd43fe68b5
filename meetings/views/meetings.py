"""The list of meetings, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import SimpleLazyObject

from meetings.dossier import Dossier
from meetings.filters import MeetingFilter
from meetings.held import strips
from meetings.listings import meetings
from meetings.models import Meeting
from meetings.tallies import add_tallies
from people.lists import elsewhere, filtered
from people.revisions import describe


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Meetings, the newest first, with the numbers of tasks and figures of each, and when they were held."""
    context = filtered(request, MeetingFilter, meetings, prepare=add_tallies)
    held = SimpleLazyObject(lambda: strips(context["filter"]))  # asked for where the picture is made anew
    return render(request, "meetings/meeting_list.html", {**context, "strips": held})


def meeting_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A meeting with all that was read of it, and the texts it was read from."""
    rows = Meeting.objects.published().select_related("body", "province__successor").defer("search_text")
    meeting = get_object_or_404(rows, pk=pk)
    if redirect := elsewhere(request, meeting):
        return redirect
    dossier = Dossier(meeting)
    describe([meeting, *dossier.records, *dossier.assignments])
    return render(request, "meetings/meeting_detail.html", {"meeting": meeting, "dossier": dossier})
