"""Entries of the register that only a former reading had made: out of view once nothing refers to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
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
    appearances: Any = Appearance.objects.filter(article=article).order_by()
    directives: Any = Directive.objects.filter(article=article).order_by()
    attestations: Any = Attestation.objects.filter(article=article).order_by()
    reports: Any = Report.objects.filter(article=article).order_by()
    assignments: Any = Assignment.objects.filter(directive__article=article).order_by()
    mentions: Any = Mention.objects.filter(article=article).order_by()
    citations: Any = Citation.objects.filter(article=article).order_by()
    # Asked for one by one, each by its index: asked for together, every row of the register would be looked at.
    columns: dict[Any, list[tuple[Any, str]]] = {
        Meeting: [(reports, "meeting"), (appearances, "meeting"), (directives, "meeting")],
        Official: [(mentions, "official"), (appearances, "official"), (attestations, "role__official")],
        Organization: [
            (assignments, "organization"),
            (reports, "meeting__body"),
            (attestations, "role__organization"),
        ],
        LegalDocument: [(citations, "document")],
    }
    return {
        model: {key for rows, column in referring for key in rows.values_list(column, flat=True) if key is not None}
        for model, referring in columns.items()
    }


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
