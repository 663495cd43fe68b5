"""The queue as pages use it: what waits for a person, the next item for them, and what they say of it."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from meetings.models import ReviewClaim, ReviewDecision, ReviewItem, ReviewSkip
from meetings.review.claims import claim, holder, release, renew
from meetings.review.filters import Filters
from meetings.review.kinds import BY_NAME
from meetings.review.reasons import REASONS
from meetings.review.refreshing import keep, refresh
from meetings.review.timing import Estimate, estimate, note_settled

__all__ = [
    "Estimate",
    "Filters",
    "as_printed",
    "estimate",
    "holder",
    "may_act",
    "may_act_at_all",
    "next_item",
    "refresh",
    "release",
    "renew",
    "skip",
    "waiting",
]

# What somebody skips is not handed to them again before the next day.
SKIPPED_FOR = datetime.timedelta(hours=12)
_AT_ONCE = 20


def waiting(user: User, filters: Filters | None = None) -> QuerySet[ReviewItem]:
    """The items that `user` can do something about, the most urgent first, whoever is at them."""
    return ReviewItem.objects.filter(_for(user), (filters or Filters()).condition()).order_by("-score", "pk")


def may_act_at_all(user: User) -> bool:
    """Whether there can be anything for `user` in the queue."""
    return bool(_kinds(user))


def may_act(user: User, item: ReviewItem) -> bool:
    """Whether `user` is allowed to settle the item."""
    return item.kind in _kinds(user) and item.reason in _reasons(user)


def next_item(user: User, filters: Filters | None = None, after: ReviewItem | None = None) -> ReviewItem | None:
    """The most urgent item that nobody else is at and that `user` has not skipped, claimed for them; None at the end.

    With `after`, the first one behind it at another place, from the top again behind the last; the claim of the place
    that one comes from is the caller's to release.
    """
    rows = waiting(user, filters)
    now = timezone.now()
    rows = rows.exclude(pk__in=ReviewSkip.objects.filter(user=user, until__gt=now).values("item"))
    rows = rows.exclude(place__in=ReviewClaim.objects.filter(until__gt=now).exclude(user=user).values("place"))
    if after is None:
        return _claimed(rows, user, set())
    behind = rows.filter(Q(score__lt=after.score) | Q(score=after.score, pk__gt=after.pk))
    return _claimed(behind, user, {after.place}) or _claimed(rows, user, {after.place})


def _claimed(rows: QuerySet[ReviewItem], user: User, passed: set[str]) -> ReviewItem | None:
    """The first of the rows whose place nobody else claimed in the meantime; `passed` are places to leave out."""
    while candidates := list(rows.exclude(place__in=passed)[:_AT_ONCE]):
        for item in candidates:
            if item.place not in passed and claim(item.place, user):
                return item
            passed.add(item.place)  # by somebody who came first
    return None


def skip(item: ReviewItem, user: User) -> None:
    """Lets `user` pass the item over until tomorrow, and others have it."""
    with transaction.atomic():
        until = timezone.now() + SKIPPED_FOR
        ReviewSkip.objects.update_or_create(item=item, user=user, defaults={"until": until})
        release(item, user)


def as_printed(item: ReviewItem, user: User) -> None:
    """Says that the record is as the text prints it: the doubt does not come back until the reading changes.

    Raises `ValueError` for a reason of which that cannot be said.
    """
    if not REASONS[item.reason].as_printed:
        raise ValueError(f"{item.reason}: something has to be done about it")
    with transaction.atomic():
        note_settled([item])
        keep([
            ReviewDecision(
                reason=item.reason,
                content_type=item.content_type,
                object_id=item.object_id,
                fingerprint=item.fingerprint,
                by=user,
            )
        ])  # fmt: skip
        item.delete()


def _for(user: User) -> Q:
    kinds, reasons = _kinds(user), _reasons(user)
    condition = Q() if len(kinds) == len(BY_NAME) else Q(kind__in=kinds)
    return condition if len(reasons) == len(REASONS) else condition & Q(reason__in=reasons)


def _kinds(user: User) -> list[str]:
    options = {name: kind.model._meta for name, kind in BY_NAME.items()}
    return [name for name, meta in options.items() if user.has_perm(f"{meta.app_label}.change_{name}")]


def _reasons(user: User) -> list[str]:
    return [n for n, reason in REASONS.items() if not reason.permission or user.has_perm(reason.permission)]
