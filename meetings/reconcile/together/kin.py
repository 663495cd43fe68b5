"""What became of many new agencies: asked once for all of them which ones have kin in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from meetings.extraction.successions import life_of
from meetings.reconcile.city_names import in_province
from meetings.reconcile.successions import ever_after, ever_before, general, link, parts_for
from people.models import Organization, Province
from people.names import name_key
from people.register import ProvinceRegister


def link_new(organizations: Sequence[Organization], register: ProvinceRegister) -> None:
    """As `link`, for many that were just made: one query tells which of them have kin at all."""
    joined: dict[int, list[Province]] = {}
    for province in register.all():
        if province.successor_id is not None:
            joined.setdefault(province.successor_id, []).append(province)
    kin = {organization.pk: set(_kin(organization, joined)) for organization in organizations}
    names = {name for keys in kin.values() for name, _ in keys}
    rows = Organization.objects.filter(name_key__in=names).order_by() if names else Organization.objects.none()
    there = set(rows.values_list("name_key", "province"))
    for organization in organizations:
        if kin[organization.pk] & there:
            link(organization)


def _kin(organization: Organization, joined: Mapping[int, Sequence[Province]]) -> Iterator[tuple[str, int | None]]:
    """The names, with their provinces, of all that `link` may tie it to."""
    name, province = general(organization), organization.province
    own = life_of(name)
    parts = [*(part.heir for part in own.parts), *(former for former, _ in parts_for(name))]
    after, before = ever_after(own), ever_before(name)
    yield from _keys([*after, *before, *parts], province)
    if province is not None and province.successor is not None:
        yield from _keys(after or [name], province.successor)
    for former in joined.get(province.pk, ()) if province is not None else ():
        yield from _keys([name, *before], former)


def _keys(names: Iterable[str], province: Province | None) -> Iterator[tuple[str, int | None]]:
    for name in names:
        yield name_key(in_province(name, province)), province.pk if province is not None else None
