"""Filters of the admin's lists over what is to be doubted: how sure a reading is, what a person set right."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.corrections import UNSURE_BELOW
from people.desk.corrected import corrected


class ConditionFilter(SimpleListFilter):
    """Conditions by name, all counted in one pass over the rows."""

    def conditions(self, model: type[Any]) -> dict[str, tuple[Any, Q]]:
        """By value of the parameter, label and condition."""
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The labels."""
        return [(name, label) for name, (label, _condition) in self.conditions(model_admin.model).items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the chosen condition; all where none of this name is known."""
        known = self.conditions(queryset.model)
        return queryset.filter(known[self.value() or ""][1]) if self.value() in known else queryset

    def get_facet_queryset(self, changelist: ChangeList) -> dict[str, int]:
        """Rows by the number of the condition, as `SimpleListFilter` asks for them."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        conditions = self.conditions(rows.model).values()
        counts = {f"{i}__c": Count("pk", filter=condition) for i, (_label, condition) in enumerate(conditions)}
        found: dict[str, int] = rows.aggregate(**counts)
        return found


class ConfidenceFilter(ConditionFilter):
    """How sure the reading is."""

    title = _("confidence")
    parameter_name = "sure"

    def conditions(self, model: type[Any]) -> dict[str, tuple[Any, Q]]:
        """Unsure, nearly sure, sure."""
        return {
            "no": (_("below %(n)s%%") % {"n": UNSURE_BELOW}, Q(confidence__lt=UNSURE_BELOW)),
            "nearly": (_("%(n)s–99%%") % {"n": UNSURE_BELOW}, Q(confidence__gte=UNSURE_BELOW, confidence__lt=100)),
            "yes": ("100%", Q(confidence=100)),
        }


class CorrectionFilter(ConditionFilter):
    """What a person has set right, and where a later reading disagrees with it."""

    title = _("corrections")
    parameter_name = "corrected"

    def conditions(self, model: type[Any]) -> dict[str, tuple[Any, Q]]:
        """In conflict, set right, added."""
        return {
            "conflict": (_("A later reading disagrees"), ~Q(conflicts={})),
            "yes": (_("Set right by a person"), corrected(model)),
            "made": (_("Added by a person"), Q(extracted={})),
        }
