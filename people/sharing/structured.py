"""What a page is about, in the terms of schema.org, as JSON-LD.

A data block is no script: the Content-Security-Policy, which allows no inline script, lets it stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from people.english import has_marks
from people.models import Official, Organization, Province, Role
from people.templatetags.english import in_english, is_english

Thing = dict[str, Any]  # a thing of schema.org; what is not known is left out, never empty
Said = str | dict[str, str]  # words, with their language where that is not the page's

# What could end the block or begin a comment in it, as json_script() of Django has it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def thing(kind: str, **known: Any) -> Thing:
    """A thing of the type `kind` with those properties that have a value."""
    return {"@type": kind, **{name: value for name, value in known.items() if value not in (None, "", [], {})}}


def data_block(about: Thing) -> SafeString:
    """The element that carries `about`."""
    text = json.dumps({"@context": "https://schema.org", **about}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>')


def said(vietnamese: str) -> Said:
    """A name in the page's language; told to be Vietnamese where an English page has no English for it."""
    return worded(in_english(vietnamese))


def worded(name: str) -> Said:
    """A name as the page has it, told to be Vietnamese where it is so on an English page."""
    return {"@language": "vi", "@value": name} if is_english() and has_marks(name) else name


def breadcrumbs(places: Sequence[tuple[str, str]]) -> Thing:
    """The way from the front page: names with absolute addresses, none for the page itself."""
    steps = [
        thing("ListItem", position=number, name=name, item=address)
        for number, (name, address) in enumerate(places, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=steps)


def area(province: Province | None) -> Thing | None:
    """A province as the place that something belongs to."""
    if province is None:
        return None
    country = thing("Country", name=said("Việt Nam"))
    return thing("AdministrativeArea", name=said(province.name), containedInPlace=country)


def person(
    official: Official, roles: Iterable[Role], address: str, identifier: str = "", other_names: Iterable[str] = ()
) -> Thing:
    """An official with the titles of the offices last attested, and the bodies that these belong to."""
    roles = list(roles)
    bodies = {role.organization.full_name: None for role in roles if role.organization}
    return thing(
        "Person",
        name=official.name,
        identifier=identifier,
        url=address,
        alternateName=list(other_names),
        jobTitle=[said(role.canonical_title) for role in roles],
        worksFor=[thing("GovernmentOrganization", name=said(name)) for name in bodies],
    )


def government_organization(
    organization: Organization, other_names: Iterable[str], address: str, identifier: str = ""
) -> Thing:
    """An agency. Its days are told only where they were verified."""
    verified = not organization.unverified
    called, names = said(organization.full_name), [organization.full_name, *other_names]
    first, last = organization.valid_from, organization.valid_to
    return thing(
        "GovernmentOrganization",
        name=called,
        identifier=identifier,
        url=address,
        alternateName=[worded(name) for name in dict.fromkeys(names) if name and worded(name) != called],
        areaServed=area(organization.province),
        foundingDate=first.isoformat() if first and verified else None,
        dissolutionDate=last.isoformat() if last and verified else None,
    )
