"""Figures as a file: each in the printed unit, with comparator, range and total apart, and as a page shows it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models import Target
from meetings.phrases import figure
from opendata.files.columns import Column, coded, in_page_language, label_of, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, evidence, identity, itself, with_openings
from opendata.files.of_meeting import of_meeting
from opendata.files.related import UNSHOWN, article, bare, meeting
from opendata.files.tables.base import Table


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each figure, and what its words are made of."""
    return [
        *identity(edition),
        *in_page_language(plain(Target, "metric", width=36)),
        plain(Target, "canonical_metric", width=28),
        Column("figure", _("Figure"), figure, width=22),
        plain(Target, "value", width=14),
        plain(Target, "value_high", width=14),
        *in_page_language(plain(Target, "unit", width=14)),
        coded(Target, "comparator", width=12),
        plain(Target, "of_total", width=12),
        plain(Target, "factor", corrects=False, width=12),
        plain(Target, "base_unit", corrects=False, width=12),
        plain(Target, "period", width=10),
        Column("year", label_of(Target, "year"), lambda target: target.year, width=8),
        coded(Target, "status", width=12),
        *of_meeting(edition),
        *evidence(edition, itself),
        *closing(edition, Target),
    ]


def fetch(rows: QuerySet[Target]) -> QuerySet[Target]:
    """Figures with their meetings and articles."""
    return bare(rows).defer(*UNSHOWN[:3]).prefetch_related(meeting(), article())


def describe(targets: list[Any]) -> None:
    """Looks up what articles without a title are called."""
    with_openings(target.article for target in targets)


TARGETS = Table(gettext_lazy("Figures"), columns, fetch, describe)
