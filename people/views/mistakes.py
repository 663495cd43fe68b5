"""The form in which a visitor reports a mistake in a record, and the page that says what happens next."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from people.corrections import Correctable
from people.mistakes.forms import MistakeForm
from people.mistakes.limits import forget, seconds_to_wait
from people.mistakes.meant import called, find, place_of


@never_cache
@sensitive_post_parameters()
def report_mistake(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The form; what was sent waits for staff and is shown to nobody else."""
    record = _meant(kind, pk)
    forget()
    if request.method != "POST":
        if record.pk != pk:
            return redirect("people:report_mistake", kind, record.pk, permanent=True)
        return _page(request, record, {"form": MistakeForm(record)})
    form = MistakeForm(record, request.POST)
    if form.is_trapped:
        return redirect("people:report_thanks", kind, pk)  # a machine is told nothing
    if not form.is_valid():
        return _page(request, record, {"form": form})
    if wait := seconds_to_wait(request.META.get("REMOTE_ADDR", "")):
        return _page(request, record, {"form": form, "minutes": -(-wait // 60)}, wait)
    form.keep()
    return redirect("people:report_thanks", kind, record.pk)


@require_safe
def report_thanks(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """What happens to a report, whoever asks."""
    record = _meant(kind, pk)
    return render(request, "people/mistake_thanks.html", {"record": record, "place": place_of(record)})


def _meant(kind: str, pk: int) -> Correctable:
    record = find(kind, pk)
    if record is None:
        raise Http404
    return record


def _page(request: HttpRequest, record: Correctable, context: dict[str, Any], wait: int = 0) -> HttpResponse:
    context = {"record": record, "called": called(record), "place": place_of(record), **context}
    answer = render(request, "people/mistake_form.html", context, status=429 if wait else 200)
    if wait:
        answer["Retry-After"] = str(wait)
    return answer
