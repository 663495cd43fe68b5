"""Permanent identifiers: one address for each record, in no language, that outlives names, corrections and merges."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Target,
)
from people.mistakes import meant
from people.models import Official, Organization, Province, Role

KINDS: dict[str, type[models.Model]] = {
    "meeting": Meeting,
    "official": Official,
    "organization": Organization,
    "role": Role,
    "directive": Directive,
    "assignment": Assignment,
    "target": Target,
    "decision": Decision,
    "appearance": Appearance,
    "document": LegalDocument,
    "citation": Citation,
    "article": Article,
    "province": Province,
}
_NAMES = {model: name for name, model in KINDS.items()}


def kind_of(model: type[models.Model]) -> str:
    """The kind in an identifier. Raises `KeyError` for a model without identifiers."""
    return _NAMES[model]


def identifier(record: models.Model) -> str:
    """The path that stands for a record for good: `/id/meeting/12`."""
    return identifier_of(type(record), record.pk)


def identifier_of(model: type[models.Model], pk: int) -> str:
    """The same by key."""
    return reverse("identifier", args=[kind_of(model), pk])


def absolute(path: str, request: HttpRequest | None = None) -> str:
    """The whole address: on the host that was asked, or where nobody asked on `SITE_URL`."""
    return request.build_absolute_uri(path) if request is not None else settings.SITE_URL + path


def find(kind: str, pk: int) -> Any:
    """The record, or the one it was merged into; None for what readers may not see, or what never was."""
    model = KINDS[kind]
    if pk > models.BigAutoField.MAX_BIGINT:
        return None
    if model is Province:
        return Province.objects.filter(pk=pk).first()
    return meant.find(str(model._meta.model_name), pk)


def page_of(record: Any) -> str:
    """The page, in the language in use, that shows the record: its own, or a place on that of what it is a part of."""
    return str(record.get_absolute_url()) if isinstance(record, Province) else meant.place_of(record)
