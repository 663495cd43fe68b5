"""The filters of the list of organizations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.facets import ChoiceFacet, ConditionFacet
from people.facets.provinces import OnAMap, ProvinceFacet
from people.filters.names import NameFilter, NameOrder
from people.models import Organization
from people.records import assignments


def organizations() -> QuerySet[Organization]:
    """The organizations that a filter may name, each with the province that belongs to its full name."""
    return Organization.objects.published().select_related("province")


def full_name(organization: Organization) -> str:
    """The name with its province."""
    return organization.full_name


def _has_tasks() -> list[tuple[str, Any, Q]]:
    told = Exists(assignments().filter(organization=OuterRef("pk")))
    return [("yes", _("Has been given tasks"), Q(told)), ("no", _("No task found"), ~Q(told))]


class OrganizationFilter(OnAMap):
    """Name, kind, province, and whether any text tells of a task given to it."""

    touched_by: ClassVar = {
        "people_organization.id": "pk",
        "meetings_assignment.organization_id": "pk",
        "meetings_directive.id": "assignments__directive",
    }

    q = NameFilter("organization", label=pgettext_lazy("of an agency", "Name"))
    kind = ChoiceFacet("kind", label=_("Kind of agency"), choices=Organization.Kind.choices, limit=13)
    province = ProvinceFacet("province", label=_("Province"), blank=_("National, or province unknown"))
    tasks = ConditionFacet(label=_("Tasks"), conditions=_has_tasks)
    order = NameOrder(
        {
            "name": (_("By name"), ("name", "pk")),
            "province": (_("By province"), ("province__slug", "name", "pk")),
        }
    )

    class Meta:
        model = Organization
        fields: list[str] = []
        facets = ("province", "kind", "tasks")
