"""The first rows and their number: the number is asked for only where there may be more than were fetched."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from people.models import Official
from people.records import first_and_number
from tests.factories import make_official

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("there", "queries"), [(0, 1), (2, 1), (3, 2), (5, 2)])
def test_the_first_rows_and_how_many_there_are(
    there: int, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = [make_official(f"Lê Văn {number}") for number in range(there)]
    with django_assert_num_queries(queries):
        first, number = first_and_number(Official.objects.order_by("pk"), 3)
    assert first == made[:3]
    assert number == there
