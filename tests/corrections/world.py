"""What must be true of the database whatever happened: what people said, evidence, nobody orphaned, nothing double."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Repetition,
    Target,
    TaskJudgement,
)
from meetings.reconcile.chains import Chains
from meetings.reconcile.repeats import settle_repeats
from meetings.reconcile.told import present
from people.corrections import Correctable, State
from people.models import Role
from tests.corrections.words import KINDS

STANDING = (State.READ, State.CONFIRMED)
EVIDENCED: tuple[Any, ...] = (Appearance, Directive, Target, Citation, Decision)
# By kind of record, the columns that lead to records which must be in view where it is.
STANDS_ON: dict[Any, tuple[str, ...]] = {
    Appearance: ("meeting", "official"),
    Directive: ("meeting", "assigner", "same_as"),
    Target: ("meeting", "same_as"),
    Citation: ("meeting", "document"),
    Decision: ("meeting", "same_as"),
    Assignment: ("directive", "organization", "official"),
    Role: ("official", "organization"),
    Meeting: ("body",),
}
Key = tuple[Any, int]


def said(record: Correctable) -> tuple[str | None, dict[str, Any]]:
    """The words of people that a record holds: its standing, if it is one of theirs, and the values that they set."""
    state = record.state if record.state in (State.CONFIRMED, State.REJECTED) else None
    every = record.state == State.CONFIRMED or not record.extracted
    fields = record.correctable_fields if every else record.corrected_fields()
    return state, {name: record.reading_of(name) for name in fields}


def _again(record: Any) -> Any:
    """Rows that a machine reads from the words that `record` was read from, of the same person."""
    rows = type(record)._default_manager.filter(article=record.article, start=record.start, end=record.end)
    if isinstance(record, Appearance):
        rows = rows.filter(extracted__official=record.extracted["official"])
    return rows.filter(state__in=STANDING).exclude(extracted={}).exclude(pk=record.pk)


class Words:
    """What people have said so far, kept apart from the database."""

    def __init__(self) -> None:
        self.said: dict[Key, tuple[str | None, dict[str, Any]]] = {}
        self.marked: dict[Key, tuple[int, str]] = {}
        self.judged: dict[tuple[int, int], bool] = {}  # pairs of tasks: whether they are the same

    def hear(self, record: Any) -> None:
        """A person has just spoken of this record, as it is stored now."""
        stored = type(record)._default_manager.get(pk=record.pk)
        self.said[type(record), record.pk] = said(stored)

    def mark(self, made: Iterable[Any]) -> None:
        """A person has marked names and titles: the places among `made`."""
        for place in made:
            if isinstance(place, Mention | Attestation):
                self.marked[type(place), place.pk] = place.article_id or 0, place.quote

    def check_marks(self) -> None:
        """They are there, on the same words of the text or, where it has none, without a place."""
        for (model, pk), (article, quote) in self.marked.items():
            marks = model._default_manager.filter(by_person=True, article=article)
            place = marks.filter(pk=pk, quote=quote).first()
            if place is None:  # joined, by a merge, with another that a person marked
                assert model is Attestation, f"the mark {pk} on {quote!r} is gone"
                assert marks.exists(), f"the mark {pk} on {quote!r} is gone"
            else:
                assert place.start is not None or place.article.text.count(quote) != 1, f"{quote!r} is not found again"

    def check(self) -> None:
        """All of it still holds; a value with which the reading has come to agree is the machine's again."""
        for (model, pk), (state, values) in self.said.items():
            record = model._default_manager.get(pk=pk)
            assert state is None or record.state == state, f"{record!r} {pk} is {record.state}, a person said {state}"
            if record.state == State.REJECTED and model in EVIDENCED and record.start is not None and record.extracted:
                assert not _again(record).exists(), f"{record!r} {pk} was rejected and is there again"
            for name, value in list(values.items()):
                now = record.reading_of(name)
                assert now == value, f"{record!r} {pk}.{name} is {now!r}, a person said {value!r}"
                if record.extracted and record.extracted.get(name) == value and state != State.CONFIRMED:
                    del values[name]

    def check_judgements(self) -> None:
        """Each stands as it was said; no two that were told apart are in one chain, unless people joined them."""
        stored_now = {(row.first_id, row.second_id): row.same for row in TaskJudgement.objects.all()}
        assert stored_now == self.judged
        settle_repeats({key for pair in self.judged for key in pair})
        standing = {row.pk: row.same_as_id or row.pk for row in Directive.objects.filter(state__in=STANDING)}
        told = {pk: standing.get(root) and root for pk, root in standing.items()}
        joined = Chains([])
        pairs = [(told.get(one), told.get(other), same) for (one, other), same in self.judged.items()]
        for one, other, same in pairs:
            if one and other and same:
                joined.join(one, other)
        chain = dict(Repetition.objects.values_list("directive", "chain"))
        seen = set(present().values_list("pk", flat=True))
        for one, other, same in pairs:
            if one is None or other is None or one == other or not {one, other} <= seen:
                continue
            if same:
                assert chain.get(one) == chain.get(other) is not None, f"{one} and {other} were called the same"
            elif other not in joined.of(one):
                assert chain.get(one, one) != chain.get(other, other), f"{one} and {other} were told apart"

    def turn(self, model: Any, old: int, new: int) -> None:
        """A merge: what named one names the other."""
        for (kind, _pk), (_state, values) in self.said.items():
            for name, value in values.items():
                if value == old and kind._meta.get_field(name).related_model is model:
                    values[name] = new


