"""Lists of the records that refer to a record, with their numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst


@dataclass(frozen=True, slots=True)
class RelatedList:
    """So many records of a kind refer to the record by the field `by`; `url` lists them."""

    records: str | Promise
    by: str | Promise
    count: int
    url: str


def related_lists(
    site: AdminSite, request: HttpRequest, record: models.Model, shown: Collection[type[models.Model]]
) -> list[RelatedList]:
    """What refers to `record` and this user may see, without the models that are `shown` anyway; one query each."""
    lists = []
    for relation in record._meta.related_objects:
        model: Any = relation.related_model
        if model in shown or not site.is_registered(model) or relation.many_to_many:
            continue
        if not site.get_model_admin(model).has_view_permission(request):
            continue
        field = relation.field
        count = model._default_manager.filter(**{field.name: record.pk}).count()
        if count:
            address = reverse(f"{site.name}:{model._meta.app_label}_{model._meta.model_name}_changelist")
            url = f"{address}?{field.name}__id__exact={record.pk}"
            lists.append(RelatedList(capfirst(model._meta.verbose_name_plural), field.verbose_name, count, url))
    return lists
