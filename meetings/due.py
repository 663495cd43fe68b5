"""The tasks whose deadlines are next, and those whose deadlines passed last, of all that were read."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Exists, Func, OuterRef, QuerySet

from meetings.listings import tasks
from meetings.models import Directive, Meeting
from people.records import PUBLISHED


class Beside(Func):
    """A column that decides on rows found by another one.

    Nearly all rows are published; SQLite, which counts values and not rows, would look for them by that first, and sort
    them all.
    """

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def next_due(today: datetime.date, most: int) -> QuerySet[Directive]:
    """At most so many tasks to be done today or later, the next first."""
    return _nearest(("deadline_to", "pk"), most, deadline_to__gte=today)


def latest_due(today: datetime.date, most: int) -> QuerySet[Directive]:
    """At most so many tasks whose days have passed, the latest first."""
    return _nearest(("-deadline_to", "pk"), most, deadline_to__lt=today)


def _nearest(order: tuple[str, ...], most: int, **days: datetime.date) -> QuerySet[Directive]:
    # Asked for task by task: to join them, SQLite would look at all meetings first.
    of_a_meeting_seen = Exists(Meeting.objects.published().filter(pk=OuterRef("meeting")))
    dated = Directive.objects.alias(seen=Beside("state"))
    found = dated.filter(of_a_meeting_seen, seen__in=PUBLISHED, same_as__isnull=True, **days)
    return tasks().filter(pk__in=list(found.order_by(*order).values_list("pk", flat=True)[:most])).order_by(*order)
