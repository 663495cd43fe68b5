"""Reads all articles again by the present rules: tells first what would change, changes it when that is asked for."""

from __future__ import annotations

import csv
import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from tqdm import tqdm

from meetings.loading.failures import stopped
from meetings.loading.processes import JOBS, one_was_ended, processes_for
from meetings.loading.rereading import Reread, outdated, reread_all
from meetings.models import Article
from meetings.queueing import NoQueueError, open_queue
from meetings.reconcile.ties import link_all
from meetings.review.duplicates import find_duplicates

COLUMNS = ("article", "file", "kind", "record", "field", "before", "after", "error")


class Command(BaseCommand):
    """`reextract --report FILE`, then `reextract --apply`; both go on where they were ended."""

    help = "Reads again, by the present rules, what was read by earlier ones: --report FILE tells what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """To tell or to change, and how."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--report", type=Path, metavar="FILE", help="write what would change as CSV; nothing changes")
        what.add_argument("--apply", action="store_true", help="read again, and let the records follow")
        parser.add_argument("--queue", action="store_true", help="with --apply: leave it to the workers")
        parser.add_argument("--jobs", type=int, choices=range(1, 65), metavar="N", help=JOBS)
        parser.add_argument("--no-progress", action="store_true", help="no progress bar")

    def handle(self, *args: Any, **options: Any) -> None:
        """Tells, changes, or hands over."""
        if options["queue"] and not options["apply"]:
            raise CommandError(_("--queue goes with --apply: a report is written here."))
        hidden = True if options["no_progress"] else None
        try:
            total = Article.objects.count()
            jobs = options["jobs"] or processes_for(total)
            with tqdm(total=total, unit=_(" texts"), file=sys.stderr, disable=hidden) as bar:
                if options["report"]:
                    self._report(options["report"], bar, jobs)
                elif options["queue"]:
                    self._hand_over(bar)
                else:
                    self._apply(bar, jobs)
        except (OperationalError, InterfaceError) as error:
            raise CommandError(stopped(error)) from error
        except BrokenProcessPool as error:
            raise CommandError(one_was_ended()) from error

    def _report(self, file: Path, bar: Any, jobs: int) -> None:
        try:
            after = _resume(file)
            with file.open("a", encoding="utf-8", newline="") as out:
                if not out.tell():
                    out.write(_lines([COLUMNS]))
                changed = 0
                for count, outcomes in reread_all(outdated(after), trial=True, jobs=jobs):
                    for outcome in outcomes:
                        # All of an article at once: what is written of it is whole, or the last of the file.
                        out.write(_lines(_rows(outcome)))
                        changed += bool(outcome.changes or outcome.error)
                    out.flush()
                    os.fsync(out.fileno())
                    bar.update(count)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        self.stdout.write(_("Articles that would change: %(count)d") % {"count": changed})

    def _apply(self, bar: Any, jobs: int) -> None:
        changed = failures = 0
        for count, outcomes in reread_all(outdated(), jobs=jobs):
            for outcome in outcomes:
                changed += bool(outcome.tally.changes)
                if outcome.error:
                    failures += 1
                    self.stderr.write(f"{outcome.file_name}: {outcome.error}")
            bar.update(count)
        link_all()
        find_duplicates()
        self.stdout.write(_("Articles that changed: %(count)d") % {"count": changed})
        if failures:
            raise CommandError(_("%(count)d articles stay as they were, said above") % {"count": failures})

    def _hand_over(self, bar: Any) -> None:
        try:
            app = open_queue()
        except NoQueueError as error:
            raise CommandError(str(error)) from error
        from meetings.queueing.handing import defer_once

        count = 0
        with app.open():
            for batch in outdated():
                if batch:
                    defer_once(app, "reread", f"reread {batch[0]}-{batch[-1]}", articles=batch)
                count += len(batch)
                bar.update(len(batch))
            defer_once(app, "finish", "finish")
        self.stdout.write(_("Articles that wait for the workers: %(count)d") % {"count": count})


def _rows(outcome: Reread) -> Iterator[tuple[object, ...]]:
    for change in outcome.changes:
        values = (change.kind, change.record, change.field, change.before, change.after, "")
        yield (outcome.article, outcome.file_name, *values)
    if outcome.error:
        yield (outcome.article, outcome.file_name, "", "", "", "", "", outcome.error)


def _lines(rows: Any) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _resume(file: Path) -> int:
    """The article before the last one that a report tells of, whose rows, perhaps not whole, are taken away."""
    if not file.exists():
        return 0
    kept: list[list[str]] = []
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.reader(text))
    if rows and tuple(rows[0]) != COLUMNS:
        raise CommandError(_("%(file)s is no such report: name another file") % {"file": file})
    numbers = [int(row[0]) for row in rows[1:] if len(row) == len(COLUMNS) and row[0].isdigit()]
    if not numbers:
        file.unlink()
        return 0
    kept = [rows[0], *(row for row in rows[1:] if len(row) == len(COLUMNS) and row[0] != str(numbers[-1]))]
    draft = file.with_name(f".{file.name}.part")
    draft.write_text(_lines(kept), encoding="utf-8", newline="")
    draft.replace(file)
    return numbers[-1] - 1
