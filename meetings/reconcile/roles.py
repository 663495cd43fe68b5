"""The offices that a text gives officials: one role per office, with the first and last day that texts attest it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from meetings.extraction.facts import RoleFact
from meetings.models import Article, Attestation
from meetings.reconcile.attestations import attest, earlier_attestations, settle_days
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
    elsewhere = Attestation.objects.filter(role__in=earlier).exclude(article=article).values_list("role_id", flat=True)
    return set(earlier) - set(elsewhere)


def matched(
    held: Sequence[Held], known: Sequence[Role], earlier: Mapping[int, Attestation], alone: Collection[int]
) -> list[Role | None]:
    """For each of `held` the role that it is, each role at most once.

    What bears the title now goes before what a person gave another one, and what a person added before what is gone.
    """

    def is_reread(role: Role, item: Held) -> bool:
        """Whether it is of the same words, which the text's reading now gives another form."""
        place = earlier.get(role.pk)
        here = place is not None and (place.start, place.end) == (item.fact.span.start, item.fact.span.end)
        readings = place is not None and (not place.by_person or not role.extracted)
        of_him = _is_of(role, item.official) and role.province_id in (item.key[2], None)
        return here and readings and role.pk in alone and of_him

    ways: tuple[Callable[[Role, Held], bool], ...] = (
        lambda role, item: role.state != State.WITHDRAWN and _bears(role, item),
        lambda role, item: _is_added(role, item, earlier.get(role.pk)),
        _bears,
        _is_same,
        is_reread,
    )
    found: list[Role | None] = [None] * len(held)
    taken: set[int] = set()
    his = _by_official(known)
    for is_it in ways:
        for place, item in enumerate(held):
            if found[place] is None:
                free = (role for role in his[item.official.pk] if role.pk not in taken and is_it(role, item))
                if (role := next(free, None)) is not None:
                    found[place] = role
                    taken.add(role.pk)
    return found


def _by_official(roles: Iterable[Role]) -> Mapping[int, Sequence[Role]]:
    """By key of an official, the roles that are his now or were read as his, each once."""
    found: dict[int, list[Role]] = defaultdict(list)
    for role in roles:
        for pk in {role.official_id, role.extracted.get("official", role.official_id)}:
            found[pk].append(role)
    return found


def _bears(role: Role, item: Held) -> bool:
    return (role.official_id, role.title_key, role.province_id) == item.key


def _is_same(role: Role, item: Held) -> bool:
    return _is_of(role, item.official) and role.province_id == item.key[2] and item.title_key in _keys(role)


def _is_added(role: Role, item: Held, place: Attestation | None) -> bool:
    """Whether a person added it: by the same title, or by one that says more or less on the same words."""
    if role.extracted or role.official_id != item.official.pk:
        return False
    mine = {role.title_key, name_key(role.title)}
    theirs = {item.title_key, name_key(item.fact.title)}
    if mine & theirs:
        return role.province is None or item.province is None or role.province.slug == item.province.slug
    if place is None or place.start is None or place.end is None:
        return False
    span = item.fact.span
    return place.start < span.end and span.start < place.end and _says_more_or_less(mine, theirs)


def _says_more_or_less(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for one in some for other in others)


def _is_of(role: Role, official: Official) -> bool:
    return official.pk in (role.official_id, role.extracted.get("official"))


def _keys(role: Role) -> set[str]:
    return {role.title_key, name_key(role.extracted.get("canonical_title", role.canonical_title))[:250]}


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
