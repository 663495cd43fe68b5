"""How the rows that can be moved are found by words, fetched and told: what they say, where, when, by which words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import Appearance, Article, Assignment, Directive, Meeting, Report
from people.desk.passages import Passage, Place, passage_of, passage_of_assignee
from people.search import search


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that may be chosen: what it says, at which meeting, when, and the words that say so."""

    pk: int
    words: str
    about: str
    day: Any
    passage: Passage | None
    ticked: bool


Described = tuple[str, str, Any, Passage | None]


@dataclass(frozen=True, slots=True)
class ListedAs:
    """How rows of a model are listed: what is fetched with them, what is not, what describes and what finds them.

    `searched` maps paths from a row to the models whose index knows words of it; "" is the row itself.
    """

    model: Any
    heading: str | Promise
    describe: Callable[[Any], Described]
    related: tuple[str, ...]
    unneeded: tuple[str, ...]
    searched: tuple[tuple[str, Any], ...]
    prefetched: Callable[[], tuple[Prefetch[Any], ...]] = tuple

    def fetch(self, rows: Any) -> Any:
        """`rows` with all that describing them needs."""
        return rows.select_related(*self.related).defer(*self.unneeded).prefetch_related(*self.prefetched())

    def search(self, words: str) -> Any:
        """The rows of whom one text has all words, with or without accents."""
        found = Q(pk__in=[])
        for path, model in self.searched:
            found |= Q(**{f"{path or 'pk'}__in": search(model.objects.order_by(), words).values("pk")})
        return self.model.objects.filter(found).order_by()

    def choice(self, row: Any, chosen: Collection[int]) -> Choice:
        """A row as it can be chosen."""
        return Choice(row.pk, *self.describe(row), row.pk in chosen)


def _appearance(row: Appearance) -> Described:
    return str(row.get_act_display()), str(row.meeting), row.meeting.date, passage_of(row)


def _assignment(row: Assignment) -> Described:
    meeting = row.directive.meeting
    return row.directive.text, f"{row.get_part_display()}; {meeting}", meeting.date, passage_of_assignee(row)


def _meeting(row: Meeting) -> Described:
    return str(row), str(row.get_kind_display()), row.date, next(filter(None, map(_naming, row.reports.all())), None)


def _naming(report: Report) -> Passage | None:
    """The words by which a report names the body that met or, where no place is known, those that tell of a meeting."""
    read = report.reading.get("body_name", {})
    start, end = read.get("start"), read.get("end")
    if start is None or end is None:
        return passage_of(report)
    words = report.article.text[start:end]
    return passage_of(Place(report.article, start, end, words, read.get("rule", "")), words=f"body_name-{report.pk}")


def _reports() -> tuple[Prefetch[Any], ...]:
    told = Report.objects.select_related("article").defer("article__search_text").order_by("pk")
    return (Prefetch("reports", told),)


LISTED_AS: dict[Any, ListedAs] = {
    Appearance: ListedAs(
        Appearance,
        _("Which appearances"),
        _appearance,
        ("meeting", "article"),
        ("meeting__search_text", "article__search_text"),
        (("meeting", Meeting), ("article", Article)),
    ),
    Assignment: ListedAs(
        Assignment,
        _("Which tasks"),
        _assignment,
        ("directive__meeting", "directive__article"),
        ("directive__search_text", "directive__meeting__search_text", "directive__article__search_text"),
        (("directive", Directive), ("directive__meeting", Meeting)),
    ),
    Meeting: ListedAs(Meeting, _("Which meetings"), _meeting, (), ("search_text",), (("", Meeting),), _reports),
}
