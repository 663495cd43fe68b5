"""All that the database holds, to be compared with what it holds later."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core import serializers

from people.models import Distinction, Merge

_TIMES = ("updated_at", "created_at")


def everything() -> dict[str, Any]:
    """All rows of both apps but the merges and distinctions themselves, the history and the times of writing."""
    found: dict[str, Any] = {}
    for label in ("people", "meetings"):
        for model in apps.get_app_config(label).get_models():
            if model in (Merge, Distinction) or model._meta.model_name.startswith("historical"):  # type: ignore[union-attr]
                continue
            if not model._meta.default_permissions:  # the queue, which is made of the others
                continue
            for row in serializers.serialize("python", model._base_manager.all()):
                fields = {name: value for name, value in row["fields"].items() if name not in _TIMES}
                found[f"{row['model']} {row['pk']}"] = fields
    return found
