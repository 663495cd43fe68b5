"""Makes the whole queue anew from the records, in batches that need little memory; what people said of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone

from meetings.models import ReviewClaim, ReviewItem, ReviewSkip
from meetings.review.duplicates import find_duplicates
from meetings.review.kinds import KINDS, MEETING, OTHERS
from meetings.review.refreshing import refresh_scope
from meetings.review.scope import Scope
from people.models import MistakeReport

# A meeting brings some sixty records along, other records come alone.
_MEETINGS, _RECORDS = 50, 500


@dataclass
class Rebuilt:
    """What a rebuild did: meetings and entries of the register looked at, items added and removed."""

    records: int = 0
    added: int = 0
    removed: int = 0


def rebuild() -> Rebuilt:
    """Looks at every record again, each batch in a transaction of its own, so that the site goes on meanwhile."""
    done = Rebuilt()
    before = _last(ReviewItem)
    standing = ReviewItem.objects.count()
    for kind in (MEETING, *OTHERS):
        for keys in _batches(kind.model, _MEETINGS if kind is MEETING else _RECORDS):
            scope = Scope()
            scope.add(kind.model, keys)
            refresh_scope(scope)
            done.records += len(keys)
    for model in KINDS:
        _look_at_reports(model)
        gone = ~Exists(model._base_manager.filter(pk=OuterRef("object_id")))
        ReviewItem.objects.filter(gone, content_type=ContentType.objects.get_for_model(model)).delete()
    find_duplicates()
    ReviewClaim.objects.filter(until__lt=timezone.now()).delete()
    ReviewSkip.objects.filter(until__lt=timezone.now()).delete()
    done.added = ReviewItem.objects.filter(pk__gt=before).count()
    done.removed = standing + done.added - ReviewItem.objects.count()
    return done


def _look_at_reports(model: Any) -> None:
    about = MistakeReport.objects.filter(content_type=ContentType.objects.get_for_model(model))
    still_open = about.filter(state=MistakeReport.State.OPEN).order_by().values_list("object_id", flat=True).distinct()
    scope = Scope()
    for key in still_open:
        scope.report(model, key)
    refresh_scope(scope)


def _batches(model: Any, size: int) -> Iterator[list[int]]:
    last = 0
    while keys := list(model._base_manager.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size]):
        yield keys
        last = keys[-1]


def _last(model: Any) -> int:
    return model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
