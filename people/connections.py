"""Connections to databases, of which a process has few."""

from __future__ import annotations

from django.db import connections


def give_back() -> None:
    """Lets other threads have the connections of this one while it asks nothing, as behind a request.

    Within a transaction they stay.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
