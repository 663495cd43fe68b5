"""Who is at which place of the queue: of two who ask at the same time, one gets it."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from meetings.models import ReviewClaim, ReviewItem

# A claim ends so long after its holder last did something.
HELD_FOR = datetime.timedelta(minutes=20)


def claim(place: str, user: Any) -> bool:
    """Claims a place for `user`, or renews their claim; False where somebody else is there, or just coming."""
    now = timezone.now()
    with transaction.atomic():
        defaults = {"user": user, "since": now, "until": now + HELD_FOR}
        _claim, made = ReviewClaim.objects.get_or_create(place=place, defaults=defaults)
        if made:
            return True
        # Who holds the row is about to take the place: on SQLite nobody can, as one transaction writes at a time.
        present = ReviewClaim.objects.select_for_update(skip_locked=True).filter(place=place).first()
        if present is None or (present.until > now and present.user_id != user.pk):
            return False
        if present.user_id != user.pk or present.until <= now:
            present.user, present.since = user, now
        present.until = now + HELD_FOR
        present.save()
    return True


def renew(item: ReviewItem, user: Any) -> bool:
    """Holds the item's place for `user` for a while longer, as they are at it; False where somebody else is there."""
    return claim(item.place, user)


def release(item: ReviewItem, user: Any) -> None:
    """Lets others have what `user` held; nothing happens where they did not."""
    ReviewClaim.objects.filter(place=item.place, user=user).update(until=timezone.now())


def holder(item: ReviewItem) -> Any:
    """Who is at the item's place now, if anybody."""
    present = ReviewClaim.objects.filter(place=item.place, until__gt=timezone.now()).select_related("user").first()
    return present.user if present else None
