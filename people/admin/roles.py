"""The admin of roles, and the list in which an official shows his."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.desk.filters import ProvinceFilter
from people.desk.forms import RecordForm
from people.desk.inlines import CompactInline
from people.desk.passages import Passage, passages_of
from people.desk.records import STANDING, RecordAdmin
from people.models import Role
from people.names import name_key


class RoleForm(RecordForm):
    """A role, one per official, title and province."""

    _TWICE = _("This official already has this role in this province.")
    broken = {
        "people_role_once": ("canonical_title", _TWICE),
        "people_role_once_unplaced": ("canonical_title", _TWICE),
    }

    def keys(self) -> set[str]:
        """The key of the title."""
        return {"title_key"}

    def settle_keys(self) -> None:
        """Sets the key, as saving will."""
        self.instance.title_key = name_key(self.instance.canonical_title)


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    form = RoleForm
    list_display = ("canonical_title", "standing", "official", "organization", "province", "last_attested", "status")
    list_select_related = ("official", "organization", "province")
    list_defer = ("search_text", "official__search_text", "organization__search_text")
    list_filter = (("province", ProvinceFilter), "status", *RecordAdmin.record_filters)
    search_fields = ("search_text", "official__search_text", "organization__search_text")
    autocomplete_fields = ("official", "organization", "province")
    readonly_fields = ("rank", "first_attested", "last_attested")
    machine_fields = ("province",)
    label_related = ("official", "province")
    fieldsets = (
        (None, {"fields": ("official", "title", "canonical_title", "organization", "province", "status")}),
        (_("As attested"), {"fields": (("first_attested", "last_attested"), "rank")}),
        STANDING,
    )

    def label(self, record: Any) -> str:
        """The title with its holder and province."""
        place = f", {record.province}" if record.province else ""
        return f"{record.official}, {record.canonical_title}{place}"

    def passages(self, record: Role) -> Sequence[Passage]:
        """Where texts give the title."""
        return passages_of(record.attestations.all())


class RoleInline(CompactInline):
    """The roles of an official."""

    model = Role
    fields = ("organization", "province", "first_attested", "last_attested", "status", "standing")
    related = ("organization", "province")
    unneeded = ("search_text", "organization__search_text")
