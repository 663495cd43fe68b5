"""Two databases filled in another order hold the same; one row more or less is told."""

import json
from collections import Counter

import pytest

from bench.drills.holdings import NAMESAKES, Rows
from meetings.loading.runs import load
from meetings.models import Appearance, Article
from people.models import Official
from tests.meetings.loading.conftest import TEXT, Write
from tests.meetings.loading.conftest import write as write

pytestmark = pytest.mark.django_db


def test_a_row_that_is_lost_or_there_twice_is_seen(write: Write) -> None:
    write("a.txt")
    folder = write("b.txt", TEXT.replace("12/6", "13/6")).parent
    load([folder])
    told = Counter(Rows().lines())
    assert told == Counter(Rows().lines())
    assert f"{NAMESAKES}0" in told
    assert sum(line.startswith("meetings.Article ") for line in told) == Article.objects.count() == 2
    appearance = Appearance.objects.order_by("pk").first()
    assert appearance is not None
    appearance.delete()
    lost = told - Counter(Rows().lines())
    assert [line.split()[0] for line in lost.elements()] == ["meetings.Appearance"]
    Official.objects.update(search_text="")
    assert told - Counter(Rows().lines()) == lost  # what stands for a person is who it is


def test_no_key_of_a_row_is_told(write: Write) -> None:
    write("a.txt")
    load([write("b.txt", TEXT.replace("12/6", "13/6")).parent])
    kind = "meetings.Repetition "
    first, second = sorted(
        (json.loads(line.removeprefix(kind)) for line in Rows().lines() if line.startswith(kind)),
        key=lambda row: row["earlier"] is not None,
    )
    assert first["directive"].startswith("Directive:")
    assert first["directive"] != second["directive"]
    assert first["chain"] == second["chain"] == second["earlier"] == first["directive"]
