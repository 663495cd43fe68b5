"""The page that asks for the code of the phone, or for a recovery code, after the password."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_otp
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts import lockout
from accounts.second_factor import check, has_phone, recovery_codes
from accounts.views.pages import HalfInView

# Who has to wait for longer than this is told on a page of its own.
A_MOMENT = timedelta(minutes=1)


class CodeForm(forms.Form):
    """Six digits."""

    code = forms.CharField(
        label=_("Code of six digits"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "class": "code-input"}
        ),
    )


class RecoveryForm(forms.Form):
    """One of the ten."""

    code = forms.CharField(
        label=_("Recovery code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
            | {"class": "code-input"}
        ),
    )


class CodeView(HalfInView, FormView):
    """Asks, and lets in; a wrong code counts as a wrong password does."""

    template_name = "accounts/code.html"
    title = _("Second step")

    def admit(self, request: HttpRequest) -> HttpResponse | None:
        """Who is in already goes on, who has no phone yet enrols, who failed too often waits."""
        if request.user.is_verified():  # type: ignore[union-attr]
            return redirect(self.get_success_url())
        if not has_phone(request.user):
            return self.to("enrol")
        if lockout.is_locked(request, request.user):  # type: ignore[arg-type]
            return lockout.locked_response(request, credentials={"username": request.user.get_username()})
        return None

    def get_form_class(self) -> type[forms.Form]:
        """Both take both; they differ in what they say and in the keyboard that a phone shows."""
        return RecoveryForm if "recovery" in self.request.GET else CodeForm

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """In, under a new session key; or the form again."""
        user: Any = self.request.user
        checked = check(user, form.cleaned_data["code"])
        if checked.device is not None:
            django_otp.login(self.request, checked.device)
            self.request.session.cycle_key()
            lockout.forgive(user, self.request)
            if "recovery" in self.request.GET or checked.device.name == "recovery":
                self._tell_what_is_left(len(recovery_codes(user)))
            return redirect(self.get_success_url())
        if checked.wait_until is not None:
            if checked.wait_until - timezone.now() > A_MOMENT:
                return lockout.wait_response(self.request, checked.wait_until)
            form.add_error("code", gettext("Please wait a few seconds after a wrong code, then type the present one."))
            return self.form_invalid(form)
        lockout.count_failure(self.request, user)
        form.add_error("code", gettext("This code is wrong or has been used. Type the one that is shown now."))
        return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing of the desk is shown yet."""
        return super().get_context_data(by_recovery="recovery" in self.request.GET, **kwargs)

    def _tell_what_is_left(self, left: int) -> None:
        said = ngettext(
            "You are in with a recovery code; %(n)d is left. If the phone is lost, enrol another one.",
            "You are in with a recovery code; %(n)d are left. If the phone is lost, enrol another one.",
            left,
        )
        messages.warning(self.request, said % {"n": left})
