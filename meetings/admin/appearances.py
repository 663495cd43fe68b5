"""The admin of what people did at meetings, and of the places where their names and titles stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from meetings.admin.evidence import EvidencedAdmin, EvidencedForm
from meetings.admin.moving import move_view
from meetings.models import Appearance, Attestation, Mention
from people.desk.base import ReadOnlyAdmin
from people.desk.filters import ProvinceFilter
from people.desk.passages import Passage, passages_of
from people.models import Official


class AppearanceForm(EvidencedForm):
    """An appearance of an official, or of the holder of a title."""

    broken = {
        "meetings_appearance_of_somebody": (
            "official",
            _("Choose the official, or give the title if only that is known."),
        ),
    }


@admin.register(Appearance)
class AppearanceAdmin(EvidencedAdmin):
    form = AppearanceForm
    content = ("official", "title", "role", "act", "same_as")
    list_display = ("somebody", "standing", "act", "meeting")
    list_select_related = ("official", "meeting")
    list_defer = ("official__search_text", "meeting__search_text", "quote")
    list_filter = ("act", ("meeting__province", ProvinceFilter), *EvidencedAdmin.record_filters)
    search_fields = ("official__search_text", "title", "meeting__search_text")
    autocomplete_fields = ("article", "meeting", "official", "role", "same_as")
    label_related = ("official", "meeting")

    def get_urls(self) -> list[URLPattern]:
        """The page that moves an official's appearances to another, before Django's own."""
        page = path("move/<int:pk>/", self.admin_site.admin_view(self.move_view), name="meetings_appearance_move")
        return [page, *super().get_urls()]

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Moves appearances of the official with that key."""
        return move_view(self, request, Official, pk)

    @admin.display(description=_("who"), ordering="official__name_key")
    def somebody(self, record: Appearance) -> str:
        """The official, or the title alone."""
        return str(record.official or record.title)


class PlaceAdmin(ReadOnlyAdmin):
    """Base of the admin of places in a text: the machine writes them, and whoever adds a record at its words."""

    change_form_template = "admin/records/change_form.html"

    def render_change_form(self, request: Any, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with the words."""
        if (row := kwargs.get("obj")) is not None:
            context["passages"] = self.passages(row)
        return super().render_change_form(request, context, *args, **kwargs)

    def passages(self, row: Any) -> Sequence[Passage]:
        """The words in their context."""
        return passages_of([row])


@admin.register(Mention)
class MentionAdmin(PlaceAdmin):
    list_display = ("name", "official", "article", "rule")
    list_select_related = ("official", "article")
    list_defer = ("official__search_text", "article__search_text", "quote")
    search_fields = ("name", "official__search_text")
    list_filter = ("by_person",)
    fields = ("official", "name", "article", ("start", "end"), "rule", "by_person")


@admin.register(Attestation)
class AttestationAdmin(PlaceAdmin):
    list_display = ("title", "official", "role", "attested_on", "article")
    list_select_related = ("role", "role__official", "article")
    list_defer = ("role__search_text", "role__official__search_text", "article__search_text", "quote")
    search_fields = ("title", "role__official__search_text")
    list_filter = ("by_person",)
    fields = ("role", "title", "attested_on", "article", ("start", "end"), "rule", "by_person")

    @admin.display(description=_("official"), ordering="role__official__name_key")
    def official(self, record: Attestation) -> str:
        """Whose role it is."""
        return str(record.role.official)
