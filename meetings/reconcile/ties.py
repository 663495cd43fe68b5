"""Ties between organizations: what each became and what became it, and who took over parts of its work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from meetings.extraction.successions import Part, life_of, lives
from meetings.reconcile.city_names import of_city
from meetings.reconcile.kin import Kin
from meetings.reconcile.locking import locked
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.successions import OF_PROVINCE, describe, general, parts_for
from people.models import Handover, Organization
from people.names import name_key

_DESCRIBED = ("valid_from", "valid_to", "succession_basis", "succession_pages", "former_names", "unverified")


def link(organizations: Sequence[Organization]) -> None:
    """Ties organizations to what they became and what became them, where those are there; a person's tie stays.

    What ended with its province became the agency of that name in the province that it joined.
    """
    kin = Kin(organizations)
    successors: dict[int, Organization] = {}
    parts: list[tuple[Organization, Organization, Part]] = []
    for organization in organizations:
        name, province = general(organization), organization.province
        if (after := kin.successor(organization)) is not None:
            successors.setdefault(organization.pk, after)
        for former in kin.formers(organization):
            successors[former.pk] = kin.successor(former) or organization
        for part in life_of(name).parts:
            parts += [(organization, heir, part) for heir in kin.named([part.heir], province, organization)]
        for word, part in parts_for(name):
            parts += [(former, organization, part) for former in kin.named([word], province, organization)]
    _succeed(successors, organizations)
    _hand_over(parts)


def link_all() -> None:
    """Describes and ties all organizations that were made before the table knew of them, or knew it from memory."""
    known = {form for name in lives() for form in (name_key(name), name_key(of_city(name)))}
    late = Q(name_key__in=known, succession_basis="") | Q(unverified=True)
    late |= Q(province__valid_to__isnull=False, kind__in=OF_PROVINCE, succession_basis="")
    for organization in Organization.objects.filter(late, merged_into__isnull=True).select_related(
        "province__successor"
    ):
        before = [getattr(organization, name) for name in _DESCRIBED]
        describe(organization)
        if before != [getattr(organization, name) for name in _DESCRIBED]:
            with transaction.atomic():  # what is described but not tied would count as done
                save_quietly(organization)
                link([organization])


def _succeed(successors: Mapping[int, Organization], organizations: Iterable[Organization]) -> None:
    """Sets the successors by the keys of the former, also of those that are at hand.

    One that came later may be nearer than the one that was there: the order of texts does not matter. What a person
    said of a successor stays.
    """
    if not successors:
        return
    said = set(_told_by_people(successors))
    rows = locked(Organization.objects.filter(pk__in=successors.keys() - said)).order_by("pk")
    tied = [row for row in rows if successors[row.pk].pk not in (row.pk, row.successor_id)]
    for row in tied:
        row.successor = successors[row.pk]
    rewrite(Organization, tied, ("successor",))
    held = {row.pk: row.successor for row in tied}
    for organization in organizations:
        if organization.pk in held:
            organization.successor = held[organization.pk]


def _told_by_people(formers: Iterable[int]) -> QuerySet[Any, int]:
    """The keys of those whose successor a person gave, saw or took away: what machines do leaves no history."""
    had = Organization.history.filter(id__in=list(formers), successor__isnull=False)
    return had.values_list("id", flat=True)


def _hand_over(parts: Sequence[tuple[Organization, Organization, Part]]) -> None:
    """Says which duties of one the other took over, but where a person said that they did not."""
    if not parts:
        return
    formers = {former.pk for former, _, _ in parts}
    denied = set(
        Handover.history.filter(former__in=formers, history_type="-").values_list("former", "heir")
    )  # a person said that it is none
    known = {(row.former_id, row.heir_id): row for row in Handover.objects.filter(former__in=formers)}
    new: list[Handover] = []
    for former, heir, part in parts:
        key = former.pk, heir.pk
        if key in denied:
            continue
        handover = known.get(key)
        if handover is None:
            handover = known[key] = Handover(former=former, heir=heir)
            new.append(handover)
        elif handover.pk is not None:
            said = (handover.duties, handover.unverified)
            if not handover.unverified or said == (part.duties, not part.checked) or handover.history.exists():
                continue
            handover.duties, handover.unverified = part.duties, not part.checked
            save_quietly(handover)
            continue
        handover.duties, handover.unverified = part.duties, not part.checked
    Handover.objects.bulk_create(new)
