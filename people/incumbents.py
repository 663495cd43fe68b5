"""Who holds the offices of a province, as the last text that names each of them tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F, OuterRef, Subquery

from people import careers, records
from people.models import Official, Province, Role

BELOW_PROVINCE = 60  # rank; from here on districts and communes, and titles that are not known
ROLES_READ = 60


@dataclass
class Incumbent:
    """An official with the offices that the latest text gives, the highest first."""

    official: Official
    roles: list[Role] = field(default_factory=list)


def last_told(province: Province, most: int) -> list[Incumbent]:
    """At most `most` officials of a province of today's map, the highest office first, by one query.

    That somebody held an office on the day of a text says nothing of today: each role has its day, and of one office
    several holders may be told. Roles that are known to have ended, or without a day, are left out.
    """
    open_roles = Role.objects.published().exclude(status=Role.Status.ENDED).filter(official=OuterRef("official"))
    latest = open_roles.filter(last_attested__isnull=False).order_by("-last_attested").values("last_attested")[:1]
    rows = (
        careers.roles()
        .filter(official__province=province, official__state__in=records.PUBLISHED, rank__lt=BELOW_PROVINCE)
        .exclude(status=Role.Status.ENDED)
        .filter(last_attested=Subquery(latest))
        .select_related("official")
        .defer("official__search_text")
        .order_by("rank", F("last_attested").desc(), "pk")[:ROLES_READ]
    )
    found: dict[int, Incumbent] = {}
    for role in rows:
        found.setdefault(role.official_id, Incumbent(role.official)).roles.append(role)
    return list(found.values())[:most]
