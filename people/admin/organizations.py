"""The admin of organizations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.admin.aliases import AliasInline
from people.admin.handovers import HandoverInline
from people.desk.attention import OPEN, Attention
from people.desk.filters import ProvinceFilter
from people.desk.forms import RecordForm
from people.desk.mergeable import MergeableAdmin
from people.desk.passages import MOST, Passage, passage_of_assignee
from people.desk.records import STANDING, RecordAdmin
from people.models import Organization
from people.names import name_key


class OrganizationForm(RecordForm):
    """An organization, one per name and province."""

    class Meta:
        # What is told in sentences and addresses is seen whole.
        widgets: ClassVar = {
            "succession_basis": AdminTextareaWidget({"rows": 2}),
            "succession_pages": AdminTextareaWidget({"rows": 4}),
        }

    broken = {
        "people_org_in_province": ("name", _("This province already has an organization of this name.")),
        "people_org_national": ("name", _("There already is a national organization of this name.")),
    }

    def keys(self) -> set[str]:
        """The key of the name; whose name is unique is never merged away."""
        return {"name_key", "merged_into"}

    def settle_keys(self) -> None:
        """Sets the key, as saving will."""
        self.instance.name_key = name_key(self.instance.name)


@admin.register(Organization)
class OrganizationAdmin(MergeableAdmin):
    form = OrganizationForm
    list_display = ("name", "standing", "province", "kind", "abbreviations")
    list_select_related = ("province",)
    list_defer = ("search_text",)
    list_filter = (("province", ProvinceFilter), "kind", *RecordAdmin.record_filters)
    search_fields = ("search_text",)
    autocomplete_fields = ("province", "successor")
    label_related = ("province",)
    inlines = (AliasInline, HandoverInline)
    fieldsets = (
        (None, {"fields": ("name", "kind", "province", "abbreviations")}),
        (_("Validity"), {"fields": (("valid_from", "valid_to"), "successor", "former_names")}),
        (_("What tells of it"), {"fields": ("succession_basis", "succession_pages", "unverified")}),
        STANDING,
    )
    attention = (
        Attention(
            _("Departments and committees without a province"),
            OPEN & Q(province__isnull=True, kind__in=("committee", "department", "council")),
            {"province__isnull": "True", "kind__in": "committee,department,council"},
        ),
    )

    def told_apart(self, record: Any) -> list[str]:
        """The kind, the province, and the day since when it is no more."""
        day = date_format(record.valid_to, "SHORT_DATE_FORMAT") if record.valid_to else ""
        ended = [gettext("until %(day)s") % {"day": day}] if day else []
        return [str(record.get_kind_display()), *super().told_apart(record), *ended]

    def passages(self, record: Organization) -> Sequence[Passage]:
        """Where it is told to act."""
        rows = record.assignments.exclude(start=None).select_related("directive__article")[:MOST]
        return [passage for row in rows if (passage := passage_of_assignee(row)) is not None]
