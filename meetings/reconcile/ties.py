"""Ties between organizations: what each became and what became it, and who took over parts of its work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from meetings.extraction.successions import Life, Part, life_of, lives
from meetings.reconcile.city_names import in_province, of_city
from meetings.reconcile.locking import locked
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.successions import OF_PROVINCE, describe, ever_after, ever_before, general, parts_for
from people.models import Handover, Organization, Province
from people.names import name_key

_DESCRIBED = ("valid_from", "valid_to", "succession_basis", "succession_pages", "former_names", "unverified")
# A name, by its key, in a province.
_Key = tuple[str, int | None]


def link(organizations: Sequence[Organization]) -> None:
    """Ties organizations to what they became and what became them, where those are there; a person's tie stays.

    What ended with its province became the agency of that name in the province that it joined.
    """
    kin = _Kin(organizations)
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


class _Kin:
    """What may have become of organizations, and what may have become them: fetched together, the rest when asked."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        self._joined: dict[int, list[Province]] = defaultdict(list)
        for province in Province.objects.filter(successor__isnull=False).select_related("successor").order_by("pk"):
            if province.successor is not None and province.slug != province.successor.slug:
                self._joined[province.successor.pk].append(province)
        self._found: dict[_Key, list[Organization]] = {}
        self._fetch({key for organization in organizations for key in self._keys_around(organization)})

    def named(self, names: Iterable[str], province: Province | None, but: Organization) -> list[Organization]:
        """Those of the province, but one, who bear one of the names; of those merged away the survivors."""
        keys = list(_keys(names, province))
        self._fetch(set(keys))
        found = {row.pk: row for key in keys for row in self._found[key] if row.pk != but.pk}
        return sorted(found.values(), key=lambda row: (row.name, row.pk))

    def successor(self, organization: Organization) -> Organization | None:
        """What it became: the nearest of that line which is there."""
        name, province = general(organization), organization.province
        line = ever_after(life_of(name))
        after = self._nearest(line, province, organization)
        if after is None and province is not None and province.successor is not None:
            return self._nearest(line or [name], province.successor, organization)
        return after

    def formers(self, organization: Organization) -> Iterator[Organization]:
        """Those that became it: in its province, or in one that joined it."""
        name, province = general(organization), organization.province
        before = ever_before(name)
        yield from self.named(before, province, organization)
        for joined in self._joined[province.pk] if province is not None else ():
            for former in self.named([name, *before], joined, organization):
                if not self.named(ever_after(_life(former)), joined, organization):
                    yield former

    def _nearest(self, names: Iterable[str], province: Province | None, but: Organization) -> Organization | None:
        return next((found[0] for name in names if (found := self.named([name], province, but))), None)

    def _keys_around(self, organization: Organization) -> Iterator[_Key]:
        name, province = general(organization), organization.province
        life, before = life_of(name), ever_before(name)
        parts = [*(part.heir for part in life.parts), *(former for former, _ in parts_for(name))]
        after_those = [after for former in before for after in ever_after(life_of(former))]
        yield from _keys([*ever_after(life), *before, *after_those, *parts], province)
        if province is not None:
            yield from _keys(ever_after(life) or [name], province.successor) if province.successor else ()
            for joined in self._joined[province.pk]:
                lines = [after for former in (name, *before) for after in ever_after(life_of(former))]
                yield from _keys([name, *before, *lines], joined)

    def _fetch(self, keys: set[_Key]) -> None:
        keys -= self._found.keys()
        if not keys:
            return
        self._found |= {key: [] for key in keys}
        named = Organization.objects.filter(name_key__in={name for name, _ in keys}).order_by()
        provinces = {pk for _, pk in keys if pk is not None}
        here = Q(province__in=provinces) | Q(merged_into__province__in=provinces)
        if any(pk is None for _, pk in keys):
            here |= Q(province__isnull=True) | Q(merged_into__province__isnull=True, merged_into__isnull=False)
        for row in named.filter(here).select_related("province", "merged_into__province"):
            standing: Any = row if row.merged_into is None else row.merged_into
            key = (row.name_key, standing.province_id)
            if key in keys and standing.merged_into_id is None:
                self._found[key].append(standing)


def _keys(names: Iterable[str], province: Province | None) -> Iterator[_Key]:
    for name in names:
        yield name_key(in_province(name, province)), province.pk if province is not None else None


def _life(organization: Organization) -> Life:
    return life_of(general(organization))


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
    Organization.objects.bulk_update(tied, ["successor"], batch_size=200)
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
