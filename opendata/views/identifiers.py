"""Where a permanent identifier leads."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from opendata.identifiers import KINDS, find, identifier, page_of
from opendata.problems import problem


def resolve(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """303 to the page that shows the record, in a language that the reader understands, or to what the API says of it.

    301 to the identifier of the record that it was merged into; 410 for what is no longer published.
    """
    answer = _answer(request, kind, pk)
    patch_vary_headers(answer, ["Accept", "Accept-Language"])
    answer["Cache-Control"] = "no-cache"  # a merge may be undone, and a record rejected
    return answer


def _answer(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    found = find(kind, pk)
    if found is None:
        return _gone(request, kind, pk)
    if found.pk != pk:
        return HttpResponsePermanentRedirect(identifier(found))
    if _wants_data(request):
        return _SeeOther(reverse(f"api:{kind}", args=[pk]))
    with override(get_language_from_request(request)):
        return _SeeOther(page_of(found))


def _gone(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    if not KINDS[kind]._base_manager.filter(pk=pk).exists():
        raise Http404
    with override(get_language_from_request(request)):
        if _wants_data(request):
            return problem(HTTPStatus.GONE, _("This record is no longer published."))
        return render(request, "410.html", status=HTTPStatus.GONE)


def _wants_data(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


class _SeeOther(HttpResponseRedirect):
    status_code = HTTPStatus.SEE_OTHER
