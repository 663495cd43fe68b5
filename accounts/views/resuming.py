"""The page after the login that shows what was typed before the session ended, and sends it when it is told to."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts.resuming import CARRIED, unpack
from accounts.views.pages import InView
from accounts.views.typed import in_words

# What formsets count with, and what forms know a version by.
COUNTERS = ("_FORMS", "-id", "version")


class ResumeView(InView, TemplateView):
    """The form again, as it was sent; a POST throws it away."""

    template_name = "accounts/resume.html"
    title = _("What you typed is still here")

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """Who carries nothing goes on to the desk."""
        return super().admit(request) or (None if unpack(request.session.get(CARRIED, "")) else redirect("admin:index"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its address and its fields."""
        found = unpack(self.request.session[CARRIED]) or {"address": "", "fields": []}
        told = [(name, value) for name, value in found["fields"] if value and not name.startswith("_")]
        telling = [(name, value) for name, value in told if not name.endswith(COUNTERS)]
        shown = in_words(self.request, found["address"], telling)
        return super().get_context_data(**found, shown=shown, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """It is not wanted any more."""
        del request.session[CARRIED]
        return redirect("admin:index")
