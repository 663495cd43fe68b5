"""The search box takes whatever is typed and says how it was understood."""

from __future__ import annotations

import django_filters
import pytest

from people.facets import FacetedFilterSet
from people.models import Official
from people.search.filters import SearchFilter
from tests.factories import make_official

pytestmark = pytest.mark.django_db


class Officials(FacetedFilterSet):
    q = SearchFilter(label="search")
    name = django_filters.CharFilter("name")

    class Meta:
        model = Official
        fields = ()


@pytest.mark.parametrize(
    ("typed", "found", "notices"),
    [
        ("", 2, 0),
        ("  ", 2, 0),
        ("vinh", 1, 0),
        ("\0vinh\r\n", 1, 0),
        ("nobody", 0, 0),
        ("?!", 2, 1),
        ("😀", 2, 1),
        (" ".join(["vinh"] * 30), 1, 1),
    ],
)
def test_finds_and_says(typed: str, found: int, notices: int) -> None:
    make_official("Lê Hồng Vinh")
    make_official("Hoàng Hà")
    filters = Officials({"q": typed})
    assert filters.qs.count() == found
    assert len(filters.notices) == notices
