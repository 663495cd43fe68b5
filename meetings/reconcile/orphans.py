"""Entries of the register that only a former reading had made: out of view once nothing refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from meetings.models import (
    Appearance,
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


# By article, by kind of entry, the keys of those that its records refer to.
Referred = dict[int, dict[Any, set[int]]]


def referred_to(articles: Iterable[int]) -> Referred:
    """The keys of the entries that the records of articles refer to."""
    keys = list(articles)
    # Asked for one by one, each by its index: asked for together, every row of the register would be looked at.
    columns: dict[Any, tuple[tuple[Any, str, str], ...]] = {
        Meeting: (
            (Report, "article", "meeting"),
            (Appearance, "article", "meeting"),
            (Directive, "article", "meeting"),
        ),
        Official: (
            (Mention, "article", "official"),
            (Appearance, "article", "official"),
            (Attestation, "article", "role__official"),
        ),
        Organization: (
            (Assignment, "directive__article", "organization"),
            (Report, "article", "meeting__body"),
            (Attestation, "article", "role__organization"),
        ),
        LegalDocument: ((Citation, "article", "document"),),
    }
    referred: Referred = {key: {model: set() for model in columns} for key in keys}
    for model, referring in columns.items():
        for rows, path, column in referring:
            found = rows.objects.filter(**{f"{path}__in": keys}).order_by()
            for article, entry in found.values_list(path, column):
                if entry is not None:
                    referred[article][model].add(entry)
    return referred


def read_organizations(articles: Iterable[int]) -> set[int]:
    """The keys of the organizations that articles were read to name: where people say that others are meant, too."""
    keys = list(articles)
    told: Any = Assignment.objects.filter(directive__article__in=keys).order_by()
    held: Any = Meeting.objects.filter(reports__article__in=keys).order_by()
    read = told.values_list("extracted__organization").union(held.values_list("extracted__body"))
    return {pk for (pk,) in read if pk is not None}


def withdraw_orphans(before: Mapping[Any, Iterable[int]]) -> dict[int, bool]:
    """Withdraws those of `before` to which no published record refers any more, unless a person has touched them.

    By key of the meetings among them, whether it is out of view.
    """
    meetings = {}
    for model, keys in before.items():  # meetings first: they refer to organizations
        for entry in _unreferred(model, keys):
            withdrawn = change(entry, _withdraw)
            if model is Meeting:
                meetings[entry.pk] = withdrawn
    return meetings


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
