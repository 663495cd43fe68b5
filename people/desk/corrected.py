"""The condition, in SQL, that a person has set a field to something other than what was read."""

from __future__ import annotations

from typing import Any

from django.db.models import DecimalField, F, Model, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.lookups import Exact

from people.corrections import Correctable

# Stands for "no value" on both sides of a comparison; no printed text holds it.
_NOTHING = Value("\x1f", TextField())


def corrected(model: type[Correctable]) -> Q:
    """Rows of `model` whose `corrected_fields()` is not empty.

    Readings leave no history, so only rows that have one can hold a person's word, and only they are compared.
    """
    history: Any = model.history  # type: ignore[attr-defined]
    condition = Q(pk__in=[])
    for name in model.correctable_fields:
        condition |= Q(extracted__has_key=name) & ~Q(_as_read(model, name))
    return Q(pk__in=history.values(model._meta.pk.attname)) & condition


def _as_read(model: type[Model], name: str) -> Exact:
    field = model._meta.get_field(name)
    # SQLite gives the word for a JSON null
    read: Any = NullIf(KeyTextTransform(name, "extracted"), Value("null"))
    value: Any = F(name)
    if isinstance(field, DecimalField):  # "7.5" was read, "7.500000" is kept
        number = DecimalField(max_digits=field.max_digits, decimal_places=field.decimal_places)
        read, value = Cast(Cast(read, number), TextField()), Cast(Cast(value, number), TextField())
    return Exact(Coalesce(Cast(read, TextField()), _NOTHING), Coalesce(Cast(value, TextField()), _NOTHING))
