"""The filters of the list of articles."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from meetings.models import Article
from people.facets import ChoiceFacet, WordFacet
from people.facets.orders import OrderFilter
from people.facets.provinces import OnAMap, ProvinceFacet
from people.filters.days import DayFilter
from people.search.filters import SearchFilter


class ArticleFilter(OnAMap):
    """What a press text is about, who published it, where and when."""

    touched_by: ClassVar = {
        "meetings_article.id": "pk",
    }

    q = SearchFilter()
    subject = ChoiceFacet("subject", label=_("About"), choices=Article.Subject.choices)
    publisher = WordFacet("publisher", label=_("Published by"), blank=_("Publisher unknown"))
    province = ProvinceFacet("province", label=_("Province"), blank=_("Province unknown"))
    since = DayFilter(label=_("Published from"), field_name="reported_on", lookup_expr="gte")
    until = DayFilter(label=_("Published until"), field_name="reported_on", lookup_expr="lte")
    order = OrderFilter(
        {
            "newest": (_("Newest first"), ("-sort_date", "-pk")),
            "oldest": (_("Oldest first"), ("sort_date", "pk")),
        }
    )

    class Meta:
        model = Article
        fields: list[str] = []
        facets = ("subject", "publisher", "province")
