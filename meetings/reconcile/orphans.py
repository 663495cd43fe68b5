"""Entries of the register that only a former reading had made: out of view once nothing refers to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q

from meetings.models import Appearance, Article, Assignment, Citation, Directive, LegalDocument, Meeting, Mention
from meetings.reconcile.rows import save_quietly
from people.corrections import Correctable, State
from people.models import Official, Organization, Role

_GONE = Q(state=State.WITHDRAWN)
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
}


def referred_to(article: Article) -> dict[Any, set[int]]:
    """The keys of the entries that the article's records refer to."""
    tied: dict[Any, Any] = {
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


def withdraw_orphans(before: dict[Any, set[int]]) -> None:
    """Withdraws those of `before` to which no published record refers any more, unless a person has touched them."""
    for model, keys in before.items():
        for entry in _unreferred(model, keys):
            if entry.withdraw():
                save_quietly(entry)


def _unreferred(model: Any, keys: Iterable[int]) -> Iterable[Correctable]:
    rows = model.objects.filter(pk__in=keys).exclude(_GONE)
    for referring, column in _REFERENCES[model]:
        standing = referring.objects.filter(**{column: OuterRef("pk")})
        rows = rows.exclude(Exists(standing.exclude(_GONE) if issubclass(referring, Correctable) else standing))
    return rows
