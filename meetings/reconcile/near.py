"""Which tasks of the database may be alike some: given to the same agencies, near in place and time, in like words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Q, QuerySet

from meetings.models import Assignment, Meeting
from meetings.reconcile.chains import Chains
from meetings.reconcile.sieve import Row, Sieve
from meetings.reconcile.told import GROUP, WINDOW, Told, folded, present, told
from people import records
from people.models import Province

# Rows that are looked at together: an archive has years of them.
_AT_ONCE = 5000


def near(tasks: Sequence[Told]) -> Iterator[Told]:
    """Those that may be alike one of `tasks`, and some others; it gives each once, and not all of them at a time.

    Of a large archive a good part of what the same agencies were told is looked at: nearly all are told apart by their
    words as they stand, before it is asked for what a task is made of.
    """
    words: dict[int, set[str]] = defaultdict(set)
    groups = Assignment.objects.published().filter(directive__in=[task.pk for task in tasks], **GROUP).order_by()
    for directive, printed in groups.values_list("directive", "words"):
        words[directive].add(printed)
    seen: set[int] = set()
    for of_place, there in _places(tasks):
        sieve = Sieve(of_place)
        of_groups = {each for task in of_place for each in words.get(task.pk, ())}
        rows = _rows(_given(there).filter(_who(of_place, of_groups)))
        while some := list(islice(rows, _AT_ONCE)):
            keys = sieve.passed(some) - seen
            seen |= keys
            if keys:
                yield from told(present(keys))


def _places(tasks: Iterable[Told]) -> Iterator[tuple[list[Told], Q]]:
    """Tasks by place, with what holds for meetings there within the window of one; without a place, none is alike.

    Together are those that share a province of today or a body, also by way of others.
    """
    # Bodies have keys below zero here, so that provinces and bodies are told apart.
    joined = Chains(())
    tasks = [task for task in tasks if task.province or task.body]
    for task in tasks:
        if task.province and task.body:
            joined.join(task.province, -task.body)
    by_place: dict[int, list[Told]] = defaultdict(list)
    for task in tasks:
        by_place[min(joined.of(task.province or -(task.body or 0)))].append(task)
    for place, of_place in by_place.items():
        keys = joined.of(place)
        today, bodies = {key for key in keys if key > 0}, {-key for key in keys if key < 0}
        provinces = Province.objects.filter(Q(pk__in=today) | Q(successor__in=today)).order_by()
        here = Q(directive__meeting__province__in=list(provinces)) | Q(directive__meeting__body__in=bodies)
        # A meeting whose day is known is ordered by that, of which there is an index.
        windows = _windows({task.day for task in of_place})
        yield of_place, here & reduce(or_, (Q(directive__meeting__sort_date__range=window) for window in windows))


def _windows(days: Iterable[date]) -> list[tuple[date, date]]:
    """The first and last days of the windows round `days`, those that meet made one."""
    windows: list[tuple[date, date]] = []
    for day in sorted(days):
        first, last = day - WINDOW, day + WINDOW
        if windows and first <= windows[-1][1] + timedelta(days=1):
            first = windows.pop()[0]
        windows.append((first, last))
    return windows


def _who(tasks: Iterable[Told], printed: set[str]) -> Q:
    """Assignments to the agencies of `tasks`, and to groups that are `printed` so."""
    keys = [key for task in tasks for key in task.agencies]
    who = Q(organization__in={key[1] for key in keys if key[0] == "organization"})  # type: ignore[index]
    who |= Q(official__in={key[1] for key in keys if key[0] == "official"})  # type: ignore[index]
    return who | Q(words__in=printed, **GROUP) if printed else who


def _given(there: Q) -> QuerySet[Assignment]:
    """Who was told something at meetings `there` whose day is known; without retellings.

    In joins: of conditions within conditions PostgreSQL makes, before it has counted the rows, loops that take minutes.
    """
    return Assignment.objects.published().filter(
        there,
        directive__same_as__isnull=True,
        directive__state__in=records.PUBLISHED,
        directive__meeting__state__in=records.PUBLISHED,
        directive__meeting__date_precision=Meeting.Precision.DAY,
    )


def _rows(given: QuerySet[Assignment]) -> Iterator[Row]:
    """What somebody is told, in no order; groups by their words alone."""
    columns = ("directive", "organization", "official", "words", "directive__text", "directive__meeting__sort_date")
    rows = given.order_by().values_list(*columns).iterator(chunk_size=_AT_ONCE)
    for pk, organization, official, words, text, day in rows:
        agency = ("organization", organization) if organization else ("official", official) if official else None
        yield pk, agency or folded(words), text, day
