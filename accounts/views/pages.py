"""What the pages on one's own account share: who gets to them, where they lead, how they are dressed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth.views import RedirectURLMixin, redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from django.views.generic.base import ContextMixin


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class HalfInView(RedirectURLMixin, ContextMixin, View):
    """A page for staff who have given their password; they may still owe the code.

    `?next=` is where they want to go; only an address of this site is followed.
    """

    next_page = "admin:index"
    title: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Everybody else is asked to log in."""
        user = request.user
        if not (user.is_active and user.is_staff):
            return redirect_to_login(self.get_success_url(), reverse("admin:login"))
        return self.admit(request) or super().dispatch(request, *args, **kwargs)

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """An answer for who should rather be elsewhere."""
        return None

    def to(self, name: str) -> HttpResponse:
        """On to another of these pages, without losing the way."""
        there = self.get_redirect_url()
        return redirect(reverse(f"accounts:{name}") + (f"?{urlencode({'next': there}, safe='/')}" if there else ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The frame of the desk, with what it shows of itself to this user."""
        frame = admin.site.each_context(self.request)
        return super().get_context_data(**{**frame, "title": self.title, "next": self.get_redirect_url(), **kwargs})


class InView(HalfInView):
    """A page for staff who have given password and code."""

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """The others are asked for the code first."""
        if admin.site.has_permission(request):
            return None
        back = request.path if request.method == "GET" else ""
        return redirect_to_login(back, reverse("accounts:code"))
