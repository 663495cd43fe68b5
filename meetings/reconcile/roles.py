"""The offices that a text gives officials: one role per office, with the first and last day that texts attest it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from meetings.models import Article, Attestation
from meetings.reconcile.attestations import attest, earlier_attestations, settle_days
from meetings.reconcile.held_titles import Held, matched
from meetings.reconcile.locking import change
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.rows import save_quietly, set_columns, tell_who_was_read
from meetings.reconcile.tally import Tally
from meetings.reconcile.titles import rank
from people.models import Organization, Role


def settle_roles(
    article: Article,
    former_text: str,
    held: Sequence[Held],
    organizations: Organizations,
    day: datetime.date | None,
    tally: Tally,
) -> list[Role]:
    """The roles that `held` speaks of, attested by this article on `day`; those that no text attests are withdrawn."""
    held = list({(item.official.pk, item.title_key, item.province): item for item in reversed(held)}.values())[::-1]
    earlier = earlier_attestations(article, former_text)
    known = list(Role.objects.filter(official__in={item.official.pk for item in held}))
    known += [a.role for a in earlier.values() if a.role not in known]
    alone = _attested_only_here(earlier, article)
    found: list[Role] = []
    for item, role in zip(held, matched(held, known, earlier, alone), strict=True):
        organization = organizations.of(item.fact.organization)
        latest = role is not None and (role.last_attested is None or day is None or day >= role.last_attested)
        own = role is None or role.pk in alone
        role = follow_role(role or Role(), item, organization, own=own, latest=latest, tally=tally)
        found.append(role)
    read = [(role, item.official, item.fact) for role, item in zip(found, held, strict=True)]
    attest(article, read, earlier, day)
    settle_days({role.pk for role in found} | set(earlier), tally)
    return found


def _attested_only_here(earlier: Mapping[int, Attestation], article: Article) -> set[int]:
    others = Attestation.objects.filter(role=OuterRef("pk")).exclude(article=article).order_by()
    return set(Role.objects.filter(~Exists(others), pk__in=earlier).order_by().values_list("pk", flat=True))


def follow_role(
    role: Role, item: Held, organization: Organization | None, *, own: bool, latest: bool, tally: Tally
) -> Role:
    """A title as printed, its body and its status follow this text where no other attests them, or none later."""
    new = role.pk is None
    if not new and not role.extracted:
        tally.kept += 1
        return role
    reading = _reading(role, item, organization, own=own, latest=latest)
    if new:
        follow_title(role, item, reading)
        return _made(role, item, tally)
    touched = role.touched_by_person()
    differs = change(role, lambda role: follow_title(role, item, reading))
    if touched:
        tally.kept += 1
    elif differs:
        tally.updated += 1
    else:
        tally.unchanged += 1
    return role


def read_title(role: Role, item: Held, organization: Organization | None, *, own: bool, latest: bool) -> bool:
    """As `follow_role`, for a role that is not in the database yet. Returns whether it changed."""
    return follow_title(role, item, _reading(role, item, organization, own=own, latest=latest))


def follow_title(role: Role, item: Held, reading: Mapping[str, object]) -> bool:
    """Lets the role follow a reading of its title. Nothing is saved; returns whether it changed."""
    differs = role.follow(reading)
    differs |= tell_who_was_read(role, {"organization": reading["organization"]} if "organization" in reading else {})
    return differs | set_columns(role, {"rank": rank(role.canonical_title), "province": item.province})


def _reading(
    role: Role, item: Held, organization: Organization | None, *, own: bool, latest: bool
) -> Mapping[str, object]:
    fact = item.fact
    reading: dict[str, object] = {"official": item.official, "canonical_title": fact.canonical or fact.title}
    if own:
        reading["title"] = fact.title
    if own or (organization and role.organization_id is None and role.extracted.get("organization") is None):
        reading["organization"] = organization
    if own or latest:
        reading["status"] = fact.status
    return reading


def _made(role: Role, item: Held, tally: Tally) -> Role:
    try:
        with transaction.atomic():
            save_quietly(role)
    except IntegrityError:  # another reading made it meanwhile
        return Role.objects.get(official=item.official, title_key=item.title_key, province=item.province)
    tally.created += 1
    return role
