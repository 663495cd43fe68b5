"""The admin site: its name, what its first page says to look at, and what its choosers show."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.desk.attention import attention
from people.desk.choosing import LabelledAutocomplete
from people.desk.wording import ScriptSentences


class Desk(AdminSite):
    """Django's admin under the site's own name."""

    site_title = _("Việc Tỉnh, staff")
    site_header = _("Việc Tỉnh, staff desk")
    index_title = _("What to look at")
    empty_value_display = "—"

    def has_permission(self, request: HttpRequest) -> bool:
        """Only staff, and only who has given the code of his phone as well as his password."""
        is_verified = getattr(request.user, "is_verified", None)
        return super().has_permission(request) and is_verified is not None and bool(is_verified())

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The page that asks for the password, and with the password on to the one that asks for the code.

        What a link asks for is passed on as it is: the page of the code follows no address of another site.
        """
        if request.method == "GET" and super().has_permission(request) and not self.has_permission(request):
            return redirect_to_login(request.GET.get("next", ""), reverse("accounts:code"))
        answer: HttpResponse = super().login(request, extra_context)
        if request.method == "POST" and answer.status_code == 302 and not self.has_permission(request):
            return redirect_to_login(answer.headers["Location"], reverse("accounts:code"))
        return answer

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page, with the records that wait for a person."""
        return super().index(request, {"attention": attention(self, request), **(extra_context or {})})

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The sentences of the admin's scripts."""
        return ScriptSentences.as_view(packages=["django.contrib.admin"])(request)

    def autocomplete_view(self, request: HttpRequest) -> Any:
        """Choices for a foreign key, under labels that tell records of one name apart."""
        return LabelledAutocomplete.as_view(admin_site=self)(request)
