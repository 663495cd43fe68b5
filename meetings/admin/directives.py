"""The admin of directives and of who is told to carry them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from meetings.admin.evidence import EvidencedAdmin, EvidencedForm
from meetings.admin.listed import CitationList, TargetList
from meetings.admin.moving import move_view
from meetings.admin.repeats import repeats_view
from meetings.models import Assignment, Directive
from people.desk.attention import OPEN, Attention
from people.desk.filters import ProvinceFilter
from people.desk.inlines import EditableInline
from people.desk.passages import Passage, passage_of
from people.desk.readings import Quote
from people.desk.records import STANDING, RecordAdmin
from people.models import Organization


class DirectiveForm(EvidencedForm):
    """A task with its deadline."""

    broken = {
        "meetings_directive_deadline_range": ("deadline_to", _("The latest day cannot be before the earliest.")),
    }


class AssignmentRows(EditableInline):
    """Who is told to act, edited in place."""

    model = Assignment
    fields = ("words", "organization", "official", "part", "standing")
    readonly_fields = ("standing",)
    autocomplete_fields = ("organization", "official")
    related = ("organization__province", "official__province")
    unneeded = ("organization__search_text", "official__search_text")


@admin.register(Directive)
class DirectiveAdmin(EvidencedAdmin):
    form = DirectiveForm
    change_form_template = "admin/records/directive.html"
    content = (
        "text",
        ("assigner", "assigner_title"),
        "strength",
        ("deadline_text", "deadline_kind"),
        "deadline_value",
        ("deadline_from", "deadline_to"),
        "same_as",
    )
    list_display = ("__str__", "standing", "assigner", "strength", "deadline_to", "meeting")
    list_select_related = ("assigner", "meeting")
    list_defer = ("search_text", "quote", "assigner__search_text", "meeting__search_text")
    list_filter = (
        ("meeting__province", ProvinceFilter),
        "strength",
        "deadline_kind",
        *EvidencedAdmin.record_filters,
    )
    search_fields = ("search_text", "assigner__search_text")
    autocomplete_fields = ("article", "meeting", "assigner", "same_as")
    inlines = (AssignmentRows, CitationList, TargetList)
    attention = (
        Attention(
            _("Directives of which nobody is known to have given them"),
            OPEN & Q(assigner__isnull=True, assigner_title="", same_as__isnull=True),
            {"assigner__isnull": "True", "assigner_title__exact": "", "same_as__isnull": "True"},
        ),
    )

    def get_urls(self) -> list[URLPattern]:
        """The page on its tellings at other meetings, before Django's own."""
        page = path(
            "<int:pk>/repeats/", self.admin_site.admin_view(self.repeats_view), name="meetings_directive_repeats"
        )
        return [page, *super().get_urls()]

    def repeats_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Says which tasks of other meetings are the same as the one with that key."""
        return repeats_view(self, request, pk)

    def quotes(self, record: Directive) -> Mapping[str, Sequence[Quote]]:
        """The words of the deadline, with the rule that computed its days."""
        if record.article is None or record.deadline_start is None:
            return {}
        words = record.article.text[record.deadline_start : record.deadline_end]
        page = f"{record.article.get_absolute_url()}#w-deadline-{record.pk}"
        return {"deadline_text": [Quote(words, page, record.deadline_rule)]}


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin):
    list_display = ("words", "standing", "organization", "official", "part", "directive")
    list_select_related = ("organization__province", "official", "directive")
    list_defer = ("organization__search_text", "official__search_text", "directive__search_text", "directive__quote")
    list_filter = ("part", ("organization", admin.EmptyFieldListFilter), *RecordAdmin.record_filters)
    search_fields = ("words", "organization__search_text", "official__search_text")
    autocomplete_fields = ("directive", "organization", "official")
    fieldsets = ((None, {"fields": ("directive", "words", "organization", "official", "part")}), STANDING)

    def get_urls(self) -> list[URLPattern]:
        """The page that moves an organization's tasks and meetings to another, before Django's own."""
        page = path("move/<int:pk>/", self.admin_site.admin_view(self.move_view), name="meetings_assignment_move")
        return [page, *super().get_urls()]

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Moves tasks and meetings of the organization with that key."""
        return move_view(self, request, Organization, pk)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The directive, too, once the assignment exists."""
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else (*given, "directive")

    def passages(self, record: Assignment) -> Sequence[Passage]:
        """The directive's words."""
        passage = passage_of(record.directive)
        return [passage] if passage is not None else []
