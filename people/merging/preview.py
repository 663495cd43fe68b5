"""What merging two records would move, and what it would have to decide: to be read before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from people import records
from people.merging.merge import ordered
from people.merging.relations import Key, Twins, references
from people.merging.turning import persons_word
from people.models import Distinction, Official

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Moving:
    """So many rows of a kind that name the younger record (in the field `by`) will name the older one."""

    rows: str | Promise
    by: str | Promise
    count: int
    samples: tuple[str, ...]
    model: Any
    field: str


@dataclass(frozen=True, slots=True)
class Preview:
    """`moving` goes from `drop` to `keep`; `doubled` are rows that both have and become one; `doubts` speak against."""

    keep: Any
    drop: Any
    moving: tuple[Moving, ...]
    doubled: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many rows move."""
        return sum(moving.count for moving in self.moving)


def preview(one: Any, other: Any) -> Preview:
    """What merging the two would do; nothing is changed."""
    keep, drop = ordered(one, other)
    moving: list[Moving] = []
    doubled: list[str] = []
    for key in references(type(keep)):
        rows: Any = key.model._base_manager.filter(**{key.name: drop.pk})
        if count := rows.count():
            samples = _samples(key, rows, drop)
            options: Any = key.model._meta
            moving.append(
                Moving(capfirst(options.verbose_name_plural), key.verbose_name, count, samples, key.model, key.name)
            )
            doubled += _doubled(key, rows, keep, drop)
    return Preview(keep, drop, tuple(moving), tuple(doubled), tuple(_doubts(keep, drop)))


def _samples(key: Key, rows: Any, drop: Any) -> tuple[str, ...]:
    """How the first rows are called, each name once."""
    found = list(rows.order_by("pk")[: 4 * SAMPLES])
    for row in found:
        setattr(row, key.name, drop)  # known already
    return tuple(dict.fromkeys(Truncator(str(row)).chars(120) for row in found))[:SAMPLES]


def _doubled(key: Key, rows: Any, keep: Any, drop: Any) -> list[str]:
    twins = Twins(key, drop.pk, keep.pk)
    said = []
    for row in rows.order_by("pk") if twins.any else ():
        twin = twins.of(row)
        if twin is None:
            continue
        words = _("%(kind)s “%(row)s” of both becomes one.")
        names = {"kind": capfirst(str(row._meta.verbose_name)), "row": row}
        said.append(" ".join([words % names, *_disagreements(row, twin)]))
    return said


def _disagreements(row: Any, twin: Any) -> Sequence[str]:
    """Fields that people have set in both rows, to different values."""
    both = [
        row._meta.get_field(name)
        for name in getattr(row, "correctable_fields", ())
        if persons_word(row, name) and persons_word(twin, name) and name != "official"
    ]
    differing = [field for field in both if getattr(row, field.attname) != getattr(twin, field.attname)]
    if not differing:
        return ()
    names = ", ".join(str(field.verbose_name) for field in differing)
    return (
        _("People have set both to different values (%(fields)s): those of the older one stay.") % {"fields": names},
    )


def _doubts(keep: Any, drop: Any) -> Sequence[str]:
    said = []
    if (distinction := Distinction.between(keep, drop)) is not None:
        said.append(_("They were said not to be the same: %(reason)s") % {"reason": distinction.reason})
    if keep.province_id != drop.province_id:
        places = {"one": keep.province or _("unknown"), "other": drop.province or _("unknown")}
        said.append(_("Their provinces differ: %(one)s and %(other)s.") % places)
    if isinstance(keep, Official):
        both = records.appearances().filter(official=drop).order_by().values("meeting")
        together = records.appearances().filter(official=keep, meeting__in=both).order_by()
        if count := together.values("meeting").distinct().count():
            said.append(
                _("Both appear at the same meeting (%(count)s): a text that names both means two people.")
                % {"count": count}
            )
    elif drop.successor_id == keep.pk or keep.successor_id == drop.pk:
        said.append(_("One is the successor of the other: then they are two, and stay tied."))
    return said
