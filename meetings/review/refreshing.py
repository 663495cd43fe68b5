"""Keeps the queue in step with the records: what is doubtful about them now, and nothing else, is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from meetings.models import (
    Article,
    Assignment,
    Attestation,
    Citation,
    LegalDocument,
    Meeting,
    Mention,
    Report,
    ReviewDecision,
    ReviewItem,
)
from meetings.review.doubts import Doubt, doubts_of
from meetings.review.impact import Reach, impact
from meetings.review.kinds import BY_NAME, KINDS
from meetings.review.reasons import CONTRADICTION, DUPLICATE, FIGURES, REASONS, REPORT
from meetings.review.scope import Scope
from meetings.review.surroundings import Surroundings
from meetings.review.timing import note_settled
from people.corrections import State
from people.models import Official, Organization, Role

_COLUMNS = (
    "article", "meeting", "province", "kind", "place", "impact", "doubt", "score", "seconds", "detail", "fingerprint",
)  # fmt: skip
# What of an item on two that may be one was found when all names were compared.
OF_A_PAIR = ("others", "name", "why", "score")
_KEY = ("reason", "content_type_id", "object_id")


def refresh(records: Iterable[Any], *, by_person: bool = False) -> None:
    """Brings the items of `records`, and of what depends on them, in step; a number of queries that does not grow.

    `by_person`: a person has just saved them, so that items that go away were settled by whoever is at their place.
    """
    refresh_scope(Scope(records), by_person=by_person)


def refresh_articles(articles: Sequence[Article], before: Mapping[Any, Iterable[int]]) -> None:
    """Brings in step what was read from articles, their meetings, and the entries of the register that they refer to.

    `before`: by model, keys of what they referred to before they were read again.
    """
    scope = Scope(articles)
    keys = [article.pk for article in articles]
    referring: dict[Any, tuple[Any, str, str]] = {
        Meeting: (Report, "article", "meeting"),
        Official: (Mention, "article", "official"),
        Organization: (Assignment, "directive__article", "organization"),
        Role: (Attestation, "article", "role"),
        LegalDocument: (Citation, "article", "document"),
    }
    for model, (rows, path, column) in referring.items():
        found = rows.objects.filter(**{f"{path}__in": keys, f"{column}__isnull": False}).order_by()
        scope.add(model, found.values_list(column, flat=True))
    for model, entries in before.items():
        scope.add(model, entries)
    refresh_scope(scope)


def refresh_scope(scope: Scope, *, by_person: bool = False) -> None:
    """Brings the items of a scope in step, all or none."""
    with transaction.atomic(savepoint=False):
        present = {_key(item): item for item in ReviewItem.objects.filter(scope.items())}
        for item in present.values():
            model = BY_NAME[item.kind].model
            if item.reason == REPORT:
                scope.report(model, item.object_id)
            elif item.reason == DUPLICATE and (model, item.object_id) not in scope.suspected:
                scope.suspect(model, item.object_id, {name: item.detail[name] for name in OF_A_PAIR})
        by_kind = scope.rows()
        around = Surroundings.of([row for rows in by_kind for row in rows], scope.reported, scope.suspected)
        doubts = [doubt for rows in by_kind for doubt in doubts_of(rows, around)]
        if doubts or present:
            _write(present, _undecided(doubts, by_person=by_person), around, by_person=by_person)


def _write(present: dict[Any, ReviewItem], doubts: Sequence[Doubt], around: Surroundings, *, by_person: bool) -> None:
    reach = Reach(doubt.record for doubt in doubts)
    wanted = {_key(item): item for item in (_item(doubt, around, reach) for doubt in doubts)}
    stale = [item for key, item in present.items() if key not in wanted]
    if stale:
        if by_person:
            note_settled(stale)
        ReviewItem.objects.filter(pk__in=[item.pk for item in stale]).delete()
    changed = [item for key, item in wanted.items() if key not in present or _differ(item, present[key])]
    if not changed:
        return
    # In one order everywhere, lest two readings at the same time wait for each other.
    changed.sort(key=_key)
    ReviewItem.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["reason", "content_type", "object_id"], update_fields=_COLUMNS
    )


def _undecided(doubts: Sequence[Doubt], *, by_person: bool) -> list[Doubt]:
    """The doubts on which no person has decided. Whoever confirms a record has decided on what is doubtful about it."""
    keys: dict[int, set[int]] = {}
    for doubt in doubts:
        if REASONS[doubt.reason].as_printed:
            keys.setdefault(_type_of(doubt.record), set()).add(doubt.record.pk)
    if not keys:
        return list(doubts)
    about = reduce(or_, (Q(content_type=kind, object_id__in=of_kind) for kind, of_kind in keys.items()))
    decided = {(*_key(row), row.fingerprint) for row in ReviewDecision.objects.filter(about)}
    remaining, confirmed = [], []
    for doubt in doubts:
        key = (doubt.reason, _type_of(doubt.record), doubt.record.pk, doubt.fingerprint)
        if key in decided:
            continue
        if by_person and doubt.reason in (CONTRADICTION, FIGURES) and doubt.record.state == State.CONFIRMED:
            confirmed.append(ReviewDecision(**dict(zip((*_KEY, "fingerprint"), key, strict=True))))
        else:
            remaining.append(doubt)
    if confirmed:
        keep(confirmed)
    return remaining


def keep(decisions: Sequence[ReviewDecision]) -> None:
    """Keeps decisions, each in the place of an earlier one on another reading."""
    ReviewDecision.objects.bulk_create(
        decisions,
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "reason"],
        update_fields=["fingerprint", "by", "at"],
    )


def _item(doubt: Doubt, around: Surroundings, reach: Reach) -> ReviewItem:
    record, kind = doubt.record, KINDS[type(doubt.record)]
    meeting = kind.meeting_of(record)
    province = meeting.province if meeting is not None else getattr(record, "province", None)
    article = around.article_of(record)
    weight = impact(record, meeting, reach)
    return ReviewItem(
        reason=doubt.reason,
        content_type_id=_type_of(record),
        object_id=record.pk,
        article_id=article,
        meeting=meeting,
        province_id=(province.successor_id or province.pk) if province is not None else None,
        kind=kind.name,
        place=doubt.place or (f"article:{article}" if article else f"{kind.name}:{record.pk}"),
        impact=weight,
        doubt=doubt.doubt,
        score=weight * doubt.doubt,
        seconds=REASONS[doubt.reason].seconds,
        detail={"what": kind.label(record), "quote": getattr(record, "quote", "")[:300], **doubt.detail},
        fingerprint=doubt.fingerprint,
    )


def _type_of(record: Any) -> int:
    return ContentType.objects.get_for_model(type(record)).pk


def _key(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in _KEY)


def _differ(one: ReviewItem, other: ReviewItem) -> bool:
    columns = [ReviewItem._meta.get_field(name).attname for name in _COLUMNS]  # type: ignore[union-attr]
    return any(getattr(one, column) != getattr(other, column) for column in columns)
