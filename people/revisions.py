"""What readers are told of a person's work on records: set right, added or checked, on which day, and what was read.

Who it was is never told. A page describes all its records at once, in a number of queries that does not grow with them.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Max, Q
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from people.corrections import Correctable, State
from people.desk.choosing import label
from people.desk.readings import shown_value
from people.models import Merge

CORRECTED, ADDED, CHECKED = "corrected", "added", "checked"
Related = dict[type[models.Model], dict[Any, models.Model]]


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a person set right: what was last read, and what stands there now, in the words of a page."""

    field: str
    read: str
    now: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What a person did to a record (`kind`), and on which day last, where that is known."""

    kind: str
    day: datetime.date | None
    changes: tuple[Change, ...] = ()


def describe(records: Iterable[Any]) -> None:
    """Gives each record its `revision`, None where no person has touched it.

    One query for each kind of record that a person touched, and one for each kind that corrected fields refer to.
    """
    touched: dict[type[Any], list[Any]] = defaultdict(list)
    for record in records:
        record.revision = None
        if record.touched_by_person() and record.state != State.REJECTED:
            touched[type(record)].append(record)
    related = _related([record for rows in touched.values() for record in rows])
    for model, rows in touched.items():
        days = _days(model, [record.pk for record in rows])
        for record in rows:
            record.revision = _revision(record, days.get(record.pk), related)


def revision_of(record: Any) -> Revision | None:
    """The revision of a record, described with others before or by itself now."""
    if "revision" not in record.__dict__:
        describe([record])
    found: Revision | None = record.revision
    return found


def merges_into(record: Any) -> list[tuple[str, datetime.date]]:
    """What was merged into an official or organization, by name, with the day; one query, two where there is some."""
    names = dict(record.merged_away.order_by().values_list("pk", "name"))  # in an order SQLite goes through all names
    if not names:
        return []
    kind = ContentType.objects.get_for_model(type(record))
    standing = Merge.objects.standing().filter(kind=kind, drop_id__in=names).order_by("at", "pk")
    return [(names[key], localdate(at)) for key, at in standing.values_list("drop_id", "at")]


def _revision(record: Correctable, day: datetime.date | None, related: Related) -> Revision:
    if not record.extracted:
        return Revision(ADDED, day)
    changes = tuple(
        Change(
            capfirst(str(_field(record, name).verbose_name)),
            _shown(record, name, record.extracted[name], related),
            _shown(record, name, record.reading_of(name), related),
        )
        for name in record.corrected_fields()
    )
    return Revision(CORRECTED if changes else CHECKED, day, changes)


def _days(model: type[Any], keys: list[Any]) -> dict[Any, datetime.date]:
    """The day on which a person last saved each record; versions that nobody made tell where there are no others."""
    by_person = Max("history_date", filter=Q(history_user__isnull=False))
    key = model._meta.pk.attname
    rows = model.history.filter(**{f"{key}__in": keys}).order_by().values(key)
    found = rows.annotate(by_person=by_person, latest=Max("history_date"))
    return {row[key]: localdate(row["by_person"] or row["latest"]) for row in found}


def _related(records: list[Any]) -> Related:
    """By model and key, the records that corrected foreign keys were read as, and are now."""
    keys: dict[type[Any], set[Any]] = defaultdict(set)
    for record in records:
        for name in record.corrected_fields():
            if isinstance(field := _field(record, name), models.ForeignKey):
                keys[field.related_model] |= {record.extracted[name], record.reading_of(name)} - {None}
    return {model: _labelled(model).in_bulk(wanted) for model, wanted in keys.items()}


def _labelled(model: type[Any]) -> models.QuerySet[Any]:
    """All rows with what their labels need, without what is only searched."""
    names = {field.name for field in model._meta.concrete_fields}
    rows = model._default_manager.select_related("province") if "province" in names else model._default_manager.all()
    return rows.defer("search_text") if "search_text" in names else rows


def _shown(record: Correctable, name: str, value: Any, related: Related) -> str:
    field = _field(record, name)
    if not isinstance(field, models.ForeignKey) or value is None:
        return shown_value(field, value)
    found = related[field.related_model].get(value)
    return label(found) if found is not None else _("no. %(key)s, which is gone") % {"key": value}


def _field(record: Correctable, name: str) -> Any:
    return record._meta.get_field(name)
