"""Checksums of the data and of the code that tells them: what has not changed needs no release of its own."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings

AT_ONCE = 5_000
_APPS = ("people", "meetings", "opendata")
# Nothing of these is ever published; old versions say nothing of what stands now.
_NOT_TOLD = {
    "DataChange", "MistakeReport", "RowChange", "Sender",
    "ReviewClaim", "ReviewDecision", "ReviewItem", "ReviewSkip", "ReviewTiming",
}  # fmt: skip
# Made from the other columns, or long and told by the checksum beside it.
_LEFT_OUT = {"search_text", "text"}


@cache
def code_version() -> str:
    """A checksum over the code of this application, which says how data are told."""
    digest = hashlib.sha256()
    for path in sorted((settings.BASE_DIR / "opendata").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def fingerprint(of_code: str) -> str:
    """A checksum of all that a release could tell, and of `of_code`, which says how it tells it."""
    digest = hashlib.sha256(of_code.encode())
    for label in _APPS:
        for model in apps.get_app_config(label).get_models():
            if model.__name__ not in _NOT_TOLD and not hasattr(model, "history_object"):
                _add(digest, model)
    return digest.hexdigest()


def _add(digest: Any, model: Any) -> None:
    fields = model._meta.concrete_fields
    long = _LEFT_OUT if any(field.name == "sha256" for field in fields) else _LEFT_OUT - {"text"}
    columns = [field.attname for field in fields if field.name not in long]
    digest.update(model._meta.label.encode())
    for row in model._base_manager.order_by("pk").values_list(*columns).iterator(chunk_size=AT_ONCE):
        digest.update(repr(row).encode())
