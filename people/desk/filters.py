"""Filters of the admin's lists over columns, each with one GROUP BY for all its counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ChoicesFieldListFilter, FieldListFilter, ModelAdmin
from django.contrib.admin.filters import RelatedFieldListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, F
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.models import Province

Choices = Iterator[Any]


class ProvinceFilter(RelatedFieldListFilter):
    """Provinces that have rows, one GROUP BY for all counts; those of before the mergers with their last day."""

    def has_output(self) -> bool:
        """Always: which provinces have rows is not known before they are counted."""
        return True

    def field_choices(self, field: Any, request: HttpRequest, model_admin: ModelAdmin) -> list[Any]:
        """None yet: a list is built anew for each count, and would ask for the names each time."""
        return []

    def get_facet_queryset(self, changelist: ChangeList) -> dict[Any, int]:
        """Rows by key of the province, None for those without one."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        grouped = rows.order_by().values_list(self.field_path).annotate(n=Count("*"))
        return dict(grouped)

    def choices(self, changelist: ChangeList) -> Choices:
        """All, each province with its count, and no province."""
        counts = self.get_facet_queryset(changelist)
        values: Any = self.lookup_val or ()
        chosen = {int(value) for value in values if value.isdecimal() and len(value) < 19}
        newest_first = F("valid_to").desc(nulls_first=True)
        names = Province.objects.filter(pk__in={*counts, *chosen} - {None}).order_by("slug", newest_first)
        both = [self.lookup_kwarg, self.lookup_kwarg_isnull]
        yield {
            "selected": self.lookup_val is None and not self.lookup_val_isnull,
            "query_string": changelist.get_query_string(remove=both),
            "display": _("All"),
        }
        for key, name in ((province.pk, _name(province)) for province in names):
            yield {
                "selected": key in chosen,
                "query_string": changelist.get_query_string({self.lookup_kwarg: key}, [self.lookup_kwarg_isnull]),
                "display": f"{name} ({counts.get(key, 0)})",
            }
        yield {
            "selected": bool(self.lookup_val_isnull),
            "query_string": changelist.get_query_string({self.lookup_kwarg_isnull: "True"}, [self.lookup_kwarg]),
            "display": f"{_('Unknown')} ({counts.get(None, 0)})",
        }


def _name(province: Province) -> str:
    if province.valid_to is None:
        return province.name
    return _("%(name)s, until %(day)s") % {"name": province.name, "day": f"{province.valid_to:%d/%m/%Y}"}


class GroupedChoicesFilter(ChoicesFieldListFilter):
    """A column with choices, counted by one GROUP BY, which an index over the column answers."""

    def get_facet_queryset(self, changelist: ChangeList) -> dict[str, int]:
        """Rows by the number of the choice, as `ChoicesFieldListFilter` asks for them."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        counts = dict(rows.order_by().values_list(self.field_path).annotate(n=Count("*")))
        choices = self.field.flatchoices
        return {f"{number}__c": counts.get(value, 0) for number, (value, _label) in enumerate(choices)}


FieldListFilter.register(lambda field: bool(getattr(field, "choices", None)), GroupedChoicesFilter, take_priority=True)
