"""Entries of the register that only a former reading had made: out of view once nothing refers to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Mention,
    Report,
    Target,
)
from meetings.reconcile.locking import change
from meetings.reconcile.tally import Tally
from people.corrections import Correctable, State
from people.models import Official, Organization, Role

_OUT_OF_VIEW = Q(state__in=(State.WITHDRAWN, State.REJECTED))
# By kind of entry, the records that keep it in view and their column that refers to it.
_REFERENCES: dict[Any, tuple[tuple[Any, str], ...]] = {
    Official: (
        (Mention, "official"),
        (Appearance, "official"),
        (Directive, "assigner"),
        (Assignment, "official"),
        (Role, "official"),
    ),
    Organization: ((Assignment, "organization"), (Meeting, "body"), (Role, "organization")),
    LegalDocument: ((Citation, "document"),),
    Meeting: tuple((model, "meeting") for model in (Report, Appearance, Directive, Target, Citation, Decision)),
}


def referred_to(article: Article) -> dict[Any, set[int]]:
    """The keys of the entries that the article's records refer to."""
    tied: dict[Any, Any] = {
        Meeting: Meeting.objects.filter(
            Q(reports__article=article) | Q(appearances__article=article) | Q(directives__article=article)
        ),
        Official: Official.objects.filter(
            Q(mentions__article=article) | Q(appearances__article=article) | Q(roles__attestations__article=article)
        ),
        Organization: Organization.objects.filter(
            Q(assignments__directive__article=article)
            | Q(meetings__reports__article=article)
            | Q(roles__attestations__article=article)
        ),
        LegalDocument: LegalDocument.objects.filter(citations__article=article),
    }
    return {model: set(rows.values_list("pk", flat=True)) for model, rows in tied.items()}


def read_organizations(article: Article) -> set[int]:
    """The keys of the organizations that the article was read to name: where people say that others are meant, too."""
    told: Any = Assignment.objects.filter(directive__article=article).order_by()
    held: Any = Meeting.objects.filter(reports__article=article).order_by()
    read = told.values_list("extracted__organization").union(held.values_list("extracted__body"))
    return {pk for (pk,) in read if pk is not None}


def withdraw_orphans(before: dict[Any, set[int]], tally: Tally) -> None:
    """Withdraws those of `before` to which no published record refers any more, unless a person has touched them.

    Counts the meetings among them.
    """
    for model, keys in before.items():  # meetings first: they refer to organizations
        for entry in _unreferred(model, keys):
            withdrawn = change(entry, _withdraw)
            if model is Meeting:
                tally.withdrawn += withdrawn
                tally.kept += not withdrawn


def _withdraw(entry: Any) -> bool:
    if not entry.withdraw():
        return False
    if isinstance(entry, Meeting):
        entry.identity = None  # another may be the meeting that a text means
    return True


def _unreferred(model: Any, keys: Iterable[int]) -> Iterable[Correctable]:
    rows = model.objects.filter(pk__in=keys).exclude(state=State.WITHDRAWN)
    for referring, column in _REFERENCES[model]:
        standing = referring.objects.filter(**{column: OuterRef("pk")})
        rows = rows.exclude(Exists(standing.exclude(_OUT_OF_VIEW) if issubclass(referring, Correctable) else standing))
    return rows
