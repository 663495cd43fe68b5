"""People, organizations, memberships, posts and areas as Popolo has them (popoloproject.com).

A membership has neither `start_date` nor `end_date`: texts attest an office on days, and never tell its beginning or
end. The first and the last of these days stand in properties of our own, which Popolo allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from opendata.standards.sources import Thing, address_of, known, sources
from people.models import Alias, Official, Organization, Province, Role
from people.names import ascii_slug


def person(official: Official, request: HttpRequest | None = None) -> Thing:
    """An official, with the memberships; one that `opendata.standards.rows` fetched."""
    fetched: Any = official
    return known(
        id=address_of(official, request),
        name=official.name,
        other_names=_other_names(fetched.other_names),
        memberships=[membership(role, request) for role in fetched.roles_held],
        sources=sources((mention.article for mention in fetched.named_in), request),
        **_moments(official),
    )


def organization(agency: Organization, request: HttpRequest | None = None) -> Thing:
    """An agency, with the posts that texts attest there. Its days are told only where a document was seen."""
    fetched: Any = agency
    first, last = (None, None) if agency.unverified else (agency.valid_from, agency.valid_to)
    former = [{"name": name, "note": "former name"} for name in agency.former_names.split("|") if name]
    short = [{"name": name, "note": "abbreviation"} for name in agency.abbreviations.split("|") if name]
    told_of = [{"url": page, "note": agency.succession_basis} for page in agency.succession_pages.split("|") if page]
    return known(
        id=address_of(agency, request),
        name=agency.name,
        other_names=[*_other_names(fetched.other_names), *former, *short],
        classification=agency.kind,
        area_id=address_of(agency.province, request) if agency.province else None,
        founding_date=first.isoformat() if first else None,
        dissolution_date=last.isoformat() if last else None,
        posts=_posts(agency, fetched.roles_here, request),
        sources=[known(**source) for source in told_of],
        **_moments(agency),
    )


def membership(role: Role, request: HttpRequest | None = None) -> Thing:
    """An office of an official, as texts attest it."""
    fetched: Any = role
    here = role.organization
    return known(
        id=address_of(role, request),
        label=role.title,
        role=role.canonical_title,
        person_id=address_of(role.official, request),
        organization_id=address_of(here, request) if here else None,
        post_id=_post_id(here, role, request) if here else None,
        area_id=address_of(role.province, request) if role.province else None,
        first_attested=role.first_attested.isoformat() if role.first_attested else None,
        last_attested=role.last_attested.isoformat() if role.last_attested else None,
        status=role.status,
        sources=sources((place.article for place in fetched.attested_in), request),
        **_moments(role),
    )


def area(province: Province, request: HttpRequest | None = None) -> Thing:
    """A province, of the map that it is on: days of its borders are properties of our own."""
    return known(
        id=address_of(province, request),
        name=province.name,
        identifier=province.slug,
        classification=province.kind,
        valid_from=province.valid_from.isoformat() if province.valid_from else None,
        valid_to=province.valid_to.isoformat() if province.valid_to else None,
        successor_id=address_of(province.successor, request) if province.successor else None,
    )


def _other_names(aliases: Iterable[Alias]) -> list[Thing]:
    return [{"name": alias.name} for alias in aliases]


def _posts(agency: Organization, roles: Iterable[Role], request: HttpRequest | None) -> list[Thing]:
    """Each office once, whoever holds it."""
    offices = {role.title_key: role for role in roles}
    return [
        known(
            id=_post_id(agency, role, request),
            label=role.canonical_title,
            role=role.canonical_title,
            organization_id=address_of(agency, request),
            area_id=address_of(agency.province, request) if agency.province else None,
        )
        for role in offices.values()
    ]


def _post_id(agency: Organization, role: Role, request: HttpRequest | None) -> str:
    """No record of ours: a place within the agency's identifier."""
    return f"{address_of(agency, request)}#{ascii_slug(role.canonical_title)}"


def _moments(record: Any) -> Thing:
    return {"created_at": record.created_at.isoformat(), "updated_at": record.updated_at.isoformat()}
