"""Officials as a file: their offices as last attested, and the words of a text that gives the first of them."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models import Attestation, Mention
from opendata.files.columns import Column, in_page_language, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, evidence, identity, province, with_openings
from opendata.files.tables.base import Table
from people import careers
from people.models import Official


def columns(edition: Edition) -> list[Column]:
    """What the list shows of each official."""
    return [
        *identity(edition),
        plain(Official, "name", width=26),
        *in_page_language(Column("offices", _("Offices as last attested"), _offices, width=40)),
        *in_page_language(Column("organizations", _("Their agencies"), _agencies, width=34)),
        province(),
        Column("last_attested", _("Last attested"), lambda official: _first_role(official, "last_attested"), width=12),
        Column("meetings", _("Meetings"), lambda official: official.meetings_attended, width=10),
        *evidence(edition, lambda official: official.told_by),
        *closing(edition, Official),
    ]


def describe(officials: list[Any]) -> None:
    """Looks up offices, numbers of meetings, and in `told_by` a place where a text names the first office.

    Of those without an office it is the first place where the name stands.
    """
    careers.describe(officials)
    roles = {official.current_roles[0].pk: official for official in officials if official.current_roles}
    attested = Attestation.objects.filter(role__in=roles, attested_on=F("role__last_attested"))
    found = dict(attested.order_by().values_list("role").annotate(first=Min("pk")))
    places: dict[int, Any] = _with_article(Attestation, found.values())
    others = {official.pk: official for official in officials if not official.current_roles}
    named = Mention.objects.filter(official__in=others, start__isnull=False)
    first = dict(named.order_by().values_list("official").annotate(first=Min("pk"))) if others else {}
    mentions: dict[int, Any] = _with_article(Mention, first.values())
    for official in officials:
        official.told_by = mentions.get(first.get(official.pk, 0))
    for key, official in roles.items():
        official.told_by = places.get(found.get(key, 0))
    with_openings(official.told_by.article for official in officials if official.told_by is not None)


def _with_article(model: Any, keys: Any) -> dict[int, Any]:
    rows = model.objects.select_related("article").defer("article__text", "article__search_text")
    found: dict[int, Any] = rows.in_bulk(list(keys))
    return found


def _first_role(official: Any, name: str) -> Any:
    return getattr(official.current_roles[0], name) if official.current_roles else None


def _offices(official: Any) -> list[str]:
    return [role.canonical_title for role in official.current_roles]


def _agencies(official: Any) -> list[str]:
    return list(dict.fromkeys(role.organization.name for role in official.current_roles if role.organization))


OFFICIALS = Table(gettext_lazy("Officials"), columns, describe=describe)
