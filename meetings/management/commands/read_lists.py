"""Reads the large lists for the processes of the site that start next, so that none has to while it serves."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from meetings.listings import LISTINGS


class Command(BaseCommand):
    """`read_lists`: before a start, which does so by itself; what is there already is not read again."""

    help = "Reads the large lists for the processes of the site that start next, as each start does."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The language."""
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows each list has, and how long it took; nothing at `verbosity` 0. Raises `CommandError`."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            for listing in LISTINGS.values():
                begun = time.monotonic()
                try:
                    stock = listing.filters.read_into_memory(listing.rows)
                except DatabaseError as error:
                    raise CommandError(_("The database cannot be read: %(why)s") % {"why": error}) from None
                words = _("%(list)s: left to the database.")
                told = {"list": reverse(listing.page)}
                if stock is not None:
                    words = _("%(list)s: %(rows)s rows, read in %(seconds)s s.")
                    told["rows"] = number_format(len(stock), force_grouping=True)
                    told["seconds"] = number_format(time.monotonic() - begun, 1)
                if options["verbosity"]:
                    self.stdout.write(words % told)
