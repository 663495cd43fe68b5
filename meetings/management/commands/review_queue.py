"""Counts what needs a look, and makes the queue anew from the records."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext as _

from meetings.models import ReviewItem
from meetings.review.reasons import REASONS
from meetings.review.rebuilding import rebuild


class Command(BaseCommand):
    """`review_queue [--rebuild]`."""

    help = "Counts what needs a look, by reason."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to make it anew first."""
        parser.add_argument("--rebuild", action="store_true", help="look at all records again first")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], help="of the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the counts, and what a rebuild changed."""
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            if options["rebuild"]:
                done = rebuild()
                self._count(_("Records looked at"), done.records)
                self._count(_("Items added"), done.added)
                self._count(_("Items removed"), done.removed)
            counts = dict(ReviewItem.objects.order_by().values_list("reason").annotate(n=Count("*")))
            self._count(_("What needs a look"), sum(counts.values()))
            for name, reason in REASONS.items():
                if counts.get(name):
                    self._count(f"  {reason.label}", counts[name])

    def _count(self, label: str, count: int) -> None:
        self.stdout.write(f"{label:<50}{count:>9}")
