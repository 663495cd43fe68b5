"""The admin site: its name, what its first page says to look at, and what its choosers show."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page, with the records that wait for a person."""
        return super().index(request, {"attention": attention(self, request), **(extra_context or {})})

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The sentences of the admin's scripts."""
        return ScriptSentences.as_view(packages=["django.contrib.admin"])(request)

    def autocomplete_view(self, request: HttpRequest) -> Any:
        """Choices for a foreign key, under labels that tell records of one name apart."""
        return LabelledAutocomplete.as_view(admin_site=self)(request)