def check_world() -> None:
    """Evidence is true, no record stands without what it belongs to, and nothing stands there twice."""
    for model in EVIDENCED:
        for row in model.objects.select_related("article").exclude(article=None).exclude(start=None):
            assert row.article.text[row.start : row.end] == row.quote, f"{row!r} does not quote its article"
        places = Counter(
            (
                row.article_id,
                row.start,
                row.end,
                *((row.official_id, row.title, row.act) if model is Appearance else ()),
            )
            for row in model.objects.filter(state__in=STANDING).exclude(start=None).exclude(extracted={})
        )
        assert not places or max(places.values()) == 1, f"{model.__name__} stands twice: {places.most_common(1)}"
    for place in (*Mention.objects.exclude(start=None), *Attestation.objects.exclude(start=None)):
        assert place.article is not None
        assert place.article.text[place.start : place.end] == place.quote, f"{place!r} does not quote its article"
    for mark in Mention.objects.filter(by_person=True):
        read = Mention.objects.filter(article=mark.article, official=mark.official, by_person=False)
        assert not read.filter(start__lt=mark.end, end__gt=mark.start).exists(), f"{mark!r} is told twice"
    for model, columns in STANDS_ON.items():
        for row in model.objects.filter(state__in=STANDING).select_related(*columns):
            for column in columns:
                other = getattr(row, column)
                gone = other is not None and other.state == State.WITHDRAWN
                assert not gone, f"{row!r} ({row.state}) stands, its {column} {other!r} is withdrawn"


def check_added(file_name: str) -> None:
    """What people added to an article is told by nothing that only a machine has just read there."""
    article = Article.objects.get(file_name=file_name)
    for model in EVIDENCED:
        for added in model.objects.filter(article=article, extracted={}).exclude(start=None):
            same = model.objects.filter(article=article, start=added.start, end=added.end, pk__gt=added.pk)
            if model is Appearance:
                same = same.filter(official=added.official_id, act=added.act)
            for row in same.filter(state__in=STANDING).exclude(extracted={}):
                assert row.touched_by_person() or row.same_as_id, f"{row!r} repeats what a person added"
    for added in Appearance.objects.filter(article=article, extracted={}, state__in=STANDING, same_as=None):
        acts = Appearance.objects.filter(meeting=added.meeting, official=added.official, act=added.act)
        for row in acts.filter(state__in=STANDING, same_as=None).exclude(pk=added.pk).exclude(official=None):
            assert row.touched_by_person(), f"{row!r} is told beside what a person added"


def stored() -> dict[Any, list[dict[str, Any]]]:
    """All records, without the time of their last change."""
    unimportant = {"updated_at", "sha256", "text", "search_text"}
    kinds: set[Any] = {*KINDS, Repetition, TaskJudgement}
    return {
        model: [{k: v for k, v in row.items() if k not in unimportant} for row in model.objects.order_by("pk").values()]
        for model in kinds
    }
