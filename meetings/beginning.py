"""How a process begins that shares the work of another one: nothing of the site may be imported before."""

from __future__ import annotations

import django
from django.conf import settings
from django.utils.translation import activate


def begin(database: str, language: str) -> None:
    """Sets Django up to work on the database of that name, with messages in that language."""
    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    activate(language)
