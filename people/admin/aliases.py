"""The admin of aliases, and the rows in which officials and organizations show theirs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.desk.base import DeskAdmin
from people.desk.forms import RuledForm
from people.desk.history import RecordHistory
from people.desk.inlines import KnownRows
from people.desk.shared import SharedRecord
from people.models import Alias
from people.names import name_key


class AliasForm(RuledForm):
    """An alias of one official or one organization."""

    broken = {
        "people_alias_of_one": (None, _("Choose either an official or an organization.")),
        "people_alias_official": ("name", _("This official already has this alias.")),
        "people_alias_organization": ("name", _("This organization already has this alias.")),
    }

    def keys(self) -> set[str]:
        """The key of the name."""
        return {"name_key"}

    def settle_keys(self) -> None:
        """Sets the key, as saving will."""
        self.instance.name_key = name_key(self.instance.name)


@admin.register(Alias)
class AliasAdmin(SharedRecord, RecordHistory, DeskAdmin):
    form = AliasForm
    list_display = ("name", "official", "organization")
    list_select_related = ("official", "organization")
    list_defer = ("official__search_text", "organization__search_text")
    list_filter = (
        ("official", admin.EmptyFieldListFilter),
        ("organization", admin.EmptyFieldListFilter),
    )
    search_fields = ("search_text", "official__search_text", "organization__search_text")
    autocomplete_fields = ("official", "organization")
    fields = ("name", "official", "organization")


class AliasInline(admin.TabularInline):
    """Other names; one that nobody uses may be deleted."""

    model = Alias
    form: type[forms.ModelForm] = AliasForm
    formset = KnownRows
    fields = ("name", "version")
    extra = 0
    show_change_link = True
    classes: Any = ()
