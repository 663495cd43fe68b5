"""`./run backup [FILE]`: the whole database as one file, while the site goes on."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext as _

from backups.making import back_up, usual_folder
from backups.manifest import Refused


class Command(BaseCommand):
    """`backup [FILE]`; exit code 1 where nothing was written."""

    help = "Writes the whole database to one file, while the site goes on."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument(
            "file", nargs="?", type=Path, metavar="FILE", help="a new file, or a folder; without it: var/backups"
        )
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes it, and says what is in it; raises `CommandError` with the reason where it cannot."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            try:
                file, manifest = back_up(options["file"] or usual_folder())
            except Refused as refused:
                raise CommandError(str(refused)) from None
            words = _("Backed up: %(file)s, %(tables)s tables, %(rows)s rows, %(size)s")
            size = filesizeformat(file.stat().st_size)
            told = {"file": file, "tables": len(manifest.tables), "rows": manifest.rows, "size": size}
            self.stdout.write(words % told)
