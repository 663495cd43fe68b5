"""What comes before what: the order of the queue by examples."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.models import Meeting, ReviewItem
from tests.factories import (
    make_appearance,
    make_citation,
    make_directive,
    make_document,
    make_meeting,
    make_official,
    make_province,
    make_target,
)
from tests.meetings.review.waits import item_of

pytestmark = pytest.mark.django_db
UNSURE: dict[str, Any] = {"confidence": 50}


def meeting(day: str = "2024-03-27", **values: Any) -> Meeting:
    return make_meeting(**{"province": make_province(), "date": datetime.date.fromisoformat(day), **values})


def impact_of(record: Any) -> int:
    return item_of(record).impact


def test_an_official_with_many_appearances_outweighs_a_single_figure() -> None:
    official = make_official(**UNSURE)
    held = meeting()
    target = make_target(held, **UNSURE)
    for number in range(40):
        make_appearance(meeting(), official, act="speaks" if number % 2 else "attends")
    official.save()
    assert impact_of(official) > 2 * impact_of(target)


def test_who_was_told_what_outweighs_a_figure_and_that_a_citation() -> None:
    held = meeting()
    directive, target = make_directive(held, **UNSURE), make_target(held, **UNSURE)
    citation = make_citation(make_document(), held, **UNSURE)
    assert impact_of(directive) > impact_of(target) > impact_of(citation) >= 1


def test_a_session_of_the_council_outweighs_a_reception_of_citizens() -> None:
    council = make_directive(meeting(kind="council_session"), **UNSURE)
    reception = make_directive(meeting(kind="citizen_reception"), **UNSURE)
    assert impact_of(council) > impact_of(reception)


def test_five_years_halve() -> None:
    now, then = (make_directive(meeting(f"{year}-03-27"), **UNSURE) for year in (2024, 2019))
    assert impact_of(now) == pytest.approx(2 * impact_of(then), rel=0.02)


def test_a_year_to_come_is_worth_no_more_than_this_one() -> None:
    year = datetime.datetime.now(datetime.UTC).year
    now, odd = (make_directive(meeting(f"{of}-01-01"), **UNSURE) for of in (year, 2205))
    assert impact_of(odd) == impact_of(now)


def test_what_only_repeats_counts_half() -> None:
    held = meeting()
    first = make_target(held, **UNSURE)
    again = make_target(held, same_as=first, **UNSURE)
    assert impact_of(again) == pytest.approx(impact_of(first) / 2, abs=1)


def test_grave_doubts_come_before_light_ones_of_the_same_impact() -> None:
    held = meeting()
    nearly, hardly = make_directive(held, confidence=79), make_directive(held, confidence=20)
    odd = make_directive(held, deadline_to=datetime.date(2014, 1, 1))
    order = [item.object_id for item in ReviewItem.objects.filter(kind="directive")]
    assert order == [odd.pk, hardly.pk, nearly.pk]
