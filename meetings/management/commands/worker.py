"""Works on what waits in the queue; tells what could not be loaded, and hands it over again."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from meetings.queueing import NoQueueError, open_queue


class Command(BaseCommand):
    """`worker`, one for each processor, on as many machines as there are."""

    help = "Loads the texts that wait in the queue, until it is ended; as many may run as there are processors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do other than to wait for work."""
        parser.add_argument("--until-empty", action="store_true", help="end when nothing waits any more")
        parser.add_argument("--failed", action="store_true", help="say how much waits, and what could not be loaded")
        parser.add_argument("--retry-failed", action="store_true", help="hand what could not be loaded over again")

    def handle(self, *args: Any, **options: Any) -> None:
        """Works, or tells."""
        try:
            app = open_queue()
        except NoQueueError as error:
            raise CommandError(str(error)) from error
        if not (options["failed"] or options["retry_failed"]):
            from meetings.queueing.working import keep_working

            keep_working(until_empty=options["until_empty"])
            return
        from meetings.queueing.handing import failed, retry_failed, waiting

        with app.open():
            if options["retry_failed"]:
                self.stdout.write(_("%(count)d texts are handed over again.") % {"count": retry_failed(app)})
            for status, count in sorted(waiting(app).items()):
                self.stdout.write(f"{status:<30}{count:>7}")
            for job in failed(app):
                failures: Any = job.task_kwargs["failures"]
                self.stdout.write("; ".join(failures))
