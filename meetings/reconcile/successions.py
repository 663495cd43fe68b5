"""What became of agencies, in the register: how long each existed, its successor, who took over parts of its work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from meetings.extraction.successions import Basis, Life, Part, life_of, lives
from meetings.reconcile.city_names import in_province, is_city, of_city, of_province
from meetings.reconcile.rows import save_quietly
from people.models import Handover, Organization, Province
from people.names import name_key

# What joined 63 provinces to 34 on 1 July 2025.
_PROVINCES_JOINED = Basis(
    "Nghị quyết 202/2025/QH15",
    ("https://news.laodong.vn/thoi-su/thoi-diem-ket-thuc-hoat-dong-bo-may-52-tinh-thanh-cu-1522769.ldo",),
)
# The bodies that a province has as such, which ended with it; districts, companies and newspapers are another matter.
_OF_PROVINCE = frozenset(Organization.Kind) - {
    Organization.Kind.LOCAL,
    Organization.Kind.OTHER,
    Organization.Kind.NATIONAL,
}
_DESCRIBED = ("valid_from", "valid_to", "succession_basis", "succession_pages", "former_names", "unverified")


def describe(organization: Organization) -> None:
    """Sets how long it existed, what tells of that, and what it was called before, by the table.

    What somebody has set stays, and so does all that is verified; what is not follows the table until then.
    """
    anew = organization.unverified and not organization.history.exists()  # what machines do leaves no history
    if organization.succession_basis and not anew:
        return
    life, province = _life(organization), organization.province
    joined = (
        organization.kind in _OF_PROVINCE
        and province is not None
        and province.successor is not None
        and province.successor.slug != province.slug
    )
    ended = life.valid_to or (province.valid_to if province is not None and joined else None)
    basis = _PROVINCES_JOINED if joined and life.successor is None else life.basis
    organization.valid_from = life.valid_from if anew else organization.valid_from or life.valid_from
    organization.valid_to = ended if anew else organization.valid_to or ended
    organization.succession_basis = basis.document
    organization.succession_pages = "|".join(basis.pages)
    organization.unverified = not life.checked
    if anew or not organization.former_names:
        before = (in_province(name, province) for name in ever_before(general(organization)))
        organization.former_names = "|".join(before)[: Organization._meta.get_field("former_names").max_length]


def link(organization: Organization) -> None:
    """Ties an organization to what it became and what became it, where those are there; a person's tie stays.

    What ended with its province became the agency of that name in the province that it joined.
    """
    own, province = _life(organization), organization.province
    beside = _standing().filter(province=province).exclude(pk=organization.pk)
    after = _nearest(beside, ever_after(own), province)
    if after is None and province is not None and province.successor_id:
        there = _standing().filter(province=province.successor).exclude(pk=organization.pk)
        after = _nearest(there, ever_after(own) or [general(organization)], province.successor)
    if after is not None:
        _succeed([organization.pk], after)
        if organization.pk not in set(_parted([organization.pk])):
            organization.successor = organization.successor or after
    _succeed(list(_formers(organization, beside)), organization)
    for part in own.parts:
        _hand_over([organization], _named(beside, [part.heir], province), part)
    for former, part in parts_for(general(organization)):
        _hand_over(_named(beside, [former], province), [organization], part)


def link_all() -> None:
    """Describes and ties all organizations that were made before the table knew of them, or knew it from memory."""
    known = {form for name in lives() for form in (name_key(name), name_key(of_city(name)))}
    late = Q(name_key__in=known, succession_basis="") | Q(unverified=True)
    late |= Q(province__valid_to__isnull=False, kind__in=_OF_PROVINCE, succession_basis="")
    for organization in _standing().filter(late).select_related("province__successor"):
        before = [getattr(organization, name) for name in _DESCRIBED]
        describe(organization)
        if before != [getattr(organization, name) for name in _DESCRIBED]:
            with transaction.atomic():  # what is described but not tied would count as done
                save_quietly(organization)
                link(organization)


def general(organization: Organization) -> str:
    """The name as the tables have it, which name a province's bodies."""
    name = of_province(organization.name) if is_city(organization.province) else organization.name
    return _as_in_table().get(name_key(organization.name)) or _as_in_table().get(name_key(name), name)


