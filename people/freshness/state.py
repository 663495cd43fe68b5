"""The name of the state that the data are in: another one after every change that was committed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from datetime import timedelta

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, router, transaction
from django.http import HttpRequest
from django.utils import timezone

from people.connections import give_back
from people.models import DataChange, RowChange

logger = logging.getLogger(__name__)
_TABLE = DataChange._meta.db_table
_QUESTION = f"SELECT count(*), max(id), max(number), min(id) FROM {_TABLE}"  # noqa: S608 - a name of our own
MOST_ROWS = 10_000  # beyond which rows go that no transaction still at work can have written
_LONGEST_TRANSACTION = timedelta(minutes=30)
BEHIND = 5.0  # seconds since a state was seen to hold, for which readers may be shown it


def state_of_data() -> str:
    """The name of the state, as the database tells it now.

    Rows get their numbers before they are committed and may be seen in another order: so they are counted, too.
    """
    with connections[_read_from()].cursor() as cursor:  # of the very data that are read
        cursor.execute(_QUESTION)
        rows, last, number, first = cursor.fetchone()
    if rows > MOST_ROWS:
        _let_go(last)
    return f"{rows}.{first or 0}.{last or 0}.{number or 0}"


def _read_from() -> str:
    """The database that visits read from here."""
    return router.db_for_read(DataChange)


def _let_go(last: int) -> None:
    """Drops rows of long ago. Whoever may only read leaves that to others."""
    old = DataChange.objects.filter(pk__lt=last - MOST_ROWS // 10, at__lt=timezone.now() - _LONGEST_TRANSACTION)
    try:
        with transaction.atomic():
            RowChange.objects.filter(change__in=old.values("pk")).delete()
            old.delete()
    except DatabaseError as error:
        logger.info("Notes on changes are kept: %s", error)


class KnownState:
    """The state as this process knows it: asked for again where the last answer is older than the setting says.

    While there are visits it is asked for beside them, so that none waits for the answer. While the database is away,
    the last state that was known holds. Visits may read from another database than those before them (a replica): each
    is told the state of its own, or of one that is no further.
    """

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._visited = 0.0
        self._read_from = self._asked_of = DEFAULT_DB_ALIAS  # the databases of the last visit and question
        self._keeping = threading.Lock()
        self._keeper: threading.Thread | None = None
        self._seen: tuple[str, str] | None = None  # a state, and the database that told it
        self._asked = 0.0
        self._failed = False
        self._held: dict[str, float] = {}  # the states of the last seconds, with when each was last seen to hold

    def may_be_shown(self, state: str) -> bool:
        """Whether the data were in that state some seconds ago, though they may be in another one by now."""
        return time.monotonic() - self._held.get(state, float("-inf")) < BEHIND

    def now(self) -> str | None:
        """The state, None where none is known; one thread asks while others go on with what is known."""
        self._visited, self._read_from = time.monotonic(), _read_from()
        if self._keeper is None and settings.KEEP_ASKING:
            self._keep_asking()
        is_same = self._read_from == self._asked_of
        if is_same and self._visited - self._asked < settings.SECONDS_BEHIND:
            return self._known()
        if not self._asking.acquire(blocking=self._seen is None):
            return self._known()
        if is_same and self._failed and self._seen is not None:
            _beside(self._ask_once).start()
        else:
            self._ask()
        return self._known()

    def forget(self) -> None:
        """Asks anew the next time."""
        self._seen, self._asked, self._failed = None, 0.0, False
        self._held = {}

    def _known(self) -> str | None:
        """The state, unless what is read here may be behind it: a replica may lack what the primary told."""
        state, told_by = self._seen or (None, _read_from())
        return None if told_by == DEFAULT_DB_ALIAS != _read_from() else state

    def _ask(self) -> None:
        asked, self._asked_of = time.monotonic(), _read_from()
        try:
            state = state_of_data()
            late = {other: held for other, held in self._held.items() if asked - held < BEHIND}
            self._held = {**late, state: asked}
            self._seen, self._asked, self._failed = (state, self._asked_of), asked, False
        except DatabaseError as error:
            logger.warning("The state of the data is not known: %s", error)
            self._asked, self._failed = time.monotonic(), True
        finally:
            self._asking.release()

    def _ask_once(self) -> None:
        try:
            self._ask()
        finally:
            connections.close_all()

    def _keep_asking(self) -> None:
        keeper = _beside(self._ask_until_nobody_comes)
        with self._keeping:
            if self._keeper is None:
                self._keeper = keeper
                keeper.start()

    def _ask_until_nobody_comes(self) -> None:
        """Ends where there is no answer, too, and where visits read from another database by now."""
        try:
            while True:
                time.sleep(settings.SECONDS_BEHIND / 2)
                if time.monotonic() - self._visited >= settings.KEEP_ASKING or self._read_from != _read_from():
                    break
                if self._asking.acquire(blocking=False):
                    self._ask()
                give_back()
                if self._failed:
                    break
        finally:
            connections.close_all()
            self._keeper = None


def _beside(work: Callable[[], None]) -> threading.Thread:
    """A thread that reads from the database that whoever begins it reads from."""
    return threading.Thread(target=copy_context().run, args=(work,), daemon=True)


STATE = KnownState()


def known_state(request: HttpRequest | None) -> tuple[str | None, bool]:
    """The state of the data, and whether it must be that very one: for whoever has a session, and may have edited."""
    if request is not None and settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return STATE.now(), False
    return state_of_data(), True
