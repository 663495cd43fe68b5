"""Lets a member of staff in for the time of a measurement: `python -m bench.pages.staff begin|end`, on DATABASE_URL."""

from __future__ import annotations

import sys

import django

_NAME = "bench-pages"


def main(step: str) -> None:
    """Makes a superuser with a session that has given password and code, and prints its cookie; or removes both."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from accounts.sessions import end_sessions
    from tests.staff import login

    for user in User.objects.filter(username=_NAME):
        end_sessions(user)
        user.delete()
    if step == "begin":
        user = User.objects.create_superuser(_NAME)
        client = login(Client(), user)
        print(f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}")


if __name__ == "__main__":
    main(sys.argv[1])
