"""The admin of decisions."""

from __future__ import annotations

from django.contrib import admin

from meetings.admin.evidence import EvidencedAdmin
from meetings.models import Decision
from people.desk.filters import ProvinceFilter


@admin.register(Decision)
class DecisionAdmin(EvidencedAdmin):
    content = ("body", "outcome", "text", "same_as")
    list_display = ("__str__", "standing", "body", "meeting")
    list_filter = (("meeting__province", ProvinceFilter), *EvidencedAdmin.record_filters)
    search_fields = ("outcome", "text", "body")
    autocomplete_fields = ("article", "meeting", "same_as")
