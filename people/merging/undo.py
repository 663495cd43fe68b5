"""Undoing a merge completely: every row back, those read since to whom they were read as, people's words kept."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.in_view import settle_view
from people.merging.journal import put_back, set_quietly, take_out, write
from people.merging.locks import while_merging
from people.merging.merge import save_telling
from people.merging.offices import part_offices
from people.merging.refusals import refuse_undo
from people.merging.relations import references
from people.merging.returning import Parting, return_read_since, return_row
from people.merging.signals import undone
from people.models import Merge


def undo(merge: Merge, *, by: Any, reason: str) -> None:
    """Undoes `merge` in one transaction and refreshes it. Raises `Refused`.

    What a person changed since then stays as the person left it.
    """
    with transaction.atomic():
        while_merging()
        merge = _locked(merge)
        model: Any = merge.kind.model_class()
        keep, drop = (model._base_manager.select_for_update().get(pk=pk) for pk in (merge.keep_id, merge.drop_id))
        refuse_undo(merge, keep, drop, reason)
        parting = Parting(model, keep.pk, drop.pk, _read_as(merge, drop.pk))
        for entry in reversed(merge.moved):
            _undo_entry(parting, entry, drop)
        keep.refresh_from_db()
        drop.refresh_from_db()
        for key in references(model):
            return_read_since(parting, key)
        part_offices(parting)
        settle_view({**parting.touched, model._meta.label_lower: {keep.pk, drop.pk}})
        said = {"pk": merge.drop_id, "reason": reason.strip()}
        save_telling(keep, by, _("Parted again from no. %(pk)s: %(reason)s") % said)
        save_telling(drop, by, _("Parted again from no. %(pk)s: %(reason)s") % {**said, "pk": merge.keep_id})
        merge.undone_by, merge.undone_at, merge.undone_reason = by, timezone.now(), reason.strip()
        merge.save(update_fields=["undone_by", "undone_at", "undone_reason"])
        undone.send(sender=model, merge=merge, touched=parting.touched)


def _locked(merge: Merge) -> Merge:
    """The merge as it stands, in the instance that the caller holds."""
    Merge.objects.select_for_update().get(pk=merge.pk)
    merge.refresh_from_db()
    return merge


def _read_as(merge: Merge, drop: int) -> set[int]:
    """The keys of the record that comes back, and of those that had been merged into it before."""
    kind = ContentType.objects.get_for_id(merge.kind_id)
    found = {drop}
    for earlier in Merge.objects.standing().filter(kind=kind, pk__lt=merge.pk).order_by("-pk"):
        if earlier.keep_id in found:
            found.add(earlier.drop_id)
    return found


def _undo_entry(parting: Parting, entry: dict[str, Any], drop: Any) -> None:
    model = parting.model_of(entry)
    if entry["do"] == "turn":
        _turn_back(parting, entry)
    elif entry["do"] == "drop":
        parting.follow_merges(put_back(entry))
        parting.touch(model, [entry["row"]["pk"]])
    elif (row := model._base_manager.select_for_update().filter(pk=entry.get("pk")).order_by("pk").first()) is None:
        return  # marks need no more; a row that a person has deleted since is gone
    elif entry["do"] == "set":
        back = {name: value for name, value in entry["old"].items() if getattr(row, name) == entry["new"][name]}
        if row.pk == drop.pk and model is parting.model and "merged_into_id" in back and hasattr(row, "homonym"):
            back["homonym"] = parting.free_number(row)
        set_quietly(row, back)
        parting.touch(model, [row.pk])
    elif entry["do"] == "make" and all(getattr(row, name) == value for name, value in entry["new"].items()):
        take_out(row)


def _turn_back(parting: Parting, entry: dict[str, Any]) -> None:
    model = parting.model_of(entry)
    key = model._meta.get_field(entry["field"])
    noted = {pk: (flags, conflict) for pk, flags, conflict in entry["rows"]}
    rows = list(model._base_manager.select_for_update().filter(pk__in=noted).order_by("pk"))
    for row in rows:
        return_row(parting, row, key, entry, *noted[row.pk])
    write(model, rows, parting.fields_of(key))
    parting.touch(model, [row.pk for row in rows])
