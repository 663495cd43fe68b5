"""The kinds of records that the queue knows: where each belongs, what it is called, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Target,
)
from meetings.review.years import SUSPECT_DEADLINES, SUSPECT_PERIODS
from people.corrections import UNSURE_BELOW, State
from people.models import Official, Organization, Role

STANDING = (State.READ, State.CONFIRMED)
_LONGEST = 160
# What of most kinds can be doubtful at all: the rest need not be fetched.
_DOUBTFUL = Q(state=State.READ, confidence__lt=UNSURE_BELOW) | ~Q(conflicts={})
# Figures of a meeting to which another article gives some, too: all of them are compared.
_OTHERS = Target.objects.filter(meeting=OuterRef("meeting"), article__isnull=False).order_by()
_BESIDE_ANOTHERS = Q(Exists(_OTHERS.exclude(article=OuterRef("article"))))


@dataclass(frozen=True)
class Kind:
    """A kind of record. `weight` is what one without anything that depends on it matters to readers.

    `meeting` and `article` are paths to the record's meeting and article, empty where it has none or is one itself;
    `suspects` is what those meet that can be doubtful at all; `dependents` are (model, its column that refers to the
    record, path to a day), which give reach and recency.
    """

    model: Any
    weight: int
    meeting: str = ""
    article: str = ""
    related: tuple[str, ...] = ()
    deferred: tuple[str, ...] = ()
    suspects: Q = _DOUBTFUL
    dependents: tuple[tuple[Any, str, str], ...] = ()
    call: Callable[[Any], str] = str

    @property
    def name(self) -> str:
        """What the queue's filters and addresses call it."""
        return str(self.model._meta.model_name)

    def rows(self, condition: Q) -> QuerySet[Any]:
        """The records that meet `condition`, with what the queue needs to know of them."""
        searched = [f"{path}search_text" for path in self._searched()]
        rows: QuerySet[Any] = self.model._base_manager.filter(condition).order_by("pk")
        rows = rows.select_related(*self.related) if self.related else rows
        if self.meeting:  # many records are of one meeting, which is made once for all of them
            meetings = Meeting._base_manager.select_related("province").defer("search_text")
            rows = rows.prefetch_related(Prefetch(self.meeting, meetings))
        return rows.defer(*searched, *self.deferred)

    def _searched(self) -> Sequence[str]:
        own = [""] if any(f.name == "search_text" for f in self.model._meta.concrete_fields) else []
        known = ("official", "organization", "directive", "document")
        return [*own, *(f"{path}__" for path in self.related if path in known)]

    def meeting_of(self, record: Any) -> Meeting | None:
        """The meeting that the record is of; a meeting itself."""
        if self.model is Meeting:
            return record
        return _follow(record, self.meeting) if self.meeting else None

    def article_of(self, record: Any) -> int | None:
        """The key of the article that the record was read from, as far as the record itself says."""
        if self.model is Article:
            return int(record.pk)
        return _follow(record, f"{self.article}_id") if self.article else None

    def label(self, record: Any) -> str:
        """The record in words, of bounded length."""
        words = self.call(record)
        return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _follow(record: Any, path: str) -> Any:
    for step in path.split("__"):
        record = getattr(record, step)
    return record


def _of(meeting: str = "meeting") -> str:
    return f"{meeting}__sort_date"


OF_MEETINGS = (
    Kind(
        Directive, 50, "meeting", "article", suspects=_DOUBTFUL | SUSPECT_DEADLINES,
        dependents=((Assignment, "directive", _of("directive__meeting")), (Target, "directive", _of())),
        call=lambda row: row.text,
    ),
    Kind(Target, 35, "meeting", "article", suspects=_DOUBTFUL | SUSPECT_PERIODS | _BESIDE_ANOTHERS),
    Kind(Assignment, 40, "directive__meeting", "directive__article", related=("directive",),
         call=lambda row: f"{row.words}: {row.directive}"),
    Kind(Appearance, 20, "meeting", "article", related=("official",), call=lambda row: str(row.official or row.title)),
    Kind(Decision, 30, "meeting", "article"),
    Kind(Citation, 10, "meeting", "article", related=("document",)),
)  # fmt: skip
MEETING = Kind(
    Meeting, 60, related=("province",), suspects=Q(),
    dependents=tuple((model, "meeting", _of()) for model in (Directive, Target, Appearance, Decision)),
)  # fmt: skip
OTHERS = (
    Kind(
        Article, 40, related=("province",), deferred=("text",), suspects=Q(),
        dependents=tuple((model, "article", _of()) for model in (Directive, Target, Appearance)),
        call=lambda row: row.title or row.file_name,
    ),
    Kind(
        Official, 40, related=("province",),
        dependents=(
            (Appearance, "official", _of()),
            (Directive, "assigner", _of()),
            (Assignment, "official", _of("directive__meeting")),
        ),
    ),
    Kind(
        Organization, 40, related=("province",), call=lambda row: row.full_name,
        dependents=((Assignment, "organization", _of("directive__meeting")), (Meeting, "body", "sort_date")),
    ),
    Kind(
        Role, 20, related=("province", "official"), dependents=((Appearance, "role", _of()),),
        call=lambda row: f"{row.canonical_title}: {row.official}",
    ),
    Kind(LegalDocument, 10, dependents=((Citation, "document", _of()),)),
)  # fmt: skip
KINDS: dict[Any, Kind] = {kind.model: kind for kind in (MEETING, *OF_MEETINGS, *OTHERS)}
BY_NAME = {kind.name: kind for kind in KINDS.values()}
