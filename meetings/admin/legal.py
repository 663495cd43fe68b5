"""The admin of legal documents and of the places where they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from meetings.admin.evidence import EvidencedAdmin
from meetings.admin.listed import PlaceList
from meetings.models import Citation, LegalDocument
from people.desk.filters import ProvinceFilter
from people.desk.passages import Passage, passages_of
from people.desk.records import STANDING, RecordAdmin


@admin.register(LegalDocument)
class LegalDocumentAdmin(RecordAdmin):
    list_display = ("canonical", "standing", "kind", "number", "issuer")
    list_defer = ("search_text",)
    list_filter = ("kind", *RecordAdmin.record_filters)
    search_fields = ("search_text",)
    inlines = (PlaceList,)
    fieldsets = ((None, {"fields": ("canonical", "kind", "number", "issuer")}), STANDING)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The canonical form, too: by it the next reading finds the document."""
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else (*given, "canonical")

    def passages(self, record: LegalDocument) -> Sequence[Passage]:
        """Where it is cited."""
        return passages_of(Citation.objects.published().filter(document=record))


@admin.register(Citation)
class CitationAdmin(EvidencedAdmin):
    content = ("document", "directive")
    list_display = ("__str__", "standing", "document", "meeting")
    list_select_related = ("document", "meeting")
    list_defer = ("document__search_text", "meeting__search_text")
    list_filter = (("meeting__province", ProvinceFilter), "document__kind", *EvidencedAdmin.record_filters)
    search_fields = ("document__search_text", "quote")
    autocomplete_fields = ("article", "meeting", "document", "directive")
