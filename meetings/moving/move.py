"""Moving what single texts tell of a record to another one, in one transaction."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from meetings.models import Meeting, ReviewDecision
from meetings.moving.newcomers import Newcomer, bring_in
from meetings.moving.officials import OfficialMoving
from meetings.moving.organizations import OrganizationMoving
from meetings.moving.rows import Chosen, Kind, Moving
from meetings.reconcile.orphans import withdraw_orphans
from meetings.reconcile.retellings import settle_retellings
from people.corrections import State
from people.merging import Refused
from people.merging.emptied import take_away_if_empty
from people.merging.locks import while_merging
from people.merging.merge import save_telling
from people.merging.refusals import refuse_without_reason, told
from people.models import Official, Organization

_MOVING: dict[Any, type[Moving]] = {Official: OfficialMoving, Organization: OrganizationMoving}
# By kind of record, what can be chosen of it.
KINDS: dict[Any, tuple[Kind, ...]] = {model: moving.kinds for model, moving in _MOVING.items()}


def what_moves(record: Any, chosen: Chosen) -> Moving:
    """What moving these rows would move; those of others are left out, nothing is changed."""
    return _MOVING[type(record)].what_moves(record, chosen)


def move(record: Any, chosen: Chosen, target: Any, *, by: Any, reason: str) -> Any:
    """Moves rows from `record` to `target`, another record of its kind or a `Newcomer`; returns whom they are now of.

    Moving back undoes it; who was made for it and has nothing left is taken away. Raises `Refused`.
    """
    refuse_without_reason(reason)
    reason = reason.strip()
    with transaction.atomic():
        while_merging()
        for kind in KINDS[type(record)]:
            rows = kind.model.objects.filter(pk__in=set(chosen.get(kind.name, ())))
            list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
        moving = what_moves(record, chosen)
        if not moving:
            raise Refused(_("Choose at least one of what is listed."))
        if isinstance(target, Newcomer):
            target = bring_in(target, record, by=by, reason=reason)
        else:
            _refuse_target(record, target)
        moving.turn(target, by, reason)
        for meeting in Meeting.objects.filter(pk__in=moving.meetings()).order_by("pk"):
            settle_retellings(meeting)
        target.refresh_from_db()
        if target.state == State.WITHDRAWN:
            target.state = State.READ
            save_telling(target, by, reason)
        withdraw_orphans({type(record): {record.pk}})
        if not _was_looked_at(record):
            take_away_if_empty(record, target, by=by, reason=reason)
    return target


def _was_looked_at(record: Any) -> bool:
    """Whether a person found something right of it."""
    kind = ContentType.objects.get_for_model(type(record))
    return ReviewDecision.objects.filter(content_type=kind, object_id=record.pk).exists()


def _refuse_target(record: Any, target: Any) -> None:
    target.refresh_from_db()
    if target.pk == record.pk:
        raise Refused(_("They are of this one already; choose another one."))
    if target.merged_into_id is not None or target.state == State.REJECTED:
        raise Refused(_("%(record)s is rejected or merged away; choose another one.") % {"record": told(target)})
