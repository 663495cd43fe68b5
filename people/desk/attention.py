"""What is incomplete in the register: counts for the first page of the admin, each with the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from people.corrections import State


@dataclass(frozen=True, slots=True)
class Attention:
    """A reason to look at records: `condition` selects them, `parameters` are the filters of the list of them."""

    label: str | Promise
    condition: Q
    parameters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many records of a kind (`records`, a name in the plural) wait for the reason `label`; `url` lists them."""

    label: str | Promise
    records: str | Promise
    count: int
    url: str


def attention(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """All reasons for which there are records, of the kinds that this user may see; one query for each kind."""
    found: list[Waiting] = []
    for model, admin in site._registry.items():
        reasons: tuple[Attention, ...] = getattr(admin, "attention", ())
        if not reasons or not admin.has_view_permission(request):
            continue
        counts: dict[str, Any] = model._default_manager.aggregate(
            **{f"reason_{number}": Count("pk", filter=reason.condition) for number, reason in enumerate(reasons)}
        )
        url = reverse(f"{site.name}:{model._meta.app_label}_{model._meta.model_name}_changelist")
        found += [
            Waiting(
                reason.label,
                model._meta.verbose_name_plural or "",
                counts[f"reason_{number}"],
                f"{url}?{urlencode(reason.parameters)}",
            )
            for number, reason in enumerate(reasons)
            if counts[f"reason_{number}"]
        ]
    return found


OPEN = Q(state__in=(State.READ, State.CONFIRMED))