@cache
def _as_in_table() -> dict[str, str]:
    """All names of the table of successions by their keys."""
    return {name_key(name): name for name in lives()}


def _life(organization: Organization) -> Life:
    return life_of(general(organization))


def _whole_of(name: str) -> list[str]:
    """Those whose work as a whole is that of agencies called `name` now."""
    return [former for former, life in lives().items() if life.successor == name]


def ever_after(life: Life) -> list[str]:
    """What it became, and what that became: texts need not name all of them."""
    found: list[str] = []
    while life.successor and life.successor not in found:
        found.append(life.successor)
        life = life_of(life.successor)
    return found


def ever_before(name: str) -> list[str]:
    """As `_whole_of`, and what those were before."""
    found = _whole_of(name)
    for former in found:  # grows while it is walked; the table leads nobody back to itself
        found += _whole_of(former)
    return found


def parts_for(name: str) -> list[tuple[str, Part]]:
    """Which parts of whose work agencies called `name` took over."""
    return [(former, part) for former, life in lives().items() for part in life.parts if part.heir == name]


def _named(rows: QuerySet[Organization], names: Iterable[str], province: Province | None) -> QuerySet[Organization]:
    keys = [name_key(in_province(name, province)) for name in names]
    merged = Organization.objects.filter(name_key__in=keys, merged_into__isnull=False).values("merged_into")
    return rows.filter(Q(name_key__in=keys) | Q(pk__in=merged)) if keys else rows.none()


def _standing() -> QuerySet[Organization]:
    """All but those merged away, whose names lead to their survivors."""
    return Organization.objects.filter(merged_into__isnull=True)


def _nearest(rows: QuerySet[Organization], names: Iterable[str], province: Province | None) -> Organization | None:
    return next((found for name in names if (found := _named(rows, [name], province).first())), None)


def _formers(organization: Organization, beside: QuerySet[Organization]) -> Iterator[int]:
    """The primary keys of those that became `organization`: in its province, or in one that joined it."""
    name, province = general(organization), organization.province
    yield from _named(beside, ever_before(name), province).values_list("pk", flat=True)
    if province is None:
        return
    for joined in Province.objects.filter(successor=province).exclude(slug=province.slug):
        there = _standing().filter(province=joined)
        for former in _named(there, [name, *ever_before(name)], joined):
            if not _named(there, ever_after(_life(former)), joined).exists():
                yield former.pk


def _succeed(formers: list[int], successor: Organization) -> None:
    rows = Organization.objects.filter(pk__in=formers, successor__isnull=True).exclude(pk=successor.pk)
    rows.exclude(pk__in=_parted(formers)).update(successor=successor)


def _parted(formers: list[int]) -> QuerySet[Any]:
    """The keys of those whose successor a person took away: what machines do leaves no history."""
    had: QuerySet[Any] = Organization.history.filter(id__in=formers, successor__isnull=False).values("id")
    return had.filter(id__in=Organization.objects.filter(successor__isnull=True).values("pk")).values_list(
        "id", flat=True
    )


def _hand_over(formers: Iterable[Organization], heirs: Iterable[Organization], part: Part) -> None:
    for former in formers:
        for heir in heirs:
            if Handover.history.filter(former=former, heir=heir, history_type="-").exists():
                continue  # a person said that it is none
            handover = Handover.objects.filter(former=former, heir=heir).first() or Handover(former=former, heir=heir)
            if handover.pk is None or (handover.unverified and not handover.history.exists()):
                handover.duties, handover.unverified = part.duties, not part.checked
                save_quietly(handover)
