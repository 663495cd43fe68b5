"""Likely duplicates into the queue: one pass over the names of the register, as `people.merging` finds them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from meetings.models import ReviewItem
from meetings.review.reasons import DUPLICATE
from meetings.review.refreshing import refresh_scope
from meetings.review.scope import Scope
from people.desk.choosing import label
from people.merging.likely import pairs_of
from people.models import Official, Organization

_AT_ONCE = 1000


def find_duplicates() -> int:
    """Brings the items for likely duplicates in step, each at the younger of two; returns how many pairs there are.

    The work grows with the register, so it is done after loading and when all is made anew; what people decide in
    between takes items away at once.
    """
    return sum(_find(model) for model in (Official, Organization))


def _find(model: Any) -> int:
    likeliest: dict[int, dict[str, Any]] = {}
    for pair in pairs_of(model):
        detail = {"others": [pair.first.pk], "name": label(pair.first), "why": pair.reason, "score": pair.score}
        likeliest.setdefault(pair.second.pk, detail)
    present: QuerySet[ReviewItem] = ReviewItem.objects.filter(reason=DUPLICATE, kind=model._meta.model_name)
    gone = [pk for pk, key in present.values_list("pk", "object_id") if key not in likeliest]
    for start in range(0, len(gone), _AT_ONCE):
        ReviewItem.objects.filter(pk__in=gone[start : start + _AT_ONCE]).delete()
    keys = sorted(likeliest)
    for start in range(0, len(keys), _AT_ONCE):
        scope = Scope()
        for key in keys[start : start + _AT_ONCE]:
            scope.suspect(model, key, likeliest[key])
        refresh_scope(scope)
    return len(likeliest)
