"""Takes a file of corrections in: finds what people changed, refuses what cannot be taken, writes the rest at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from meetings.listings import LISTINGS
from opendata.corrections.days import DayOrder, order_in
from opendata.corrections.headings import Layout, columns_of, is_known, layout_of
from opendata.corrections.outcome import Outcome
from opendata.corrections.rows import Taker
from opendata.corrections.sheet import Line, Sheet, open_sheet
from opendata.corrections.values import Reader
from opendata.corrections.writing import Hand
from opendata.files.export import AT_ONCE
from opendata.files.tables import TABLES


def take_in(path: Path, hand: Hand, *, apply: bool) -> Outcome:
    """Takes the corrections in the file in, in one transaction; without `apply` it is undone at the end.

    What the outcome tells is what was written, or would have been. Raises `Unusable` for a file that is no list.
    """
    sheet = open_sheet(path, is_known)
    layout = layout_of(sheet.head)
    outcome = Outcome(str(TABLES[layout.name].title), layout.strange)
    taker = Taker(layout, hand, Reader(_order_of_days(sheet, layout, outcome)))
    with transaction.atomic():
        for lines in _chunks(sheet.lines()):
            outcome.read += len(lines)
            outcome.rows += taker.take(lines)
        if not apply:
            transaction.set_rollback(True)
    return outcome


def model_of(path: Path) -> type[models.Model]:
    """Of which records the file is. Raises `Unusable`."""
    return LISTINGS[layout_of(open_sheet(path, is_known).head).name].rows().model


def _chunks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while chunk := list(islice(lines, AT_ONCE)):
        yield chunk


def _order_of_days(sheet: Sheet, layout: Layout, outcome: Outcome) -> DayOrder:
    """How the file writes its days, as far as the columns tell that hold some."""
    model: Any = LISTINGS[layout.name].rows().model
    corrected = {name: column.corrects for name, column in columns_of(layout.name, layout.language).items()}
    places = [
        layout.places[name]
        for name, field_name in corrected.items()
        if name in layout.places and field_name and isinstance(model._meta.get_field(field_name), models.DateField)
    ]
    if not places:
        return DayOrder.UNTOLD
    order = order_in(line.cells[place] for line in sheet.lines() for place in places if place < len(line.cells))
    if order == DayOrder.MONTH_FIRST:
        outcome.notices.append(_("Days in this file have the month first, as in 3/25/2026."))
    if order == DayOrder.MIXED:
        outcome.notices.append(_("Some days in this file have the day first, some the month."))
    return order
