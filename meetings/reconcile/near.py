"""Which tasks of the database may be alike some: given to the same agencies, near in place and time, in like words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Q, QuerySet

from meetings.models import Assignment, Directive, Meeting
from meetings.reconcile.chains import Chains
from meetings.reconcile.sieve import Row, Sieve
from meetings.reconcile.told import GROUP, WINDOW, Told, folded, present, told

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
    for of_place, meetings in _places(tasks):
        sieve = Sieve(of_place)
        of_groups = {each for task in of_place for each in words.get(task.pk, ())}
        rows = _rows(of_place, of_groups, meetings)
        while some := list(islice(rows, _AT_ONCE)):
            keys = sieve.passed(some) - seen
            seen |= keys
            if keys:
                yield from told(present(keys))


def _places(tasks: Iterable[Told]) -> Iterator[tuple[list[Told], QuerySet[Meeting]]]:
    """Tasks by place, with the meetings held there within the window of one; a task without a place is like none.

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
        provinces, bodies = {key for key in keys if key > 0}, {-key for key in keys if key < 0}
        here = Q(province__in=provinces) | Q(province__successor__in=provinces) | Q(body__in=bodies)
        # A meeting whose day is known is ordered by that, of which there is an index.
        then = reduce(or_, (Q(sort_date__range=window) for window in _windows({task.day for task in of_place})))
        yield of_place, Meeting.objects.published().filter(here, then, date_precision=Meeting.Precision.DAY)


def _windows(days: Iterable[date]) -> list[tuple[date, date]]:
    """The first and last days of the windows round `days`, those that meet made one."""
    windows: list[tuple[date, date]] = []
    for day in sorted(days):
        first, last = day - WINDOW, day + WINDOW
        if windows and first <= windows[-1][1] + timedelta(days=1):
            first = windows.pop()[0]
        windows.append((first, last))
    return windows


def _rows(tasks: Iterable[Told], printed: set[str], meetings: QuerySet[Meeting]) -> Iterator[Row]:
    """What the agencies of `tasks`, and groups that are `printed` so, are told at the meetings; not in any order."""
    keys = [key for task in tasks for key in task.agencies]
    who = Q(organization__in={key[1] for key in keys if key[0] == "organization"})  # type: ignore[index]
    who |= Q(official__in={key[1] for key in keys if key[0] == "official"})  # type: ignore[index]
    if printed:
        who |= Q(words__in=printed, **GROUP)
    given = Assignment.objects.published().filter(
        who, directive__in=Directive.objects.first_tellings().filter(meeting__in=meetings)
    )
    rows = given.order_by().values_list(
        "directive", "organization", "official", "words", "directive__text", "directive__meeting__date"
    )
    for pk, organization, official, words, text, day in rows.iterator(chunk_size=_AT_ONCE):
        if day is not None:
            yield pk, _who(organization, official, words), text, day


def _who(organization: int | None, official: int | None, words: str) -> Hashable:
    """Who is told to act; groups by their words alone."""
    return ("organization", organization) if organization else ("official", official) if official else folded(words)
