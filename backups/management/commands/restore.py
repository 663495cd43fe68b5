"""`./run restore FILE`: what a backup holds, in the place of the database that there is."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from backups.manifest import Refused
from backups.restoring import pending_migrations, restore


class Command(BaseCommand):
    """`restore FILE [--replace | --check]`; exit code 1 where everything is as it was."""

    help = "Restores a backup into the database that DATABASE_URL names, while the site is stopped."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The backup, and what becomes of what there is."""
        parser.add_argument("file", type=Path, metavar="FILE", help="what `backup` wrote")
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--replace", action="store_true", help="take the place of a database that is not empty, which is kept aside"
        )
        how.add_argument("--check", action="store_true", help="restore it aside, compare all rows, throw it away again")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restores, and says what and where; raises `CommandError` with the reason where it cannot."""
        database, only_check = settings.DATABASES["default"], options["check"]
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            try:
                manifest, kept = restore(options["file"], database, replace=options["replace"], only_check=only_check)
            except Refused as refused:
                raise CommandError(str(refused)) from None
            told = {"tables": len(manifest.tables), "rows": manifest.rows, "time": manifest.made_at}
            words = _("The backup of %(time)s is sound: %(tables)s tables, %(rows)s rows, all as they were.")
            if not only_check:
                words = _("Restored: %(tables)s tables, %(rows)s rows, all as they were at %(time)s.")
            self.stdout.write(words % told)
            if kept:
                self.stdout.write(_("What was there before is kept: %(kept)s") % {"kept": kept})
            if count := len(pending_migrations(manifest)):
                words = _("%(count)s migrations are newer than the backup; ./run migrate applies them.")
                self.stdout.write(words % {"count": count})
