"""Who was made for what was moved to him and has nothing of it left: taken away, as if he had never been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _

from people.corrections import Correctable, State
from people.merging.journal import write
from people.merging.merge import LONGEST_NOTE, save_telling
from people.merging.relations import Key, mark_of, marks, references, set_mark
from people.merging.turning import is_read, turn_row
from people.models import Distinction, Forwarding, Merge, MistakeReport, Official, Role

_SINCE = ("created_at", "updated_at")


def take_away_if_empty(record: Any, heir: Any, *, by: Any, reason: str) -> bool:
    """Deletes a record that was made for what was moved to it, if nothing refers to it and nobody has spoken of it.

    Its history keeps it, its address leads to `heir`, to whom the last of its rows went; what readings took for it
    meanwhile they took, from now on, for `heir`, too.
    """
    kind = ContentType.objects.get_for_model(type(record))
    said = Distinction.objects.filter(kind=kind, second_id=record.pk, second_made=True).first()
    record = type(record)._base_manager.select_for_update(of=("self",)).filter(pk=record.pk).order_by("pk").first()
    if said is None or record is None or _is_spoken_of(record, kind, said) or _is_named(record):
        return False
    for role in _offices(record):
        _forget(role, _equal_office(role, heir))
        role.delete()
    _forget(record, heir)
    origin = said.first
    said.delete()
    gone = _("Taken away, as nothing is told of it any more: %(reason)s") % {"reason": reason}
    Forwarding.keep(record, heir)
    record._history_user, record._change_reason = by, gone[:LONGEST_NOTE]
    record.delete()
    words = {"pk": said.second_id, "reason": reason}
    save_telling(origin, by, _("No. %(pk)s, made for what was moved, is taken away: %(reason)s") % words)
    return True


def _is_spoken_of(record: Any, kind: ContentType, said: Distinction) -> bool:
    """Whether a person has said anything of it since it was made."""
    others = Distinction.objects.filter(Q(first_id=record.pk) | Q(second_id=record.pk), kind=kind).exclude(pk=said.pk)
    reports = MistakeReport.objects.filter(content_type=kind, object_id=record.pk)
    return Merge.objects.of(record).exists() or others.exists() or reports.exists() or _is_changed(record)


def _is_changed(record: Any) -> bool:
    first = type(record).history.filter(id=record.pk).order_by("history_date", "history_id").first()
    if first is None:
        return True
    names = [field.attname for field in first.tracked_fields if field.name not in _SINCE]
    return any(getattr(first, name) != getattr(record, name) for name in names)


def _is_named(record: Any) -> bool:
    """Whether anything refers to it but what no reading finds any more."""
    offices = _offices(record)
    for key in references(type(record)):
        rows = key.model._base_manager.filter(**{key.name: record.pk})
        if key.model is Role and isinstance(record, Official):
            rows = rows.exclude(pk__in=[role.pk for role in offices])
        if any(not _is_gone(row) for row in rows):
            return True
    return False


def _is_gone(row: Any) -> bool:
    return isinstance(row, Correctable) and row.state == State.WITHDRAWN and not row.touched_by_person()


def _offices(record: Any) -> list[Role]:
    """The roles that he had for a while, and that no text gives him any more."""
    if not isinstance(record, Official):
        return []
    return [role for role in Role.objects.filter(official=record) if _is_gone(role) and not _is_held(role)]


def _is_held(role: Role) -> bool:
    rows = (row for key in references(Role) for row in key.model._base_manager.filter(**{key.name: role.pk}))
    return any(not _is_gone(row) for row in rows)


def _equal_office(role: Role, heir: Any) -> Role | None:
    return Role.objects.filter(official=heir, title_key=role.title_key, province=role.province_id).first()


def _forget(record: Any, heir: Any | None) -> None:
    """Lets what was read as `record` be read as `heir`: extracted values, conflicts, and rows that are out of view."""
    for key in references(type(record)):
        changed = list(_turned(key, record.pk, heir.pk if heir is not None else None))
        write(key.model, changed, [key.name, *(["extracted", "conflicts"] if is_read(key) else [])])


def _turned(key: Key, old: int, new: Any) -> Iterator[Any]:
    condition = Q(**{key.name: old})
    if is_read(key):
        condition |= Q(**{f"extracted__{key.name}": old}) | Q(**{f"conflicts__{key.name}__value": old})
    for row in key.model._base_manager.select_for_update(of=("self",)).filter(condition).order_by("pk"):
        before = mark_of(row, key) if marks(key) else None
        turn_row(row, key, old, new)
        if marks(key):
            set_mark(row, key, before)
        yield row
