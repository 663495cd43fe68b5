"""`./run reset_totp USER`: for the last administrator, whose phone is lost and who has no recovery code left."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from accounts.resetting import reset


class Command(BaseCommand):
    help = "Takes phone and recovery codes of a user away; the next login leads through enrolment."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user {username!r}.")
        had = reset(user)
        self.stdout.write(f"{username}: {'phone and recovery codes are gone' if had else 'had no phone'}.")
        self.stdout.write("The next login leads through enrolment.")
