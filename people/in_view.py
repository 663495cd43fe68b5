"""What a record stands on comes back into view with it: a person who confirms a task wants its meeting, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models

from people.corrections import Correctable, State

_STANDING = (State.READ, State.CONFIRMED)


def keep_in_view(sender: type[Any], instance: models.Model, created: bool, raw: bool, **kwargs: Any) -> None:
    """A `post_save` receiver: where a person lets a record stand, or lets it name another, what it names stands.

    Only what readings took from view comes back; what a person rejected stays rejected.
    """
    if raw or not isinstance(instance, Correctable) or getattr(instance, "skip_history_when_saving", False):
        return
    if instance.state not in _STANDING:
        return
    held: dict[str, Any] = instance.__dict__.get("_held", {})  # as it was before this save
    appeared = created or held.get("state") not in _STANDING
    for name in instance.stands_on:
        column = instance._meta.get_field(name).attname  # type: ignore[union-attr]
        if getattr(instance, column) is not None and (appeared or held.get(column) != getattr(instance, column)):
            _bring_back(instance._meta.get_field(name).related_model, getattr(instance, column))


def settle_view(touched: Mapping[str, Iterable[int]]) -> None:
    """After rows were written past the signals: what one that stands names stands, and one that is named, too.

    `touched` are the keys of the rows by label of their model.
    """
    needed: dict[Any, set[int]] = defaultdict(set)
    for label, keys in touched.items():
        model: Any = apps.get_model(label)
        if not issubclass(model, Correctable):
            continue
        rows = model._base_manager.filter(pk__in=sorted(keys))
        for name in model.stands_on:
            named = rows.filter(state__in=_STANDING).exclude(**{name: None}).values_list(name, flat=True)
            needed[model._meta.get_field(name).related_model].update(named)
        gone = set(rows.filter(state=State.WITHDRAWN).values_list("pk", flat=True))
        for field in _standing_on(model):
            standing = field.model._base_manager.filter(**{f"{field.name}__in": gone, "state__in": _STANDING})
            needed[model].update(standing.values_list(field.name, flat=True))
    for model, keys in needed.items():
        for pk in model._base_manager.filter(pk__in=keys, state=State.WITHDRAWN).values_list("pk", flat=True):
            _bring_back(model, pk)


def _standing_on(model: Any) -> list[Any]:
    """The keys by which records stand on those of `model`."""
    keys = [relation.field for relation in model._meta.related_objects if relation.one_to_many]
    return [key for key in keys if issubclass(key.model, Correctable) and key.name in key.model.stands_on]


def _bring_back(model: Any, pk: int) -> None:
    gone = (
        model._base_manager.select_for_update(no_key=True).filter(pk=pk, state=State.WITHDRAWN).order_by("pk").first()
    )
    if gone is not None:
        gone.state = State.READ
        gone.skip_history_when_saving = True
        gone.save()
        for name in gone.stands_on:
            if (next_one := getattr(gone, f"{name}_id")) is not None:
                _bring_back(gone._meta.get_field(name).related_model, next_one)
