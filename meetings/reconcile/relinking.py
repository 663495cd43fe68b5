"""When a person sets right what a text tells, what is told twice or in other meetings too is linked anew at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from meetings.models import Appearance, Assignment, Decision, Directive, Meeting, Target
from meetings.reconcile.repeats import settle_repeats
from meetings.reconcile.retellings import settle_retellings
from people.corrections import State

_RETOLD = (Appearance, Assignment, Decision, Directive, Target)
_REPEATED = (Directive, Assignment, Meeting)
_STANDING = (State.READ, State.CONFIRMED)


def connect() -> None:
    """Connects the receivers; done once, when the application is ready."""
    for model in dict.fromkeys((*_RETOLD, *_REPEATED)):
        post_save.connect(_after_saving, sender=model, dispatch_uid=f"relinking.saved.{model.__name__}")
    post_delete.connect(_after_saving, sender=Assignment, dispatch_uid="relinking.deleted")


def _after_saving(instance: Any, raw: bool = False, created: bool | None = None, **_: Any) -> None:
    # What a reading saves is linked once it is through; of a new meeting nothing is told yet.
    if raw or getattr(instance, "skip_history_when_saving", False):
        return
    # Within the meeting first: what repeats another telling there is no task of its own.
    if isinstance(instance, _RETOLD) and (created is not False or _says_otherwise(instance)):
        for meeting in Meeting.objects.filter(pk__in=_meetings_of(instance)).order_by("pk"):
            settle_retellings(meeting, waiting=False)
    if isinstance(instance, _REPEATED):
        settle_repeats(() if created and isinstance(instance, Meeting) else _tasks_of(instance))


def _says_otherwise(record: Any) -> bool:
    """Whether the record was changed, or came into view or went: confirming what it says already changes nothing."""
    held: dict[str, Any] = record.__dict__.get("_held", {})  # as it was before this save
    names = [record._meta.get_field(name).attname for name in (*record.correctable_fields, *record.stands_on)]
    was, stands = (state in _STANDING for state in (held.get("state"), record.state))
    return was != stands or any(held.get(name) != getattr(record, name) for name in names)


def _meetings_of(record: Any) -> set[int]:
    """The one that the record belongs to, and the one that it was of before."""
    if isinstance(record, Assignment):
        return set(Directive.objects.filter(pk=record.directive_id).values_list("meeting", flat=True))
    return {record.meeting_id, record.__dict__.get("_held", {}).get("meeting_id", record.meeting_id)}


def _tasks_of(record: Model) -> Iterable[int]:
    if isinstance(record, Meeting):
        return Directive.objects.filter(meeting=record).order_by().values_list("pk", flat=True)
    return [record.directive_id if isinstance(record, Assignment) else record.pk]
