"""The page of one's own account: roles, phone, recovery codes, and the way out, here or everywhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import StaffRole
from accounts.second_factor import RECOVERY_CODES, recovery_codes, renew_recovery_codes
from accounts.sessions import end_sessions
from accounts.views.enrolment import show_recovery_codes
from accounts.views.pages import InView


class AccountView(InView, TemplateView):
    """What one may do and how one gets in."""

    template_name = "accounts/account.html"
    title = _("Your account")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Roles with their explanation, the phone, the number of recovery codes that are left."""
        user: Any = self.request.user
        return super().get_context_data(
            roles=StaffRole.objects.filter(group__user=user).select_related("group").order_by("pk"),
            phone=TOTPDevice.objects.filter(user=user, confirmed=True).first(),
            codes_left=len(recovery_codes(user)),
            codes_made=RECOVERY_CODES,
            **kwargs,
        )


class NewCodesView(InView):
    """New recovery codes; the old ones are worth nothing any more."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes them and shows them."""
        user: Any = request.user
        renew_recovery_codes(user)
        show_recovery_codes(request)
        return self.to("recovery")


class EverywhereView(InView):
    """Ends the user's other sessions."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Ends them, and says how many there were."""
        user: Any = request.user
        ended = end_sessions(user, but=request.session.session_key)
        said = ngettext("%(n)d other session ended.", "%(n)d other sessions ended.", ended) % {"n": ended}
        messages.success(request, said if ended else gettext("There was no other session."))
        return self.to("account")


class LeaveView(LogoutView):
    """Out again, for who has not given the code: the desk's own way out is for who is in."""

    next_page = "admin:login"
