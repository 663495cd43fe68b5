"""Takes corrections in that people made in a spreadsheet of an exported list; shows first what would change."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from opendata.corrections.outcome import Outcome, Row
from opendata.corrections.run import model_of, take_in
from opendata.corrections.sheet import Unusable
from opendata.corrections.writing import Hand

UNUSABLE = 2  # exit code; 1 where something was refused
LONGEST_REASON = 100  # characters of the history's column
SHOWN = 160  # characters of a value


class Command(BaseCommand):
    """`import_corrections FILE.csv [--apply --user NAME --reason TEXT]`; exit code 1 where anything was refused."""

    help = "Shows what a corrected file of a list would change, and changes it with --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and who corrects, and why."""
        parser.add_argument("file", type=Path, metavar="FILE.csv", help="a list taken from the site as CSV, corrected")
        parser.add_argument("--apply", action="store_true", help="write what is shown; without it nothing is kept")
        parser.add_argument("--user", metavar="NAME", help="the account of the person whose corrections these are")
        parser.add_argument("--reason", metavar="TEXT", default="", help="why, for the history of the records")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Takes the file in and tells of each row; raises `CommandError` where something was not taken."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            try:
                hand = self._hand(options)
                outcome = take_in(options["file"], hand, apply=options["apply"])
            except Unusable as error:
                raise CommandError(str(error), returncode=UNUSABLE) from error
            self._tell(outcome, applied=options["apply"])
            if not outcome.complete:
                raise CommandError(_("Not all that the file says was taken, as told above."))

    def _hand(self, options: dict[str, Any]) -> Hand:
        if not options["apply"]:
            return Hand()
        reason = options["reason"].strip()
        if not options["user"] or not reason:
            raise Unusable(_("Say who corrects and why, with --user and --reason: the history tells it."))
        if len(reason) > LONGEST_REASON:
            raise Unusable(_("The reason may have %(most)s characters at most.") % {"most": LONGEST_REASON})
        model = model_of(options["file"])
        user = get_user_model()._default_manager.filter(username=options["user"], is_active=True).first()
        permission = f"{model._meta.app_label}.change_{model._meta.model_name}"
        if user is None or not user.has_perm(permission):
            raise Unusable(_("No active account “%(name)s” may change these records.") % {"name": options["user"]})
        return Hand(user, reason)

    def _tell(self, outcome: Outcome, *, applied: bool) -> None:
        if outcome.strange:
            self._say(_("Columns that are none of the list and were not read: %s") % ", ".join(outcome.strange))
        for notice in outcome.notices:
            self._say(notice)
        for row in outcome.rows:
            self._tell_row(row)
        tally = outcome.tally
        self._say(f"{outcome.title}:")
        self._count(_("Rows read"), tally["read"])
        self._count(_("as the records are"), tally["unchanged"])
        self._count(_("set right") if applied else _("to be set right"), tally["taken"])
        self._count(_("refused"), tally["refused"])
        self._count(_("with changes that no file can make"), tally["left_out"])
        if not applied and tally["taken"]:
            self._say(_("Nothing was written: this was a preview. --apply writes it."))

    def _tell_row(self, row: Row) -> None:
        self._say(_("Line %(line)s, %(record)s") % {"line": row.line, "record": row.record or "–"})
        for change in row.changes if not row.refused else ():
            self._say(f"  {change.heading}: {_short(change.was)} → {_short(change.now)}")
        for why in row.refused:
            self._say("  " + _("refused: %s") % why)
        if row.left_out:
            self._say("  " + _("cannot be corrected by a file: %s") % ", ".join(row.left_out))

    def _count(self, label: str, number: int) -> None:
        self._say(f"  {label:<44}{number:>8}")

    def _say(self, words: str) -> None:
        self.stdout.write(words)


def _short(value: str) -> str:
    return Truncator(" ".join(value.split())).chars(SHOWN)
