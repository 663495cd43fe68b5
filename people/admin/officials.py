"""The admin of officials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import F, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.admin.aliases import AliasInline
from people.admin.roles import RoleInline
from people.desk.attention import OPEN, Attention
from people.desk.filters import ProvinceFilter
from people.desk.forms import RecordForm
from people.desk.mergeable import MergeableAdmin
from people.desk.passages import Passage, passages_of
from people.desk.records import STANDING, RecordAdmin
from people.models import Official, Role
from people.names import name_key


class OfficialForm(RecordForm):
    """An official, one per name, province and number among homonyms."""

    _TWICE = _("There already is an official of this name here; if this is another person, count up the homonym.")
    broken = {
        "people_official_in_province": ("homonym", _TWICE),
        "people_official_unplaced": ("homonym", _TWICE),
    }

    def keys(self) -> set[str]:
        """The key of the name; whose name is unique is never merged away."""
        return {"name_key", "merged_into"}

    def settle_keys(self) -> None:
        """Sets the key, as saving will."""
        self.instance.name_key = name_key(self.instance.name)


@admin.register(Official)
class OfficialAdmin(MergeableAdmin):
    form = OfficialForm
    list_display = ("name", "standing", "province", "titles", "homonym")
    list_select_related = ("province",)
    list_defer = ("search_text",)
    list_filter = (
        ("province", ProvinceFilter),
        *RecordAdmin.record_filters,
    )
    search_fields = ("search_text", "aliases__search_text")
    search_help_text = _("Name or another name, with or without accents, in any order.")
    autocomplete_fields = ("province",)
    label_related = ("province",)
    inlines = (RoleInline, AliasInline)
    fieldsets = ((None, {"fields": ("name", "province", "homonym")}), STANDING)
    attention = (
        Attention(_("Officials without a province"), OPEN & Q(province__isnull=True), {"province__isnull": "True"}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Official]:
        """The officials with the roles that tell namesakes apart."""
        roles = Role.objects.published().order_by("rank", "-last_attested").only("official", "canonical_title")
        rows: QuerySet[Official] = super().get_queryset(request).prefetch_related(Prefetch("roles", roles, "held"))
        return rows

    @admin.display(description=_("roles"))
    def titles(self, record: Official) -> str:
        """The two highest roles."""
        return "; ".join(role.canonical_title for role in record.held[:2])  # type: ignore[attr-defined]

    def label(self, record: Any) -> str:
        """The name with what tells namesakes apart."""
        held = getattr(record, "held", ())
        parts = (str(record.province or ""), held[0].canonical_title if held else "")
        told = ", ".join(part for part in parts if part)
        return f"{record.name} ({told})" if told else record.name

    def told_apart(self, record: Any) -> list[str]:
        """The province and the two highest roles."""
        return [part for part in (*super().told_apart(record), self.titles(record)) if part]

    def passages(self, record: Official) -> Sequence[Passage]:
        """Where texts name the person."""
        return passages_of(record.mentions.order_by("article", F("start").asc(nulls_last=True)))
