"""The filters of the list of officials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.facets import ConditionFacet, NumberFacet, RecordFacet, WordFacet
from people.facets.provinces import FORMER, OnAMap, ProvinceFacet
from people.facets.stock import Stock
from people.facets.stock.cells import Mask
from people.facets.tally import Tally
from people.filters.names import NameFilter, NameOrder
from people.filters.organizations import full_name, organizations
from people.models import Official, Role
from people.search import parse, search
from people.search.filters import SearchFilter

# Ranks are our own ordering of titles; 999 is a title that the lexicon does not know.
LEVELS = (
    ("central", pgettext_lazy("level of a title", "Central"), Q(rank__lt=20)),
    ("leaders", pgettext_lazy("level of a title", "Leaders of the province"), Q(rank__gte=20, rank__lt=30)),
    ("deputies", pgettext_lazy("level of a title", "Standing committee, deputy chairs"), Q(rank__gte=30, rank__lt=40)),
    ("province", pgettext_lazy("level of a title", "Other provincial offices"), Q(rank__gte=40, rank__lt=60)),
    ("local", pgettext_lazy("level of a title", "Districts and communes"), Q(rank__gte=60, rank__lt=90)),
    ("other", pgettext_lazy("level of a title", "Not ranked"), Q(rank__gte=90)),
)


def roles() -> QuerySet[Role]:
    """The roles that readers may see."""
    return Role.objects.published()


def roles_in_provinces() -> QuerySet[Role]:
    """Those of them that are offices of a province."""
    return roles().filter(province__isnull=False)


class OfficialProvinceFacet(ProvinceFacet):
    """On the map of today an official's own province.

    On that of before, the provinces, as they were on the day, of the meetings whose texts attest the official's roles.
    """

    def counts(self, queryset: QuerySet[Any]) -> Counter[str]:
        return self._attested.counts(queryset) if self._on_the_former_map else super().counts(queryset)

    def counts_in_stock(self, stock: Stock, chosen: Mask, asked: Hashable, name: str) -> Tally | None:
        if self._on_the_former_map:
            return self._attested.counts_in_stock(stock, chosen, asked, name)
        return super().counts_in_stock(stock, chosen, asked, name)

    def mask_in_stock(self, stock: Stock, value: list[str], name: str) -> Mask | None:
        if self._on_the_former_map:
            return self._attested.mask_in_stock(stock, value, name)
        return super().mask_in_stock(stock, value, name)

    def filter(self, queryset: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """The officials of one of the provinces."""
        return self._attested.filter(queryset, value) if self._on_the_former_map else super().filter(queryset, value)

    @property
    def _on_the_former_map(self) -> bool:
        return self.parent.map_in_use == FORMER

    @cached_property
    def _attested(self) -> ProvinceFacet:
        path = "attestations__article__reports__meeting__province"
        facet = ProvinceFacet(path, links=roles_in_provinces, row="official")
        facet.parent = self.parent
        return facet


class OfficeFilter(SearchFilter):
    """Officials with a role whose title has every word typed."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows found; all rows where nothing that could be searched for was typed."""
        query = parse(value)
        return queryset.filter(pk__in=search(roles(), query).order_by().values("official")) if query else queryset


class OfficialFilter(OnAMap):
    """Name, and where, in which body, at which level, with which title and in which years a text gives a role."""

    touched_by: ClassVar = {
        "people_official.id": "pk",
        "people_role.official_id": "pk",
        "meetings_attestation.role_id": "roles",
        "meetings_article.id": "roles__attestations__article",
        "meetings_report.article_id": "roles__attestations__article",
        "meetings_meeting.id": "roles__attestations__article__reports__meeting",
    }

    q = NameFilter("official", label=_("Name"))
    office = OfficeFilter(label=_("Office"))
    province = OfficialProvinceFacet("province", label=_("Province"), blank=_("Province unknown"))
    level = ConditionFacet(label=_("Level"), conditions=lambda: LEVELS, links=roles, row="official")
    title = WordFacet("canonical_title", label=_("Title"), links=roles, row="official", limit=8)
    organization = RecordFacet(
        "organization",
        label=_("Agency"),
        links=roles,
        row="official",
        records=organizations,
        name=full_name,
        limit=8,
    )
    year = NumberFacet("attestations__attested_on__year", label=_("Year attested"), links=roles, row="official")
    order = NameOrder(
        {
            "name": (_("By given name"), ("given_name_key", "name_key", "pk")),
            "province": (_("By province"), ("province__slug", "given_name_key", "name_key", "pk")),
        }
    )

    class Meta:
        model = Official
        fields: list[str] = []
        facets = ("province", "level", "organization", "title", "year")
