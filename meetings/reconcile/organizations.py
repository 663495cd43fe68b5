"""Which organization printed words mean: one that there is, by its name or another one that it has, or a new one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from meetings.extraction.lexicon import table, variants
from meetings.reconcile.agency_names import Named
from meetings.reconcile.provinces import Place
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.successions import describe
from meetings.reconcile.ties import link
from meetings.reconcile.wordings import Wordings
from people.corrections import State
from people.models import Alias, Organization
from people.names import name_key


class Agencies:
    """Organizations by name and place: looked up together, made where they are missing."""

    def __init__(self, wordings: Wordings | None = None) -> None:
        self._found: dict[tuple[str, int | None], Organization] = {}
        self.wordings = wordings or Wordings()

    def of(self, agency: Named) -> Organization:
        """The organization of an agency that was looked up, made now if it is new, in view again if it was not."""
        found = self._found.get(agency.key)
        if found is None:
            found = self._found[agency.key] = self.make(agency)
        elif found.state == State.WITHDRAWN:
            found.state = State.READ
            save_quietly(found)
        return found

    def make(self, agency: Named) -> Organization:
        """A new organization or, where another reading made it meanwhile, that one."""
        organization = organization_of(agency)
        try:
            with transaction.atomic():
                save_quietly(organization)
        except IntegrityError:  # another reading made it meanwhile
            rows = Organization.objects.filter(name_key=name_key(agency.name), province=agency.province)
            return rows.get(merged_into__isnull=True)
        link([organization])
        return organization

    def look_up(self, keys: set[tuple[str, int | None]]) -> None:
        """Fetches those of these keys (names, and provinces by key) that there are."""
        keys = keys - set(self._found)
        if not keys:
            return
        names = {name for name, _ in keys}
        provinces = {pk for _, pk in keys if pk}
        here = Q(province__isnull=True) | Q(province__in=provinces)
        # Where a person has set the province right, texts that say the former one still mean this agency.
        said = Q(extracted__province__in=provinces) | Q(extracted__province=None)
        named = Organization.objects.filter(here | said, name_key__in=names).select_related("merged_into")
        for organization in named.order_by(F("merged_into").asc(nulls_first=True), "pk"):
            self._take(organization.name_key, organization.standing())
        aliases = Alias.objects.filter(name_key__in=names, organization__isnull=False).select_related("organization")
        former = Organization.objects.in_bulk({a.read_as["organization"] for a in aliases if a.read_as})
        for alias in aliases:
            if alias.organization is not None:
                meant = former.get(alias.read_as.get("organization", 0), alias.organization)
                survivor = alias.organization.survivor_as(meant)
                self._take(alias.name_key, survivor)
                self._found.setdefault((alias.name_key, survivor.province_id), survivor)

    def _take(self, key: str, organization: Organization) -> None:
        """Lets a name at a place lead to an organization, where no other bears it: those merged away come last."""
        meant = organization.meant
        own = (key, meant.province_id)
        bearer = self._found.get(own)
        if bearer is None or (key == meant.name_key and bearer.meant.province_id != meant.province_id):
            self._found[own] = organization
        self._found.setdefault((key, meant.extracted.get("province", meant.province_id)), organization)


class Organizations:
    """The organizations that one article's words mean."""

    def __init__(self, place: Place, words: Iterable[str | None], agencies: Agencies | None = None) -> None:
        self._place = place
        self._agencies = agencies or Agencies()
        self._named = {text: self._agencies.wordings.named(text, place) for text in {text for text in words if text}}
        self._agencies.look_up(self.keys)

    @property
    def keys(self) -> set[tuple[str, int | None]]:
        """Name and place of each of them."""
        return {agency.key for agency in self._named.values() if agency}

    def of(self, words: str | None) -> Organization | None:
        """The organization that `words` mean, made now if it is new; None where they mean no single one."""
        if not words:
            return None
        if words not in self._named:
            self._named[words] = self._agencies.wordings.named(words, self._place)
            if agency := self._named[words]:
                self._agencies.look_up({agency.key})
        agency = self._named[words]
        return self._agencies.of(agency) if agency else None


def organization_of(agency: Named) -> Organization:
    """The record of an agency, not yet saved."""
    organization = Organization(abbreviations=_abbreviations().get(name_key(agency.name), ""))
    organization.follow({"name": agency.name, "kind": agency.kind, "province": agency.province})
    describe(organization)
    return organization


@cache
def _abbreviations() -> dict[str, str]:
    """Short forms by the key of the name: "Sở KH&ĐT|SKHĐT"."""
    short = {}
    for row in table("agencies"):
        forms = [form for form in variants(row["variants"]) if len(form) < len(row["name"])]
        short[name_key(row["name"])] = "|".join(forms)[:200].rpartition("|")[0] or "|".join(forms)[:200]
    return short
