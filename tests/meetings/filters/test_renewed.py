"""A list of which only the rows that changed are read again is the one that is read anew, whatever was changed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet
from django.http import QueryDict

from meetings.listings import LISTINGS
from people import duties
from people.facets import FacetedFilterSet
from people.facets.stock import Stock, touched
from people.facets.stock.cells import Cells
from people.facets.stock.reader import Reader
from people.filters.tasks import TaskFilter
from people.freshness.triggers import watched
from people.models import Organization
from tests.meetings.filters.test_in_stock import archive

ROUNDS = 45  # of two changes each
MODELS = {model._meta.db_table: model for model in apps.get_models()}
FILTERS: list[type[FacetedFilterSet]] = [*(one.filters for one in LISTINGS.values()), TaskFilter]
# Tables by which lists find what changed.
TELLING = sorted({column.partition(".")[0] for filters in FILTERS for column in filters.touched_by})


@pytest.fixture(autouse=True)
def _few_are_many(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE = 0, True
    monkeypatch.setattr(touched, "SHARE", 1)


def lists() -> dict[str, Reader]:
    """Each list, with all that its page shows in memory."""
    agency = Organization.objects.filter(assignments__isnull=False).order_by("pk")[0]
    made = {name: Reader(one.rows, _ahead(one.filters), one.filters.touched_by) for name, one in LISTINGS.items()}
    tasks = Reader(lambda: duties.tasks_of(agency), _ahead(TaskFilter), TaskFilter.touched_by)
    return {**made, "tasks": tasks}


def _ahead(filters: Any) -> Callable[[Stock], None]:
    def ahead(stock: Stock) -> None:
        for query in ("", "era=63"):
            shown = filters(QueryDict(query), queryset=stock.rows)
            shown.choose_from(stock)
            shown.read_ahead()
            for name, (_label, _by) in shown.filters["order"].orders.items():
                ordered = filters(QueryDict(f"order={name}"), queryset=stock.rows)
                ordered.choose_from(stock)
                ordered.rows()[:1]

    return ahead


def meant(stock: Stock, read: Any) -> Any:
    """What was read, by keys of rows instead of places, and by values instead of codes."""
    if isinstance(read, Cells):
        return sorted(
            (int(stock.keys[row]), repr(read.values[code])) for row, code in zip(read.rows, read.codes, strict=True)
        )
    if read.dtype == np.int32:
        return stock.keys[read].tolist()
    return dict(zip(stock.keys.tolist(), read.tolist(), strict=True))


def changed(random: Random) -> None:
    """A row of some table gets what another has in some columns, or goes, or comes again under another key."""
    model: Any = MODELS[random.choice([*watched(), *TELLING * 3])]
    rows = list(model._base_manager.order_by("pk"))
    if not rows:
        return
    row, other = random.choice(rows), random.choice(rows)
    columns = [field for field in model._meta.concrete_fields if not field.primary_key and field.name != "search_text"]
    columns += [
        field for field in columns if field.is_relation or field.choices
    ] * 4  # by these lists are narrowed down
    how = random.choice(["update", "update", "update", "delete", "again"])
    try:
        with transaction.atomic():
            if how == "update":
                taken = random.choices(columns, k=3)
                model._base_manager.filter(pk=row.pk).update(**{f.attname: getattr(other, f.attname) for f in taken})
            elif how == "delete":
                row.delete()
            else:
                row.pk = None
                row._state.adding = True
                models.Model.save_base(row, force_insert=True)
    except (IntegrityError, ProtectedError):
        return  # what the database or the models refuse


@pytest.mark.django_db(transaction=True)
def test_what_is_renewed_is_what_is_read_anew() -> None:
    archive()
    random, kept_lists, renewed = Random(1), lists(), 0
    for one in kept_lists.values():
        one.read("s0")
        assert one.stock is not None
        one.ahead(one.stock)
    for number in range(ROUNDS):
        changed(random)
        changed(random)
        for name, one in kept_lists.items():
            before, known = one.stock, one._mark
            assert before is not None
            assert known is not None
            if one._renew(f"s{number}", before, known):
                renewed += 1
                assert one.stock is not None
                assert_is_as_read_anew(one.stock, one.rows(), before, name)
            else:
                one._read_all(f"s{number}")
                assert one.stock is not None
                one.ahead(one.stock)
    assert renewed > ROUNDS * len(kept_lists) * 0.8


def assert_is_as_read_anew(now: Stock, rows: QuerySet[Any], before: Stock, name: str) -> None:
    anew = Stock(rows, "anew")
    anew.follow(now)
    assert now.keys.tolist() == anew.keys.tolist(), name
    assert now._kept.keys() == before._kept.keys()
    for what, read in now._kept.items():
        assert meant(now, read) == meant(anew, anew._kept[what]), (name, what)


def test_what_lists_look_for_is_noted() -> None:
    noted = {f"{table}.{key}" for table, keys in watched().items() for key in keys}
    sought = {column for filters in FILTERS for column in filters.touched_by}
    assert sought == noted  # and nothing is noted that no list looks for
