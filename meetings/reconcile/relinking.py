"""When a person sets a task, who is to act or its meeting right, repeated tasks are linked anew at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from meetings.models import Assignment, Directive, Meeting
from meetings.reconcile.repeats import settle_repeats


def connect() -> None:
    """Connects the receivers; done once, when the application is ready."""
    for model in (Directive, Assignment, Meeting):
        post_save.connect(_after_saving, sender=model, dispatch_uid=f"relinking.saved.{model.__name__}")
    post_delete.connect(_after_saving, sender=Assignment, dispatch_uid="relinking.deleted")


def _after_saving(instance: Model, raw: bool = False, created: bool = False, **_: Any) -> None:
    # What a reading saves is linked once it is through; of a new meeting nothing is told yet.
    if not raw and not getattr(instance, "skip_history_when_saving", False):
        settle_repeats(() if created and isinstance(instance, Meeting) else _tasks_of(instance))


def _tasks_of(record: Any) -> Iterable[int]:
    if isinstance(record, Meeting):
        return Directive.objects.filter(meeting=record).order_by().values_list("pk", flat=True)
    return [record.directive_id if isinstance(record, Assignment) else record.pk]
