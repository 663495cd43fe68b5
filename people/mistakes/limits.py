"""So many reports from one address are taken and no more; of the address nothing is kept that could tell it."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from people.models.mistakes import Sender
from people.throttling import whose

# So many in so many seconds.
LIMITS = ((5, 10 * 60), (30, 24 * 60 * 60))
REMEMBERED = max(seconds for _number, seconds in LIMITS)


def seconds_to_wait(address: str) -> int:
    """0, and one more is counted, where a report from `address` (of IPv4 or IPv6, or empty) is taken now; else seconds.

    Counted in the database, so for all processes; of two at once, one waits for the other.
    """
    now = timezone.now()
    with transaction.atomic():
        Sender.objects.get_or_create(key=key_of(address), defaults={"last_at": now})
        sender = Sender.objects.select_for_update().get(key=key_of(address))
        sender.sent = [time for time in sender.sent if time > now.timestamp() - REMEMBERED]
        if wait := _wait(sender.sent, now.timestamp()):
            return wait
        sender.sent.append(now.timestamp())
        sender.last_at = now
        sender.save()
    return 0


def forget(**_: Any) -> None:
    """Erases what is known of senders, once it is too old to count: whenever somebody opens the form, or logs in."""
    old = Sender.objects.filter(last_at__lt=timezone.now() - datetime.timedelta(seconds=REMEMBERED))
    if old.exists():  # so that most pages only read
        old.delete()


def key_of(address: str) -> str:
    """What stands for an address, and cannot be turned back into it."""
    return salted_hmac("people.mistakes.sender", whose(address), algorithm="sha256").hexdigest()


def _wait(sent: list[float], now: float) -> int:
    """Seconds until fewer than each limit were sent within its time."""
    waits = [0.0]
    for number, seconds in LIMITS:
        if len(sent) >= number:
            waits.append(sent[-number] + seconds - now)
    return max(0, -int(-max(waits) // 1))
