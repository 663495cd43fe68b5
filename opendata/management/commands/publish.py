"""Publishes all that readers may see as a release: a dated folder of files."""

from __future__ import annotations

import datetime
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from tqdm import tqdm

INTERRUPTED = 130  # as shells say it


class Command(BaseCommand):
    """`publish FOLDER [--date DAY]`; exit code 1 where nothing was published."""

    help = (
        "Publishes all that readers may see as CSV, Parquet and one SQLite file, in a folder of its own for each day."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and the day it bears."""
        parser.add_argument("folder", metavar="FOLDER", help="where the releases are, each a folder of its day")
        parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day that the release bears; today without it")
        parser.add_argument("--no-progress", action="store_true", help="no progress bar")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publishes, and says where; raises `CommandError` with the reason where it cannot."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            try:
                from opendata.releases import Refused, contents, publish
            except ModuleNotFoundError as missing:
                words = _("%(name)s is not installed: pip install -r requirements-publish.txt, or ./run publish.")
                raise CommandError(words % {"name": missing.name}) from None
            day = _day(options["date"])
            if not str(options["folder"]).strip():
                raise CommandError(_("Name the folder that the release is to stand in."))
            if settings.SITE_URL.startswith("http://localhost"):
                words = _("SITE_URL is not set: the identifiers in this release will lead to %(site)s.")
                self.stderr.write(words % {"site": settings.SITE_URL})
            with tqdm(
                unit=_(" rows"), file=sys.stderr, disable=True if options["no_progress"] else None, unit_scale=True
            ) as bar:
                try:
                    made = publish(Path(options["folder"]), day, contents, lambda *told: _show(bar, *told))
                except Refused as refused:
                    raise CommandError(str(refused)) from None
                except DatabaseError as error:
                    words = _("The database cannot be read (%(why)s); nothing was published.")
                    raise CommandError(words % {"why": " ".join(str(error).split())}) from None
                except KeyboardInterrupt:
                    bar.close()
                    words = _("Interrupted; nothing was published. The same command goes on where this one ended.")
                    raise CommandError(words, returncode=INTERRUPTED) from None
            self.stdout.write(_("Published: %(release)s") % {"release": made})


def _day(typed: str | None) -> datetime.date:
    if typed is None:
        return timezone.localdate()
    try:
        day = datetime.datetime.strptime(typed, "%Y-%m-%d").date()
    except ValueError:
        raise CommandError(_("“%(typed)s” is no day; write it as 2026-11-26.") % {"typed": typed}) from None
    if day > timezone.localdate():
        raise CommandError(_("%(day)s is yet to come.") % {"day": day.isoformat()})
    return day


def _show(bar: Any, what: str, rows: int, total: int) -> None:
    if total:
        bar.total = max(total, bar.n + rows)
    bar.set_description(what, refresh=False)
    bar.update(rows)
