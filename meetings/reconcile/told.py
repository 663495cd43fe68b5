"""Tasks as they are compared across meetings: whose they are, when and where they were given, and in which words."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from meetings.models import Assignment, Directive, Meeting
from meetings.reconcile.alike import EMPTY_WORDS, FEWEST_WORDS
from people.search.words import folded_text

# A task that is told again later than this is given anew.
WINDOW = datetime.timedelta(days=365)
# What share of the shorter and of the longer one's words two tasks have in common when they are one.
OF_SHORTER, OF_LONGER = 0.75, 0.5
# An assignment to whom no single agency or official answers.
GROUP = {"organization__isnull": True, "official__isnull": True}
# Years, numbers and quarters: "báo cáo quý I" and "báo cáo quý II" are two tasks.
_NUMBERS = re.compile(r"(?<= )quy (?:i{1,3}|iv|[1-4])(?= )|(?<= )\d+(?= )")


@dataclass(frozen=True, eq=False)
class Told:
    """A task of a meeting whose day is known. `words` carry it, `numbers` stand in it beside its deadline's.

    `agencies` are those told to act: organizations and officials by key, groups by their words and the body that meets.
    """

    pk: int
    meeting: int
    day: datetime.date
    province: int | None
    body: int | None
    agencies: frozenset[Hashable]
    words: frozenset[str]
    numbers: frozenset[str]

    @property
    def place(self) -> tuple[datetime.date, int]:
        """Its place in time."""
        return self.day, self.pk


def present(keys: Iterable[int] | None = None) -> QuerySet[Directive]:
    """First tellings of published meetings; of `keys`, where they are given."""
    rows = Directive.objects.first_tellings().filter(meeting__in=Meeting.objects.published()).order_by()
    return rows if keys is None else rows.filter(pk__in=keys)


def told(directives: QuerySet[Directive]) -> list[Told]:
    """Those of the directives whose meeting's day is known and who are given to somebody."""
    rows = directives.filter(meeting__date_precision=Meeting.Precision.DAY).values_list(
        "pk", "text", "deadline_text", "assigner_title", "assigner__name",
        "meeting", "meeting__date", Coalesce("meeting__province__successor", "meeting__province"), "meeting__body",
    )  # fmt: skip
    found = list(rows)
    given: dict[int, list[tuple[int | None, int | None, str]]] = defaultdict(list)
    assignments = Assignment.objects.published().filter(directive__in=[row[0] for row in found])
    named = assignments.order_by().values_list("directive", "organization", "official", "words")
    for directive, organization, official, words in named:
        given[directive].append((organization, official, words))
    tasks = []
    for pk, text, due, title, giver, meeting, day, province, body in found:
        if day is None or not given[pk]:
            continue
        where = ("body", body) if body else ("province", province)
        agencies = frozenset(
            ("organization", org) if org else ("official", one) if one else (folded(words), *where)
            for org, one, words in given[pk]
        )
        names = frozenset(folded(name) for name in (*(who[2] for who in given[pk]), title, giver or "", due))
        own, numbers = _carrying(text, names)
        tasks.append(Told(pk, meeting, day, province, body, agencies, own, numbers))
    return tasks


@lru_cache(maxsize=8192)
def _carrying(text: str, names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a task without `names`, its deadline's words too, which are folded; and the numbers among them."""
    bare = f" {folded_text(text)} "
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(f" {name} ", " ")
    return frozenset(map(intern, bare.split())) - EMPTY_WORDS, frozenset(_NUMBERS.findall(bare))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    return folded_text(name)


def likeness(one: Told, other: Told) -> int:
    """How much of their words two tasks of different days share, in percent; 0 where they are not one task.

    They are one where province or body is the same, an agency is the same, most words are, and no number says other.
    """
    # In the order of what tells most of them apart for least: millions are compared.
    shared = len(one.words & other.words)
    fewer, more = sorted((len(one.words), len(other.words)))
    if fewer < FEWEST_WORDS or shared < OF_SHORTER * fewer or shared < OF_LONGER * more:
        return 0
    if one.meeting == other.meeting or not datetime.timedelta(0) < abs(one.day - other.day) <= WINDOW:
        return 0
    same_place = (one.province is not None and one.province == other.province) or (
        one.body is not None and one.body == other.body
    )
    if not same_place or not one.agencies & other.agencies:
        return 0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0
    return round(200 * shared / (fewer + more))
