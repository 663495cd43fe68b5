"""Merging two records of one kind into the older one."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from people.corrections import State
from people.merging.journal import Journal
from people.merging.locks import while_merging
from people.merging.refusals import refuse_merge
from people.merging.relations import references
from people.merging.signals import merged
from people.merging.turning import tell_who_was_read, turn
from people.models import Alias, Merge, Mergeable
from people.names import name_key

_Record = TypeVar("_Record", bound=Mergeable)
LONGEST_NOTE = 100  # characters of a reason in the history


def ordered(one: _Record, other: _Record) -> tuple[_Record, _Record]:
    """The survivor, which is the older one, and the one that is merged away."""
    return (one, other) if one.pk < other.pk else (other, one)


def merge(
    one: _Record,
    other: _Record,
    *,
    by: Any,
    reason: str,
    name_of: _Record | None = None,
    province_of: _Record | None = None,
) -> Merge:
    """Merges the younger of two records into the older one, in one transaction; both are refreshed.

    The survivor bears the name and the province of those given, its own where none is: that is a person's correction.
    Raises `Refused`.
    """
    with transaction.atomic():
        while_merging()
        keep, drop = ordered(one, other)
        list(type(keep)._base_manager.select_for_update().filter(pk__in=(keep.pk, drop.pk)).order_by("pk"))
        keep.refresh_from_db()
        drop.refresh_from_db()
        refuse_merge(keep, drop, reason)
        kind = ContentType.objects.get_for_model(type(keep))
        done = Merge.objects.create(kind=kind, keep_id=keep.pk, drop_id=drop.pk, reason=reason.strip(), by=by)
        journal = Journal()
        tell_who_was_read(journal, drop)
        for key in references(type(keep)):
            turn(journal, key, drop, keep)
        keep.refresh_from_db()
        _send_away(journal, keep, drop, done)
        _survive(journal, keep, drop, done, name_of or keep, province_of or keep)
        done.moved = journal.entries
        done.save(update_fields=["moved"])
        merged.send(sender=type(keep), merge=done, touched=journal.touched)
    return done


def save_telling(record: Any, by: Any, words: str) -> None:
    """Saves a record; its history says who did it and why."""
    record._history_user = by
    record._change_reason = Truncator(words).chars(LONGEST_NOTE)
    record.save()
    del record._history_user, record._change_reason


def _send_away(journal: Journal, keep: Any, drop: Any, done: Merge) -> None:
    before = {"state": drop.state, "merged_into_id": None}
    if keep.state == State.WITHDRAWN and drop.state != State.WITHDRAWN:
        journal.change(keep, {"state": State.READ.value})  # somebody is named again
    drop.state, drop.merged_into = State.REJECTED, keep
    save_telling(drop, done.by, _("Merged into no. %(pk)s: %(reason)s") % {"pk": keep.pk, "reason": done.reason})
    journal.note_change(drop, before)


def _survive(journal: Journal, keep: Any, drop: Any, done: Merge, name_of: Any, province_of: Any) -> None:
    """Lets the survivor bear the chosen name and province, be found by both names, and take over what it lacks."""
    columns = ["name", "province_id", *(n for n in ("homonym", "abbreviations", "successor_id") if hasattr(keep, n))]
    before = {name: getattr(keep, name) for name in columns}
    own = keep._meta.model_name
    aliases = set(Alias.objects.filter(**{own: keep}).values_list("pk", flat=True))
    if name_of.pk == drop.pk:
        keep.name = drop.name
    if province_of.pk == drop.pk:
        keep.province = drop.province
    _take_over(keep, drop)
    save_telling(keep, done.by, _("Merged with no. %(pk)s: %(reason)s") % {"pk": drop.pk, "reason": done.reason})
    journal.note_change(keep, before)
    if name_key(drop.name) != name_key(keep.name):
        Alias.objects.get_or_create(
            **{own: keep}, name_key=name_key(drop.name), defaults={"name": drop.name, "read_as": {own: drop.pk}}
        )
    made = Alias.objects.filter(**{own: keep}).exclude(pk__in=aliases)
    made.update(merge=done)
    for alias in made:
        journal.make(alias, "name_key")


def _take_over(keep: Any, drop: Any) -> None:
    """The free number among namesakes; short names and a successor that only the other had."""
    if hasattr(keep, "homonym"):
        namesakes = type(keep)._base_manager.filter(
            name_key=name_key(keep.name), province=keep.province_id, merged_into__isnull=True
        )
        taken = set(namesakes.exclude(pk=keep.pk).values_list("homonym", flat=True))
        if keep.homonym in taken:
            keep.homonym = next(n for n in range(len(taken) + 1) if n not in taken)
        return
    short = [*keep.abbreviations.split("|"), *drop.abbreviations.split("|")]
    both = "|".join(dict.fromkeys(part for part in short if part))
    if len(both) <= keep._meta.get_field("abbreviations").max_length:
        keep.abbreviations = both
    if keep.successor_id is None and drop.successor_id != keep.pk:
        keep.successor_id = drop.successor_id
