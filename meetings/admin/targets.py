"""The admin of targets."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from meetings.admin.evidence import EvidencedAdmin, EvidencedForm
from meetings.models import Target
from people.desk.filters import ProvinceFilter


class TargetForm(EvidencedForm):
    """A figure, in which zeros that say nothing are not shown."""

    broken = {"meetings_target_range": ("value_high", _("The upper value cannot be below the value."))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("value", "value_high", "of_total"):
            figure = self.initial.get(name)
            if figure is not None:
                self.initial[name] = f"{figure.normalize():f}"


@admin.register(Target)
class TargetAdmin(EvidencedAdmin):
    form = TargetForm
    machine_fields = ("meeting", "directive")
    content = (
        "directive",
        "metric",
        "canonical_metric",
        "comparator",
        ("value", "value_high"),
        "unit",
        "of_total",
        ("period", "status"),
        "same_as",
    )
    list_display = ("__str__", "standing", "comparator", "period", "status", "meeting")
    list_defer = ("search_text", "quote", "meeting__search_text")
    list_filter = (("meeting__province", ProvinceFilter), "status", "year", *EvidencedAdmin.record_filters)
    search_fields = ("search_text", "meeting__search_text")
    autocomplete_fields = ("article", "meeting", "directive", "same_as")
