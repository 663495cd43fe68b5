"""Officials of no known province have numbers of their own, however many batches number them at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction

from meetings.loading.articles import newcomer_of, read_text
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.reconcile.provinces import place_of
from meetings.reconcile.together.namesakes import numbers_for
from meetings.reconcile.together.tellings import Telling
from people.models import Official
from people.names import name_key
from people.register import ProvinceRegister
from tests.factories import make_official, make_province
from tests.side_by_side import work_beside

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "Trần Bảo Lâm"
KEY = name_key(NAME)
TEXT = f"""Ngày 12/6/2024, UBND tỉnh họp phiên thường kỳ tháng 6.

Ông {NAME}, Chủ tịch UBND tỉnh chủ trì phiên họp.
"""


@pytest.fixture(autouse=True)
def _on_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite every transaction that writes is alone")


@pytest.fixture
def telling(tmp_path: Path) -> Telling:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    newcomer = newcomer_of(read_text(Source(path, path.name, Known(0))))
    assert newcomer.meeting is not None
    return Telling(newcomer, newcomer.meeting, place_of(newcomer.article, newcomer.meeting, ProvinceRegister()), None)


@transaction.atomic
def numbers(*tellings: Telling) -> list[int]:
    return list(numbers_for(tellings)[KEY])


@contextmanager
def numbered_elsewhere(*tellings: Telling) -> Iterator[None]:
    with work_beside(lambda: numbers_for(tellings)):
        yield


def test_each_text_gets_a_number_behind_those_that_are_taken(telling: Telling) -> None:
    assert numbers(telling, telling) == [0, 1]
    make_official(NAME, province=make_province(), homonym=7)
    Official.objects.create(name=NAME, homonym=2)
    assert numbers(telling, telling) == [3, 4]


def test_what_another_batch_took_is_left_out_until_that_is_undone(telling: Telling) -> None:
    with numbered_elsewhere(telling, telling):
        assert numbers(telling, telling, telling) == [2, 3, 4]
    assert numbers(telling) == [0]
