"""What is being made, so that others who want it need not make it as well."""

from __future__ import annotations

import threading
from collections.abc import Hashable

_PATIENCE = 20.0  # seconds, after which whoever waits makes it, too


class Making:
    """What the threads of a process are making, by key."""

    def __init__(self) -> None:
        self._done: dict[Hashable, threading.Event] = {}
        self._lock = threading.Lock()

    def begin(self, key: Hashable) -> bool:
        """Whether nobody makes it yet: then whoever asks does, until `end`."""
        with self._lock:
            return self._done.setdefault(key, event := threading.Event()) is event

    def wait(self, key: Hashable) -> None:
        """Waits until it is made, or was not to be."""
        if (done := self._done.get(key)) is not None:
            done.wait(_PATIENCE)

    def end(self, key: Hashable) -> None:
        """It is made, or is not to be; what was never begun has no end."""
        with self._lock:
            done = self._done.pop(key, None)
        if done is not None:
            done.set()
