"""Likely duplicates into the queue: one pass over the names of the register, as `people.merging` finds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from meetings.loading.processes import in_processes
from meetings.models import ReviewItem
from meetings.review.reasons import DUPLICATE
from meetings.review.refreshing import OF_A_PAIR, refresh_scope
from meetings.review.scope import Scope
from people.desk.choosing import label
from people.merging.likely import pairs_of
from people.models import Official, Organization

_AT_ONCE = 1000

# A record that may be one with another, by its key, and what is to be told of that.
_Suspect = tuple[int, dict[str, Any]]


def find_duplicates(jobs: int = 1) -> int:
    """Brings the items for likely duplicates in step, each at the younger of two; returns how many pairs there are.

    The work grows with the register, so it is done after loading and when all is made anew; what people decide in
    between takes items away at once. `jobs` processes write what is new.
    """
    return sum(_find(model, jobs) for model in (Official, Organization))


def _find(model: Any, jobs: int) -> int:
    likeliest: dict[int, dict[str, Any]] = {}
    for pair in pairs_of(model):
        detail = {"others": [pair.first.pk], "name": label(pair.first), "why": pair.reason, "score": pair.score}
        likeliest.setdefault(pair.second.pk, detail)
    present: QuerySet[ReviewItem] = ReviewItem.objects.filter(reason=DUPLICATE, kind=model._meta.model_name)
    told, gone = {}, []
    for pk, key, detail in present.values_list("pk", "object_id", "detail"):
        told[key] = {name: detail.get(name) for name in OF_A_PAIR}
        if key not in likeliest:
            gone.append(pk)
    for start in range(0, len(gone), _AT_ONCE):
        ReviewItem.objects.filter(pk__in=gone[start : start + _AT_ONCE]).delete()
    # What else changes about a record brings its item in step at once.
    new = [(key, detail) for key, detail in sorted(likeliest.items()) if told.get(key) != detail]
    batches = [new[start : start + _AT_ONCE] for start in range(0, len(new), _AT_ONCE)]
    work = partial(_suspect, model._meta.label)
    for _ in in_processes(work, batches, jobs) if jobs > 1 and len(batches) > 1 else map(work, batches):
        pass
    return len(likeliest)


def _suspect(model: str, suspects: Sequence[_Suspect]) -> list[int]:
    """Brings the items of records of a model in step, which is named by its label; returns their keys."""
    scope = Scope()
    for key, detail in suspects:
        scope.suspect(apps.get_model(model), key, detail)
    refresh_scope(scope)
    return [key for key, _ in suspects]
