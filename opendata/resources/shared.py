"""Columns that many resources have."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from opendata.resources.columns import Column, columns_of

ID = ("id", _("The record's own number, which never stands for another one."))
STANDING = (
    ("state", _("Whether the record is as the machine read it, or a person confirmed it.")),
    ("confidence", _("How sure the reading is, in percent.")),
    ("created_at", _("When the record was first made here."), "created"),
    ("updated_at", _("When the record was last changed here."), "modified"),
)
EVIDENCE = (
    ("article", _("The press text whose words the record was read from.")),
    ("start", _("The first character of the words in the press text, counted from 0.")),
    ("end", _("The character behind the last one of the words.")),
    ("quote", _("The words that the record was read from.")),
    ("rule", _("The rule that read them.")),
)
SAME_AS = ("same_as", _("The record of another press text that says the same; this one is only another telling of it."))


def evidenced(model: type[models.Model], *told: tuple[Any, ...]) -> tuple[Column, ...]:
    """An id, the columns told, the evidence and the standing."""
    return columns_of(model, ID, *told, *EVIDENCE, *STANDING)


def correctable(model: type[models.Model], *told: tuple[Any, ...]) -> tuple[Column, ...]:
    """An id, the columns told and the standing."""
    return columns_of(model, ID, *told, *STANDING)
