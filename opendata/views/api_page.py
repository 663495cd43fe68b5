"""The documentation of the API, for people."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opendata.api.examples import EXAMPLES
from opendata.api.questions import MOST, USUAL
from opendata.api.reference import common, sections
from opendata.identifiers import absolute


def api_page(request: HttpRequest) -> HttpResponse:
    """How to ask, examples, and every resource with its filters, fields and parts."""
    context = {
        "site": absolute("/", request).rstrip("/"),
        "examples": EXAMPLES,
        "common": common(),
        "sections": sections(),
        "usual": USUAL,
        "most": MOST,
        "limit": settings.LIMITS["api"],
    }
    return render(request, "opendata/api.html", context)
