"""Loads press texts: reads them, extracts what they say, and brings the records in line with it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from tqdm import tqdm

from meetings.loading.failures import stopped
from meetings.loading.files import count_texts
from meetings.loading.processes import JOBS, begin_early, one_was_ended, processes_for
from meetings.queueing import NoQueueError, open_queue
from meetings.review.duplicates import find_duplicates

if TYPE_CHECKING:
    from meetings.loading.runs import Run

SAMPLE = Path(settings.BASE_DIR) / "fixtures/articles"


class Command(BaseCommand):
    """`load_articles PATH…`; exit code 1 where anything could not be loaded."""

    requires_system_checks = []  # of pages, which take a second and have no part in it
    help = "Loads press texts from files and folders (*.txt, with an articles.csv beside them); the sample without any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The paths, and how to go about it."""
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files, or folders with *.txt files")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and leave all as it is")
        parser.add_argument("--fail-fast", action="store_true", help="stop at the first text that cannot be loaded")
        parser.add_argument("--reread", action="store_true", help="read unchanged texts again, too")
        parser.add_argument("--queue", action="store_true", help="leave the texts to the workers (see: worker)")
        parser.add_argument("--jobs", type=int, choices=range(1, 65), metavar="N", help=JOBS)
        parser.add_argument("--no-progress", action="store_true", help="no progress bar")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads, and prints the tally; raises `CommandError` where something failed."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            paths = options["paths"] or [SAMPLE]
            total = count_texts(paths)
            jobs = options["jobs"] or processes_for(total)
            # None: only where somebody is watching
            if options["queue"] and (options["dry_run"] or options["fail_fast"]):
                raise CommandError(_("--queue goes neither with --dry-run nor with --fail-fast."))
            hidden = True if options["no_progress"] else None
            with tqdm(total=total, desc=_("Reading"), unit=_(" texts"), file=sys.stderr, disable=hidden) as bar:
                if options["queue"]:
                    self._hand_over(paths, bar, reread=options["reread"])
                    return
                run = self._load(paths, options, jobs, bar)
            self._print(run, dry_run=options["dry_run"])
            self._complain(len(run.failures))

    def _load(self, paths: list[Path], options: dict[str, Any], jobs: int, bar: Any) -> Run:
        dry_run, fail_fast = options["dry_run"], options["fail_fast"]
        begin_early(1 if dry_run or fail_fast else jobs)
        from meetings.loading.runs import Manner, load  # takes as long as what was begun

        try:
            run = load(paths, Manner(dry_run, fail_fast, options["reread"], jobs, bar.update, self._report))
            if run.tally.created and not dry_run:
                find_duplicates(jobs)
        except BrokenProcessPool as error:
            raise CommandError(one_was_ended()) from error
        except (OperationalError, InterfaceError) as error:
            raise CommandError(stopped(error)) from error
        return run

    def _hand_over(self, paths: list[Path], bar: Any, *, reread: bool) -> None:
        try:
            app = open_queue()
        except NoQueueError as error:
            raise CommandError(str(error)) from error
        from meetings.queueing.handing import hand_over  # needs what is installed beside the site

        with app.open():
            handed = hand_over(app, paths, self._report, bar.update, reread=reread)
        self._count(_("Texts that wait for the workers"), handed.waiting)
        self._count(_("Texts that are loaded and unchanged"), handed.unchanged)
        self._complain(handed.failures)

    def _complain(self, count: int) -> None:
        if count:
            message = ngettext("%(count)d problem, said above", "%(count)d problems, said above", count)
            raise CommandError(message % {"count": count})

    def _report(self, failure: object) -> None:
        with tqdm.external_write_mode(file=sys.stderr):
            self.stderr.write(str(failure))

    def _print(self, run: Run, *, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write(_("A trial run: nothing of this was kept."))
        articles, tally = run.articles, run.tally
        records = tally.created + tally.updated + tally.unchanged + tally.kept + tally.withdrawn
        self._count(_("Articles"), articles.total())
        self._count("  " + pgettext("articles", "new"), articles["new"])
        self._count("  " + pgettext("articles", "changed"), articles["changed"])
        self._count("  " + pgettext("articles", "unchanged"), articles["unchanged"])
        self._count("  " + pgettext("articles", "failed"), articles["failed"])
        self._count("  " + pgettext("articles", "not a meeting"), run.not_meetings)
        self._count(_("Records"), records)
        self._count("  " + pgettext("records", "created"), tally.created)
        self._count("  " + pgettext("records", "updated"), tally.updated)
        self._count("  " + pgettext("records", "unchanged"), tally.unchanged)
        self._count("  " + pgettext("records", "kept because corrected"), tally.kept)
        self._count("  " + pgettext("records", "withdrawn"), tally.withdrawn)

    def _count(self, label: str, count: int) -> None:
        self.stdout.write(f"{label:<30}{count:>7}")
