"""The first login: a phone is enrolled, and ten recovery codes are shown once."""

from __future__ import annotations

import time
from typing import Any

import django_otp
from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from accounts import keys
from accounts.second_factor import enrol, has_phone, recovery_codes
from accounts.views.codes import CodeForm
from accounts.views.pages import HalfInView, InView

KEY, SHOWN_UNTIL = "enrolment_key", "recovery_codes_until"
# Long enough to print or copy them, too short to come back to a screen that was left alone.
SHOWN_FOR = 10 * 60  # seconds


class EnrolView(HalfInView, FormView):
    """Shows a new key and asks for the code that the phone makes of it."""

    template_name = "accounts/enrol.html"
    form_class = CodeForm
    title = _("Enrol your phone")

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """Who has a phone shows it first: a password alone enrols no other one."""
        return self.to("code") if has_phone(request.user) and not self._in() else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The key stays the same until it is enrolled, whatever else is typed."""
        key = self.request.session.setdefault(KEY, keys.new_key())
        return super().get_context_data(
            picture=keys.picture(key, self.request.user.get_username()),
            spelled=keys.spelled(key),
            replaces=self._in(),
            **kwargs,
        )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """In, and on to the recovery codes; or the form again."""
        user: Any = self.request.user
        key = self.request.session.get(KEY)
        device = enrol(user, key, form.cleaned_data["code"], replace=self._in()) if key else None
        if device is None:
            form.add_error(
                "code",
                gettext("This is not the code of this key. Type the one shown now; the phone's clock must be right."),
            )
            return self.form_invalid(form)
        del self.request.session[KEY]
        django_otp.login(self.request, device)
        self.request.session.cycle_key()
        show_recovery_codes(self.request)
        return self.to("recovery")

    def _in(self) -> bool:
        return admin.site.has_permission(self.request)


class RecoveryView(InView, TemplateView):
    """The recovery codes, until their owner says that they are kept."""

    template_name = "accounts/recovery.html"
    title = _("Recovery codes")

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """Nobody sees them later."""
        over = request.session.get(SHOWN_UNTIL, 0) < time.time()
        return super().admit(request) or (self.to("account") if over else None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The codes in groups of four."""
        user: Any = self.request.user
        return super().get_context_data(codes=[keys.grouped(code) for code in recovery_codes(user)], **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """They are kept."""
        del request.session[SHOWN_UNTIL]
        return redirect(self.get_success_url())


def show_recovery_codes(request: HttpRequest) -> None:
    """Lets the page of the recovery codes show them for a while."""
    request.session[SHOWN_UNTIL] = int(time.time()) + SHOWN_FOR
