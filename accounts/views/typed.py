"""What was typed into a form of the desk, in words: fields by the names that their forms show."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.text import capfirst
from django.utils.translation import gettext as _


def in_words(request: HttpRequest, address: str, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Label and value of each of `fields` as sent to `address`, a page of the desk.

    A field that no record's form has, as on pages that ask for one thing, is "What you typed".
    """
    model = _model(address)
    told = []
    for name, value in fields:
        field = _field(model, name) if model else None
        label = capfirst(field.verbose_name) if field is not None else _("What you typed")
        told.append((str(label), _value(request, field, value)))
    return told


def _model(address: str) -> type[models.Model] | None:
    """The kind of record whose page this is."""
    try:
        name = resolve(address.partition("?")[0]).url_name or ""
    except Resolver404:
        return None
    rows = (m for m in admin.site._registry if name.startswith(f"{m._meta.app_label}_{m._meta.model_name}_"))
    return next(rows, None)


def _field(model: type[models.Model], name: str) -> Any:
    """The field of that name; of a row below the record, as in `role_set-0-title`, that row's."""
    place, _dash, own = name.rpartition("-")
    relation = place.rpartition("-")[0]
    if relation:
        below = [r for r in model._meta.related_objects if relation in (r.get_accessor_name(), r.name)]
        if not below:
            return None
        model = below[0].related_model
    try:
        field = model._meta.get_field(own)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None


def _value(request: HttpRequest, field: Any, value: str) -> str:
    if field is None:
        return value
    if isinstance(field, models.BooleanField):
        return _("yes")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    other = field.related_model
    if other is None or not request.user.has_perm(f"{other._meta.app_label}.view_{other._meta.model_name}"):
        return value
    try:
        return str(other._base_manager.get(pk=value))
    except (other.DoesNotExist, ValueError, ValidationError):
        return value
