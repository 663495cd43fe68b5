"""The admin of meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from meetings.admin.listed import AppearanceList, CitationList, DecisionList, DirectiveList, TargetList
from meetings.admin.reports import ReportList, quotes_of
from meetings.models import Meeting
from meetings.phrases import held_on
from people.desk.filters import ProvinceFilter
from people.desk.forms import RecordForm
from people.desk.passages import Passage, passages_of
from people.desk.readings import Quote
from people.desk.records import STANDING, RecordAdmin


class MeetingForm(RecordForm):
    """A meeting, whose date and province each go with a field that says how they are known."""

    broken = {
        "meetings_meeting_date_precision": (
            "date_precision",
            _("Say how exact the date is; without a date, choose “unknown”."),
        ),
        "meetings_meeting_province_source": ("province_source", _("Say where the province is known from.")),
    }

    def clean(self) -> dict[str, Any]:
        """Fills in what goes without saying: no date has no precision, a province that a person chose is theirs."""
        cleaned = super().clean()
        if cleaned.get("date") is None and "date" not in self.errors:
            cleaned["date_precision"] = Meeting.Precision.NONE
        if "province" in self.changed_data and "province_source" not in self.changed_data:
            sources = Meeting.ProvinceSource
            if "province" not in cleaned.get("give_back", ()):
                cleaned["province_source"] = sources.CURATOR if cleaned.get("province") else sources.NONE
        return cleaned


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    form = MeetingForm
    list_display = ("title", "standing", "held", "province", "kind", "body")
    list_select_related = ("province", "body")
    list_defer = ("search_text", "body__search_text")
    list_filter = (
        ("province", ProvinceFilter),
        "kind",
        "date_precision",
        "province_source",
        *RecordAdmin.record_filters,
    )
    date_hierarchy = "date"
    search_fields = ("search_text",)
    search_help_text = _("Words of the title, the body, the place or the reports, with or without accents.")
    autocomplete_fields = ("body", "province")
    inlines = (ReportList, DirectiveList, AppearanceList, TargetList, DecisionList, CitationList)
    fieldsets = (
        (None, {"fields": ("title", "kind", "body_name", "body", ("province", "province_source"))}),
        (_("Time and place"), {"fields": (("date", "date_precision"), "session", "place")}),
        (_("Number, term and period"), {"fields": (("number", "term"), "period")}),
        STANDING,
    )

    @admin.display(description=_("date"), ordering="sort_date")
    def held(self, record: Meeting) -> str:
        """The date as exactly as it is known."""
        return held_on(record)

    def passages(self, record: Meeting) -> Sequence[Passage]:
        """The words by which each article reports the meeting."""
        return passages_of(record.reports.all())

    def quotes(self, record: Meeting) -> Mapping[str, Sequence[Quote]]:
        """By field, what each article says."""
        return quotes_of(record)

    def label(self, record: Any) -> str:
        """The title with day and province, as many meetings bear one title."""
        known = [str(part) for part in (record.date and f"{record.date:%d/%m/%Y}", record.province) if part]
        return f"{record.title} ({', '.join(known)})" if known else str(record.title)

    label_related = ("province",)
