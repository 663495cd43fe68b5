"""The places where an article gives officials titles, and the first and last day of roles, which come from them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from meetings.extraction.facts import RoleFact
from meetings.models import Article, Attestation
from meetings.reconcile.locking import locked
from meetings.reconcile.relocation import relocate
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.rows import set_columns
from meetings.reconcile.tally import Tally
from people.corrections import State
from people.models import Official, Role

_WRITTEN = ("start", "end", "quote", "rule", "title", "attested_on", "read_as")


def earlier_attestations(article: Article, former_text: str) -> dict[int, Attestation]:
    """By key of a role, where the article attests it so far, moved with the text where that has changed."""
    rows = list(Attestation.objects.filter(article=article).select_related("role").order_by("pk"))
    if former_text != article.text:
        rewrite(Attestation, relocate(rows, former_text, article.text), ["start", "end"])
    return {row.role_id: row for row in rows}


def attest(
    article: Article,
    read: Iterable[tuple[Role, Official, RoleFact]],
    earlier: Mapping[int, Attestation],
    day: datetime.date | None,
) -> None:
    """Makes the article's attestations those of what was read, beside those that people added, which stand for it."""
    said = {pk for pk, row in earlier.items() if row.by_person}
    new, changed, attested = [], [], set()
    for role, official, fact in read:
        attested.add(role.pk)
        if role.pk in said:
            continue
        columns = {
            "start": fact.span.start,
            "end": fact.span.end,
            "quote": fact.span.of(article.text),
            "rule": fact.rule[:80],
            "title": fact.title[:250],
            "attested_on": day,
            "read_as": official.stands_for,
        }
        attestation = earlier.get(role.pk)
        if attestation is None:
            new.append(Attestation(article=article, role=role, **columns))
        elif set_columns(attestation, columns):
            changed.append(attestation)
    if day is not None:  # the day of the meeting is no person's word
        changed += [earlier[pk] for pk in said if set_columns(earlier[pk], {"attested_on": day})]
    Attestation.objects.filter(article=article, role__in=set(earlier) - attested - said).delete()
    Attestation.objects.bulk_create(new)
    rewrite(Attestation, changed, _WRITTEN)


def settle_days(roles: set[int], tally: Tally) -> None:
    """Sets the first and last attested day of roles; withdraws those without an attestation that no person made.

    One that was withdrawn and is attested again is back.
    """
    days: dict[int, Any] = {role.pk: role for role in _with_days(roles)}
    differing = {pk for pk, role in days.items() if _attested(role)}
    held = {role.pk: role for role in locked(Role.objects.filter(pk__in=differing)).order_by("pk")} if differing else {}
    if held:  # counted again once they are held: what others attested meanwhile is there by now
        days |= {role.pk: role for role in _with_days(differing)}
    changed: list[Any] = []
    for pk, told in days.items():
        role: Any = held.get(pk, told)
        before = role.state
        role.is_attested, role.first, role.last = told.is_attested, told.first, told.last
        if pk in held and _attested(role):
            role.updated_at = timezone.now()
            changed.append(role)
        if not role.is_attested:
            tally.withdrawn += role.state == State.WITHDRAWN != before
            tally.kept += role.state != State.WITHDRAWN
    rewrite(Role, changed, ("first_attested", "last_attested", "state", "updated_at"))


def _with_days(roles: set[int]) -> QuerySet[Any]:
    """The roles with whether, first and last when they are attested: looked up, as some are in thousands of texts."""
    own = Attestation.objects.filter(role=OuterRef("pk"))
    days = own.filter(attested_on__isnull=False)
    return (
        Role.objects.filter(pk__in=roles)
        .defer("search_text", "created_at", "updated_at")
        .annotate(
            is_attested=Exists(own.order_by()),
            first=Subquery(days.order_by("attested_on").values("attested_on")[:1]),
            last=Subquery(days.order_by("-attested_on").values("attested_on")[:1]),
        )
    )


def _attested(role: Any) -> bool:
    """Sets what the attestations of an annotated role say; one without any is withdrawn, one with some is back."""
    back = {"state": State.READ} if role.is_attested and role.state == State.WITHDRAWN else {}
    changed = set_columns(role, {"first_attested": role.first, "last_attested": role.last, **back})
    return changed | (not role.is_attested and role.withdraw())
