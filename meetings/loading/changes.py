"""What readers see of an article, and what changed of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from meetings.models import Appearance, Article, Assignment, Citation, Decision, Directive, Meeting, Target
from people.corrections import State
from people.models import Role

# By kind of record, the path from it to the article that it was read from.
PATHS: tuple[tuple[Any, str], ...] = (
    (Meeting, "reports__article"),
    (Role, "attestations__article"),
    (Appearance, "article"),
    (Directive, "article"),
    (Assignment, "directive__article"),
    (Target, "article"),
    (Citation, "article"),
    (Decision, "article"),
)
_IN_VIEW = (State.READ, State.CONFIRMED)
# By kind and key, the record in words and its values.
Records = dict[tuple[str, int], tuple[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a record that is read otherwise; a record that comes or goes has no field."""

    kind: str
    record: str
    field: str
    before: str
    after: str


def records_of(article: Article) -> Records:
    """What readers see of an article: by kind and key, the record in words and its values."""
    found: Records = {}
    for model, path in PATHS:
        names = [name for name in model.correctable_fields if name != "same_as"]
        related = [name for name in names if model._meta.get_field(name).is_relation]
        rows = model.objects.filter(**{path: article, "state__in": _IN_VIEW})
        for row in rows.select_related(*related) if related else rows:
            values = {name: str(getattr(row, name) or "") for name in names}
            found[model._meta.model_name, row.pk] = (str(row), values)
    return found


def changes_between(before: Records, after: Records) -> Iterator[Change]:
    """Value by value, kind by kind."""
    for key in sorted(before.keys() | after.keys()):
        kind = key[0]
        if key not in after:
            yield Change(kind, str(key[1]), "", before[key][0], "")
        elif key not in before:
            # What is made on trial has no key of its own.
            yield Change(kind, "", "", "", after[key][0])
        else:
            old, new = before[key][1], after[key][1]
            yield from (Change(kind, str(key[1]), name, old[name], new[name]) for name in new if old[name] != new[name])
