"""What the queue holds, as short as tests want it."""

from __future__ import annotations

from typing import Any

from meetings.models import ReviewItem


def waits(record: Any) -> set[str]:
    """The reasons for which `record` is in the queue."""
    items = ReviewItem.objects.filter(kind=record._meta.model_name, object_id=record.pk)
    return set(items.values_list("reason", flat=True))


def item_of(record: Any, reason: str = "unsure") -> ReviewItem:
    """The item of `record`."""
    return ReviewItem.objects.get(kind=record._meta.model_name, object_id=record.pk, reason=reason)
