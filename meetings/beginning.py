"""How a process begins that shares the work of another one: before, it may have no connection to a database."""

from __future__ import annotations

import multiprocessing
import os
from threading import Thread

import django
from django.conf import settings
from django.utils.translation import activate

from people.call_stack import in_one_piece


@in_one_piece
def begin(database: str, language: str) -> None:
    """Sets Django up to work on the database of that name, with messages in that language."""
    Thread(target=_end_with_parent, daemon=True).start()
    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    activate(language)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever; what it is at, the database undoes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
