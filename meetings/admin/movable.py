"""What texts tell of a record, listed with the words so that one can choose what is another's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import Appearance, Assignment, Meeting, Report
from meetings.moving import KINDS, Kind
from people.desk.passages import Passage, Place, passage_of, passage_of_assignee

LISTED = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that may be chosen: what it says, at which meeting, when, and the words that say so."""

    pk: int
    words: str
    about: str
    day: Any
    passage: Passage | None
    ticked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a kind; `name` is that of their boxes in the form. `more`: not all are listed."""

    name: str
    label: str | Promise
    choices: list[Choice]
    more: bool


def groups_of(record: Any, chosen: Mapping[str, Collection[int]]) -> list[Group]:
    """All that can be moved away from a record, the latest of each kind; a constant number of queries."""
    return [_group(kind, record, chosen.get(kind.name, ())) for kind in KINDS[type(record)]]


def _group(kind: Kind, record: Any, chosen: Collection[int]) -> Group:
    related, unneeded, describe = _LISTED_AS[kind.model]
    rows = kind.of(record).select_related(*related).defer(*unneeded)
    if kind.model is Meeting:
        told = Report.objects.select_related("article").defer("article__search_text").order_by("pk")
        rows = rows.prefetch_related(Prefetch("reports", told))
    found = list(rows.order_by(*kind.order)[: LISTED + 1])
    choices = [Choice(row.pk, *describe(row), row.pk in chosen) for row in found[:LISTED]]
    return Group(kind.name, _HEADINGS[kind.model], choices, len(found) > LISTED)


Described = tuple[str, str, Any, Passage | None]


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


_HEADINGS = {Appearance: _("Which appearances"), Assignment: _("Which tasks"), Meeting: _("Which meetings")}
# By kind of row: what is fetched with it, what is not, and how it is described.
_LISTED_AS: dict[Any, tuple[tuple[str, ...], tuple[str, ...], Callable[[Any], Described]]] = {
    Appearance: (("meeting", "article"), ("meeting__search_text", "article__search_text"), _appearance),
    Assignment: (
        ("directive__meeting", "directive__article"),
        ("directive__search_text", "directive__meeting__search_text", "directive__article__search_text"),
        _assignment,
    ),
    Meeting: ((), ("search_text",), _meeting),
}
