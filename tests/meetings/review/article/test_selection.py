"""Words that a person points at: found in the text whatever the spaces, and read at first sight."""

import datetime
from decimal import Decimal

import pytest

from meetings.models import Directive, Target
from meetings.review.article.selection import first_sight, place_at, places_of
from people.models import Role
from tests.factories import make_article, make_meeting, make_mention, make_official, make_province

TEXT = "Chủ tịch giao Sở Y tế  rà soát\nthuốc trước ngày 15/4. Sở Y tế báo cáo."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sở Y tế", ["Sở Y tế", "Sở Y tế"]),
        ("Sở Y tế rà soát thuốc", ["Sở Y tế  rà soát\nthuốc"]),
        ("  báo   cáo ", ["báo cáo"]),
        ("Sở Tài chính", []),
        ("SởYtế", []),
        ("", []),
        ("   ", []),
        ("rà soát thuốc trước ngày 15/4. Sở Y tế báo cáo. Hết", []),
    ],
)
def test_words_are_found_whatever_spaces_stand_between_them(words: str, found: list[str]) -> None:
    places = places_of(TEXT, words)
    assert [place.words for place in places] == found
    assert all(TEXT[place.start : place.end] == place.words for place in places)


def test_decomposed_letters_of_a_copy_are_the_same_words() -> None:
    decomposed = "So\u031b\u0309 Y te\u0302\u0301 ba\u0301o ca\u0301o"
    assert [place.words for place in places_of(TEXT, decomposed)] == ["Sở Y tế báo cáo"]


def test_a_place_leaves_the_spaces_at_its_ends_out() -> None:
    place = place_at(TEXT, 13, 23)
    assert place.words == "Sở Y tế"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 999), (21, 23)])
def test_a_place_without_words_is_none(start: int, end: int) -> None:
    with pytest.raises(ValueError):
        place_at(TEXT, start, end)


@pytest.mark.django_db
def test_a_task_is_proposed_with_its_deadline() -> None:
    article = make_article(TEXT)
    meeting = make_meeting(date=datetime.date(2024, 3, 27), articles=[article])
    place = places_of(TEXT, "rà soát thuốc trước ngày 15/4")[0]
    proposed = first_sight(Directive, article, place, meeting)
    assert proposed["text"] == "rà soát thuốc trước ngày 15/4"
    assert proposed["deadline_to"] == datetime.date(2024, 4, 15)
    assert "15/4" in proposed["deadline_text"]


@pytest.mark.django_db
def test_a_figure_is_proposed_with_its_unit() -> None:
    text = "Năm nay, thu ngân sách đạt trên 12.500 tỷ đồng."
    article = make_article(text)
    place = places_of(text, "thu ngân sách đạt trên 12.500 tỷ đồng")[0]
    proposed = first_sight(Target, article, place, make_meeting(articles=[article]))
    assert (proposed["value"], proposed["unit"]) == (Decimal(12500), "tỷ đồng")
    assert proposed["metric"].startswith("thu ngân sách")


@pytest.mark.django_db
def test_an_office_is_proposed_with_whose_name_stands_in_the_words() -> None:
    text = "Dự họp có Chánh Văn phòng Lê Hồng Vinh."
    article, official = make_article(text), make_official("Lê Hồng Vinh", province=make_province("Nghệ An"))
    make_mention(official, article)
    place = places_of(text, "Chánh Văn phòng Lê Hồng Vinh")[0]
    proposed = first_sight(Role, article, place, make_meeting(articles=[article], province=official.province))
    assert (proposed["official"], proposed["title"]) == (official, "Chánh Văn phòng")
