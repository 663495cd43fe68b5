"""The offices that a text gives officials: one role per office, with the first and last day that texts attest it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Min

from meetings.extraction.facts import RoleFact
from meetings.models import Article, Attestation
from meetings.reconcile.locking import change
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.rows import save_quietly, set_columns, tell_who_was_read
from meetings.reconcile.tally import Tally
from meetings.reconcile.titles import rank
from people.corrections import State
from people.models import Official, Organization, Province, Role
from people.names import name_key


@dataclass(frozen=True, slots=True)
class Held:
    """A title that the text gives `official`, who serves in `province` (as `ProvinceRegister.home`)."""

    fact: RoleFact
    official: Official
    province: Province | None

    @property
    def title_key(self) -> str:
        """The title for comparison across texts."""
        return name_key(self.fact.canonical or self.fact.title)[:250]

    @property
    def key(self) -> tuple[int, str, int | None]:
        """What no two roles share."""
        return self.official.pk, self.title_key, self.province.pk if self.province else None


def settle_roles(
    article: Article, held: Sequence[Held], organizations: Organizations, day: datetime.date | None, tally: Tally
) -> list[Role]:
    """The roles that `held` speaks of, attested by this article on `day`; those that no text attests are withdrawn."""
    held = list({(item.official.pk, item.title_key, item.province): item for item in reversed(held)}.values())[::-1]
    earlier = {a.role_id: a for a in Attestation.objects.filter(article=article).select_related("role")}
    known = list(Role.objects.filter(official__in={item.official.pk for item in held}))
    known += [a.role for a in earlier.values() if a.role not in known]
    alone = _attested_only_here(earlier, article)
    found: list[Role] = []
    # What bears the title now goes before what a person gave another one.
    bearing = {(role.official_id, role.title_key, role.province_id): role for role in known}
    exact = [bearing.get(item.key) for item in held]
    free = [role for role in known if role not in exact]
    for item, bearer in zip(held, exact, strict=True):
        role = bearer or _existing(item, free, found, earlier, alone)
        organization = organizations.of(item.fact.organization)
        latest = role is not None and (role.last_attested is None or day is None or day >= role.last_attested)
        own = role is None or role.pk in alone
        role = _follow(role or Role(), item, organization, own=own, latest=latest, tally=tally)
        found.append(role)
    _attest(article, held, found, earlier, day)
    settle_days({role.pk for role in found} | set(earlier), tally)
    return found


def _attested_only_here(earlier: dict[int, Attestation], article: Article) -> set[int]:
    elsewhere = Attestation.objects.filter(role__in=earlier).exclude(article=article).values_list("role_id", flat=True)
    return set(earlier) - set(elsewhere)


def _existing(
    item: Held, known: list[Role], found: list[Role], earlier: dict[int, Attestation], alone: set[int]
) -> Role | None:
    free = [role for role in known if role not in found]
    for role in free:
        if _is_of(role, item.official) and role.province == item.province and item.title_key in _keys(role):
            return role
    place = (item.fact.span.start, item.fact.span.end)
    for role in free:  # the same words, which the text's reading now gives another form
        attestation = earlier.get(role.pk)
        here = attestation is not None and (attestation.start, attestation.end) == place
        if here and role.pk in alone and _is_of(role, item.official) and role.province in (item.province, None):
            return role
    return None


def _is_of(role: Role, official: Official) -> bool:
    return official.pk in (role.official_id, role.extracted.get("official"))


def _keys(role: Role) -> set[str]:
    return {role.title_key, name_key(role.extracted.get("canonical_title", role.canonical_title))[:250]}


def _follow(
    role: Role, item: Held, organization: Organization | None, *, own: bool, latest: bool, tally: Tally
) -> Role:
    """A title as printed, its body and its status follow this text where no other attests them, or none later."""
    fact = item.fact
    reading: dict[str, object] = {"official": item.official, "canonical_title": fact.canonical or fact.title}
    if own:
        reading["title"] = fact.title
    if own or (organization and role.organization_id is None and role.extracted.get("organization") is None):
        reading["organization"] = organization
    if own or latest:
        reading["status"] = fact.status
    new = role.pk is None
    if not new and not role.extracted:
        tally.kept += 1
        return role

    def read(role: Role) -> bool:
        differs = role.follow(reading)
        differs |= tell_who_was_read(
            role, {"organization": reading["organization"]} if "organization" in reading else {}
        )
        return differs | set_columns(role, {"rank": rank(role.canonical_title), "province": item.province})

    if new:
        read(role)
        return _made(role, item, tally)
    touched = role.touched_by_person()
    differs = change(role, read)
    if touched:
        tally.kept += 1
    elif differs:
        tally.updated += 1
    else:
        tally.unchanged += 1
    return role


def _made(role: Role, item: Held, tally: Tally) -> Role:
    try:
        with transaction.atomic():
            save_quietly(role)
    except IntegrityError:  # another reading made it meanwhile
        return Role.objects.get(official=item.official, title_key=item.title_key, province=item.province)
    tally.created += 1
    return role


def _attest(
    article: Article,
    held: Sequence[Held],
    roles: Sequence[Role],
    earlier: dict[int, Attestation],
    day: datetime.date | None,
) -> None:
    new, changed = [], []
    for item, role in zip(held, roles, strict=True):
        span = item.fact.span
        columns = {
            "start": span.start,
            "end": span.end,
            "quote": span.of(article.text),
            "rule": item.fact.rule[:80],
            "title": item.fact.title[:250],
            "attested_on": day,
            "read_as": item.official.stands_for,
        }
        attestation = earlier.get(role.pk)
        if attestation is None:
            new.append(Attestation(article=article, role=role, **columns))
        elif set_columns(attestation, columns):
            changed.append(attestation)
    gone = set(earlier) - {role.pk for role in roles}
    Attestation.objects.filter(article=article, role__in=gone).delete()
    Attestation.objects.bulk_create(new)
    Attestation.objects.bulk_update(changed, ["start", "end", "quote", "rule", "title", "attested_on", "read_as"])


def settle_days(roles: set[int], tally: Tally) -> None:
    """Sets the first and last attested day of roles; withdraws those without an attestation."""
    days = Role.objects.filter(pk__in=roles).annotate(
        count=Count("attestations"), first=Min("attestations__attested_on"), last=Max("attestations__attested_on")
    )
    for role in days:
        if not role.extracted:
            continue
        before = role.state
        change(role, _attested)
        if role.count == 0:
            tally.withdrawn += role.state == State.WITHDRAWN != before
            tally.kept += role.state != State.WITHDRAWN


def _attested(role: Any) -> bool:
    """Sets what the attestations of an annotated role say; one without any is withdrawn."""
    changed = set_columns(role, {"first_attested": role.first, "last_attested": role.last})
    return changed | (role.count == 0 and role.withdraw())
