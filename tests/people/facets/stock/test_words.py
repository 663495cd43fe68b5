"""Rows that have words are those that the database finds, whatever of the words is in memory, and whatever changed."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.facets.stock import word_bits
from people.facets.stock import words as module
from people.facets.stock.cells import Mask
from people.facets.stock.stock import Stock
from people.models import Official
from people.search import Query, Term, index_text, parse, search

pytestmark = pytest.mark.django_db
_NUMBERS = count()
SYLLABLES = ("Sở", "Tài", "chính", "chỉnh", "số", "Nguyễn", "tái")


@pytest.fixture(autouse=True)
def _at_once(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STOCK_AT_ONCE = True
    monkeypatch.setattr(word_bits, "COMMON", 4)
    monkeypatch.setattr(word_bits, "SLOW", 60)


def officials(*names: str) -> list[Official]:
    return Official.objects.bulk_create(
        Official(name=name, name_key=f"k{next(_NUMBERS)}", search_text=index_text(name)) for name in names
    )


def stock() -> Stock:
    return Stock(Official.objects.order_by("pk"), "state")


def keys(here: Stock, found: Mask) -> list[int]:
    return here.keys[found].tolist()


def found(here: Stock, query: Query) -> list[int]:
    return keys(here, here.words.having(here, query))


def by_sql(query: Query) -> list[int]:
    return list(search(Official.objects.order_by("pk"), query).values_list("pk", flat=True))


def asked(here: Stock, query: Query) -> int:
    """How many questions it takes to find the rows, which are the right ones."""
    with CaptureQueriesContext(
        connection,
    ) as questions:
        rows = found(here, query)
    assert rows == by_sql(query)
    return len([one for one in questions if "SELECT" in one["sql"]])


def test_common_words_are_asked_for_once() -> None:
    officials("Sở Tài chính", "Tài sở", "Nguyễn Tài", "Lê Hà", "Chính sở tài")
    here = stock()
    found(here, parse("sở tài"))  # of which each is common
    assert [asked(here, parse(typed)) for typed in ("so", "tai", "tai so", "sở tài", '"so"')] == [0] * 5


def test_what_is_common_with_accents_is_known_apart() -> None:
    officials("Sở Tài", "Số Tài", "Số tái", "Sở tái")
    here = stock()
    for spelling in parse("sở tài").spellings:
        query = Query(tuple((term,) for term in spelling))
        assert found(here, query) == by_sql(query)
        assert asked(here, query) == 0 or len(by_sql(query)) * word_bits.COMMON < len(here)


def test_rare_words_are_asked_for_again_and_with_common_ones() -> None:
    officials("Sở Tài", "Số Tài", "Số tài", "Sở tái", "Sở A", "Sở B", "Sở C", "Sở Hà", "Sở Vy")
    here = stock()
    found(here, parse("so"))
    assert asked(here, parse("hà")) == 1
    assert asked(here, parse("hà so")) == 1
    assert asked(here, parse("hà so")) == 1
    assert asked(here, parse("so")) == 0


def test_rare_words_that_took_long_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_bits, "SLOW", 0)
    officials("Sở Tài", "Số Tài", "Sở A", "Sở B", "Sở C", "Sở Hà", "Sở Vy")
    here = stock()
    found(here, parse("hà sở"))
    assert [asked(here, parse(typed)) for typed in ("sở hà", "hà")] == [0, 0]


def test_words_side_by_side_are_known_though_rare() -> None:
    officials("Sở Tài", "Tài Sở", "Tài Hà Sở", "Tài", "Sở", "Tài Vy Sở", "A", "B", "C", "D")
    here = stock()
    beside = Query(((Term(("so", "tai")),),))
    assert found(here, beside) == by_sql(beside)
    assert asked(here, beside) == 0


def test_rows_that_changed_are_asked_for_apart() -> None:
    first, second, third, *_ = officials("Sở Tài", "Tài Sở", "Sở Hà", "Sở Vy", "Tài Vy")
    before = stock()
    for word in ("so", "tai"):
        found(before, parse(word))
    Official.objects.filter(pk=first.pk).update(search_text=index_text("Hà"))
    Official.objects.filter(pk=third.pk).update(search_text=index_text("Tài Sở"))
    Official.objects.filter(pk=second.pk).delete()
    (added,) = officials("Sở Tài chính")
    here = before.renewed("next", np.array([first.pk, second.pk, third.pk, added.pk], np.int64))
    assert found(here, parse("sở tài")) == [third.pk, added.pk]
    assert asked(here, parse("so tai")) == 1  # of the few
    Official.objects.filter(pk=added.pk).delete()
    last = here.renewed("last", np.array([added.pk], np.int64))
    assert found(last, parse("so tai")) == [third.pk]


def test_at_random_changes_too() -> None:
    random, here = Random(5), None
    officials(*(_name(random) for _ in range(30)))
    for number in range(60):
        if here is None or random.random() < 0.05:
            here = stock()
        else:
            touched = _change(random)
            here = here.renewed(str(number), np.array(sorted(touched), np.int64))
        for _ in range(3):
            query = parse(_name(random)) if random.random() < 0.7 else parse(f'"{_name(random)}"')
            assert found(here, query) == by_sql(query)
            for spelling in query.spellings:
                coded = Query(tuple((term,) for term in spelling))
                assert found(here, coded) == by_sql(coded)


def _name(random: Random) -> str:
    return " ".join(random.sample(SYLLABLES, random.randint(1, 3)))


def _change(random: Random) -> set[int]:
    rows = list(Official.objects.order_by("pk").values_list("pk", flat=True))
    touched = set(random.sample(rows, 2))
    changed, gone = touched
    Official.objects.filter(pk=changed).update(search_text=index_text(_name(random)))
    if random.random() < 0.4:
        Official.objects.filter(pk=gone).delete()
    if random.random() < 0.6:
        touched |= {made.pk for made in officials(_name(random))}
    return touched


def test_where_much_has_changed_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TOUCHED", 1)
    rows = officials("Sở", "Sở Tài", "Tài")
    before = stock()
    found(before, parse("so"))
    assert asked(before.renewed("next", np.array([rows[0].pk], np.int64)), parse("so")) == 1
    forgotten = before.renewed("next", np.array([row.pk for row in rows], np.int64))
    assert asked(forgotten, parse("so")) == 1
    assert asked(forgotten, parse("so")) == 0


def test_words_unasked_the_longest_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_bits, "KEPT", 2)
    officials("Sở Tài Hà", "Sở Tài Hà")
    here = stock()
    for word in ("so", "tai", "so", "ha"):
        found(here, parse(word))
    assert [asked(here, parse(word)) for word in ("so", "ha", "tai")] == [0, 0, 1]
