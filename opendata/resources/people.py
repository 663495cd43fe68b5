"""The register as others get it: provinces, organizations, officials and their roles."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opendata.resources.columns import Resource, columns_of
from opendata.resources.shared import ID, correctable
from people.models import Official, Organization, Province, Role
from people.records import PUBLISHED


def roles() -> QuerySet[Role]:
    """Published roles of published officials."""
    return Role.objects.published().filter(official__state__in=PUBLISHED)


PROVINCES = Resource(
    "provinces",
    "province",
    Province,
    _("Provinces"),
    _("Provinces and cities of both maps: the 63 until 30 June 2025, and the 34 since 1 July 2025."),
    Province.objects.all,
    columns_of(
        Province,
        ID,
        ("name", _("The official name without its kind.")),
        ("kind", _("Whether it is a province or a city under the central government.")),
        ("slug", _("The short name that filters take.")),
        ("region", _("The region that it belongs to.")),
        ("aliases|", _("Other spellings.")),
        ("valid_from", _("The first day with these borders; empty for what was always so here.")),
        ("valid_to", _("The last day with these borders; empty for a province of today.")),
        ("successor", _("The province of today that it became part of.")),
    ),
)
ORGANIZATIONS = Resource(
    "organizations",
    "organization",
    Organization,
    _("Agencies"),
    _("Agencies and bodies that meet, give tasks or are told to act."),
    Organization.objects.published,
    correctable(
        Organization,
        ("name", _("The name without its province.")),
        ("abbreviations|", _("Short forms of the name.")),
        ("kind", _("What kind of body it is.")),
        ("province", _("The province it belongs to; empty for a national body.")),
        ("valid_from", _("The day on which it began, where a document tells it.")),
        ("valid_to", _("The day on which it ended, where a document tells it.")),
        ("successor", _("The organization that took all its work on.")),
        ("former_names|", _("What it was called before.")),
        ("succession_basis", _("The document that tells of its end, or of what it took over.")),
        ("unverified", _("Whether days, successor and former names are from memory, and no document was seen.")),
    ),
)
OFFICIALS = Resource(
    "officials",
    "official",
    Official,
    _("Officials"),
    _("People who hold or held an office, one per name and province unless a person has told them apart."),
    Official.objects.published,
    correctable(
        Official,
        ("name", _("The name as it is printed most often.")),
        ("province", _("The province of today in which the person serves.")),
        ("homonym", _("Tells apart people of one name in one province; 0 where there is only one.")),
    ),
)
ROLES = Resource(
    "roles",
    "role",
    Role,
    _("Roles"),
    _("Offices that officials hold, as press texts attest them. Days are those of texts, never a beginning or an end."),
    roles,
    correctable(
        Role,
        ("official", _("Who holds the office.")),
        ("title", _("The title as printed.")),
        ("canonical_title", _("The title in its full form.")),
        ("organization", _("The organization that the office belongs to, where the title tells it.")),
        ("province", _("The province that the office belongs to.")),
        ("rank", _("Our own order of titles: small is high.")),
        ("first_attested", _("The first day on which a text gives the title.")),
        ("last_attested", _("The last day on which a text gives the title.")),
        ("status", _("Whether the latest text gives the office as held, or says that it ended.")),
    ),
)
