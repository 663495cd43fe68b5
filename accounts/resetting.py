"""A lost phone: what makes a user able to enrol another one, and nobody else able to go on as him."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from accounts import lockout, second_factor
from accounts.sessions import end_sessions


def reset(user: User) -> bool:
    """Takes phone and recovery codes away, ends every session and forgets failures; whether there was a phone."""
    with transaction.atomic():
        had = second_factor.forget(user)
        end_sessions(user)
        lockout.forgive(user)
    return had
