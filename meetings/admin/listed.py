"""What was read of a meeting, listed on its page and on those of directives and documents."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from meetings.models import Appearance, Citation, Decision, Directive, Target
from people.desk.inlines import CompactInline


class DirectiveList(CompactInline):
    """Tasks, with who gave them and by when they are due."""

    model = Directive
    fields = ("assigner", "strength", "deadline_text", "deadline_to", "standing")
    related = ("assigner",)
    unneeded = ("search_text", "quote", "assigner__search_text")


class AppearanceList(CompactInline):
    """Who did what."""

    model = Appearance
    fields = ("title", "act", "standing")
    related = ("official",)
    unneeded = ("quote", "official__search_text")


class TargetList(CompactInline):
    """Figures."""

    model = Target
    fields = ("comparator", "period", "status", "standing")
    unneeded = ("search_text", "quote")


class DecisionList(CompactInline):
    """What was approved."""

    model = Decision
    fields = ("body", "standing")
    unneeded = ("quote",)


class CitationList(CompactInline):
    """Legal documents cited."""

    model = Citation
    fields = ("document", "standing")
    related = ("document",)
    unneeded = ("document__search_text",)


class PlaceList(CompactInline):
    """Where a legal document is cited."""

    model = Citation
    fields = ("meeting_title", "standing")
    related = ("document", "meeting")
    unneeded = ("document__search_text", "meeting__search_text")

    @admin.display(description=_("meeting"))
    def meeting_title(self, record: Citation) -> str:
        """The meeting's title."""
        return record.meeting.title
