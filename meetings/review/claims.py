"""Who is at which place of the queue: of two who ask at the same time, one gets it."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from meetings.models import ReviewClaim, ReviewItem

# A claim ends so long after its holder last did something.
HELD_FOR = datetime.timedelta(minutes=20)


def claim(place: str, user: Any) -> bool:
    """Claims a place for `user`, or renews their claim; False where somebody else is there, or just came first.

    Each step is one statement that either finds the row as it must be or changes nothing, so that nobody waits for
    more than another's commit.
    """
    now = timezone.now()
    until = now + HELD_FOR
    of_place = ReviewClaim.objects.filter(place=place)
    if of_place.filter(user=user, until__gt=now).update(until=until):
        return True
    if of_place.filter(until__lte=now).update(user=user, since=now, until=until):
        return True
    defaults = {"user": user, "since": now, "until": until}
    return ReviewClaim.objects.get_or_create(place=place, defaults=defaults)[1]


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
