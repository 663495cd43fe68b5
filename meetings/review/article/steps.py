"""What a reviewer does to records, step by step, and how the last step is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from people.corrections import Correctable, State
from people.desk.standing import confirm, restore
from people.desk.undoing import bring_back

SESSION_KEY = "review_steps"
# So many steps can be taken back, the latest first.
REMEMBERED = 50


class CannotUndoError(Exception):
    """Why the last step cannot be taken back, in one sentence for the person who took it."""


@dataclass(frozen=True)
class Row:
    """A record that a step changed: its versions before (None for one that the step made) and after.

    A row without history, such as the place of a name, has neither: the step made it.
    """

    label: str
    pk: int
    before: int | None
    after: int | None

    @property
    def model(self) -> Any:
        """The record's model."""
        return apps.get_model(self.label)


def accept(records: Iterable[Correctable]) -> list[Row]:
    """Confirms those records that nobody has rejected; their conflicts are settled by that."""
    open_ones = [record for record in records if record.state != State.REJECTED]
    return _change(open_ones, confirm, lambda record: record.state == State.CONFIRMED and not record.conflicts)


def reject(records: Iterable[Correctable], reason: str) -> list[Row]:
    """Takes the records from view, for good; `reason` is kept in their history."""

    def reject_one(record: Any) -> None:
        record.state = State.REJECTED
        record._change_reason = reason

    return _change(records, reject_one, lambda record: record.state == State.REJECTED)


def bring_into_view(records: Iterable[Correctable]) -> list[Row]:
    """Takes the rejection of records back."""
    return _change(records, restore, lambda record: record.state != State.REJECTED)


def _change(records: Iterable[Any], change: Callable[[Any], None], is_done: Callable[[Any], bool]) -> list[Row]:
    rows = []
    with transaction.atomic():
        for stale in records:
            record = type(stale)._default_manager.select_for_update(of=("self",)).get(pk=stale.pk)
            if not is_done(record):
                change(record)
                record.save(update_fields=["state", "conflicts", "updated_at"])
                rows.append(changed_row(record))
    return rows


def changed_row(record: Any) -> Row:
    """What has just been saved of `record`, as a step remembers it."""
    after, *earlier = list(_versions(record).values_list("pk", flat=True)[:2])
    return Row(record._meta.label, record.pk, earlier[0] if earlier else None, after)


def made_row(row: Any) -> Row:
    """A row that has just been made."""
    return changed_row(row) if hasattr(row, "history") else Row(row._meta.label, row.pk, None, None)


def _versions(record: Any) -> Any:
    return record.history.order_by("-history_date", "-history_id")


def remember(session: Any, article: int, rows: Iterable[Row], said: str) -> None:
    """Keeps a step in the session of who took it; one that changed nothing is none."""
    kept = [[row.label, row.pk, row.before, row.after] for row in rows]
    if kept:
        steps = [*session.get(SESSION_KEY, []), {"article": article, "rows": kept, "said": said}]
        session[SESSION_KEY] = steps[-REMEMBERED:]


def last_step(session: Any, article: int) -> str:
    """What the last step on the article was, in words; empty where there is none."""
    steps = [step for step in session.get(SESSION_KEY, []) if step["article"] == article]
    return str(steps[-1]["said"]) if steps else ""


def undo(session: Any, article: int) -> tuple[str, list[tuple[str, int]]]:
    """Takes the last step on the article back; what it was, and the records (label, key) that are as before.

    Raises `CannotUndoError` where there is none, or where somebody has changed one of its records since.
    """
    steps = session.get(SESSION_KEY, [])
    place = next((i for i in reversed(range(len(steps))) if steps[i]["article"] == article), None)
    if place is None:
        raise CannotUndoError(_("There is no step of yours to take back here."))
    rows = [Row(*row) for row in steps[place]["rows"]]
    with transaction.atomic():
        again = {(row.label, row.pk, row.before): _undo_row(row) for row in reversed(rows)}
    for step in steps:  # what an earlier step left stands again, as a later version
        for row in step["rows"]:
            row[3] = again.get((row[0], row[1], row[3]), row[3])
    session[SESSION_KEY] = [step for i, step in enumerate(steps) if i != place]
    return str(steps[place]["said"]), [(row.label, row.pk) for row in rows]


def _undo_row(row: Row) -> int | None:
    """Undoes a row of a step; the version of the record that is as the one before it."""
    if row.after is None:
        row.model._default_manager.filter(pk=row.pk).delete()
        return None
    record = row.model._default_manager.select_for_update(of=("self",)).filter(pk=row.pk).first()
    latest = _versions(record).select_related("history_user").first() if record is not None else None
    if record is None or latest is None:
        raise CannotUndoError(_("The record is gone; there is nothing to take back."))
    if latest.pk != row.after:
        who = latest.history_user.get_username() if latest.history_user else _("the machine")
        said = _("%(who)s has changed “%(record)s” since; look at its history.")
        raise CannotUndoError(said % {"who": who, "record": record})
    if row.before is not None:
        bring_back(record, row.model.history.get(pk=row.before), _("Taken back"))
        return int(_versions(record).values_list("pk", flat=True)[0])
    try:
        record.delete()
    except ProtectedError:
        said = _("Other records refer to “%(record)s” by now; reject it instead.")
        raise CannotUndoError(said % {"record": record}) from None
    return None
