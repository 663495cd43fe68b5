"""On which map the provinces are listed: that is all that can be chosen there."""

from __future__ import annotations

from functools import cached_property

from django.utils.translation import gettext_lazy as _

from people.facets.filterset import Active
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap
from people.models import Province


class MapFilter(OnAMap):
    """The map of the 34 provinces or of the 63; the rows are those of that map."""

    order = OrderFilter({"most": (_("Most meetings first"), ("slug", "pk"))})

    class Meta:
        model = Province
        fields: list[str] = []
        facets = ()

    @cached_property
    def active(self) -> list[Active]:
        """The map, which decides here what the rows are."""
        return super(OnAMap, self).active
