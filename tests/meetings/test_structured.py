"""Meetings as events: their day no more exact than the text."""

from __future__ import annotations

import datetime

import pytest

from meetings.structured import event, legislation, news
from tests.factories import make_article, make_document, make_meeting, make_province

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 1)


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "2024-11-01"), ("month", "2024-11"), ("quarter", "2024"), ("year", "2024")]
)
def test_a_day_is_told_as_exactly_as_it_is_known(precision: str, told: str) -> None:
    assert event(make_meeting(date=DAY, date_precision=precision), [], "")["startDate"] == told


def test_a_meeting_of_which_nothing_is_known_has_only_a_name() -> None:
    about = event(make_meeting("Phiên họp", body_name=""), [], "https://x/1")
    assert about == {"@type": "Event", "name": "Phiên họp", "url": "https://x/1"}


def test_a_meeting_has_a_place_an_organizer_and_the_texts_that_tell_of_it() -> None:
    article = make_article(title="Tin họp", publisher="Báo Nghệ An", url="https://bao.example/1", reported_on=DAY)
    about = event(make_meeting(province=make_province("Nghệ An")), [article], "https://x/1")
    assert about["organizer"]["name"] == "UBND tỉnh"
    assert about["location"]["address"]["name"] == "Nghệ An"
    assert about["subjectOf"] == [news(article)]
    assert news(article)["url"] == "https://bao.example/1"
    assert news(article, "https://x/2") == {**news(article), "url": "https://x/2", "isBasedOn": "https://bao.example/1"}


def test_a_document_has_its_number_and_issuer() -> None:
    about = legislation(make_document("57-NQ/TW"), "https://x/1")
    assert (about["legislationIdentifier"], about["legislationPassedBy"]["name"]) == ("57-NQ/TW", "Bộ Chính trị")
