"""Nothing of a former list stays in memory when the next is there, whatever pages asked of it."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict

from people.facets.stock.kept import Kept
from people.facets.stock.reader import Reader
from people.facets.stock.stock import Stock
from people.facets.stock.turns import TurnsMiddleware
from people.filters.officials import OfficialFilter
from people.models import Official
from people.spare_memory import set_aside
from tests.factories import make_official
from tests.people.facets.stock.test_kept import before_long, served


def rows() -> QuerySet[Official]:
    return Official.objects.all()


def page_made_from(stock: Stock) -> None:
    """A page of the list, after which nothing that it leaves behind knows the list."""
    made: list[Any] = []

    def page(request: HttpRequest) -> HttpResponse:
        filters: Any = OfficialFilter(QueryDict("order=given&q=an"), queryset=rows(), request=request)
        filters.choose_from(stock)
        assert len(filters.rows()) == 1
        assert filters.facets
        made.append(filters)
        return HttpResponse()

    TurnsMiddleware(page)(HttpRequest())
    assert made[0].stock is None


@pytest.mark.django_db(transaction=True)
def test_a_former_list_goes(settings: Any) -> None:
    settings.STOCK_LEAST = 1
    make_official("Nguyễn Văn An")
    kept = Kept(Reader(rows, OfficialFilter._read_ahead, OfficialFilter.touched_by))
    gc.disable()  # Python would look by itself, at some time
    try:
        former = []
        for number in range(3):
            stock = served(kept, str(number))
            page_made_from(stock)
            former.append(weakref.ref(stock))
            del stock
            make_official(f"Trần Thị Bình {number}")
        served(kept, "3")
        assert before_long(lambda: [one() for one in former] == [None] * 3)
    finally:
        gc.enable()


def test_what_a_process_has_loaded_is_not_looked_through_again() -> None:
    before = gc.get_freeze_count()
    try:
        set_aside()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
