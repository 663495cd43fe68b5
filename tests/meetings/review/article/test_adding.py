"""Records that a person adds: on the words of the text, with the places of names and titles beside them."""

import datetime

import pytest

from meetings.models import Appearance, Directive, Mention
from meetings.review.article.adding import blank, keep, new_official
from meetings.review.article.selection import places_of
from people.corrections import State
from people.models import Official, Role
from tests.factories import make_article, make_directive, make_meeting, make_official, make_organization, make_province

pytestmark = pytest.mark.django_db
TEXT = "Dự họp có Chánh Văn phòng Lê Hồng Vinh. Sở Y tế rà soát thuốc."


def test_a_task_stands_on_its_words_and_is_a_persons() -> None:
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article])
    place = places_of(TEXT, "rà soát thuốc")[0]
    task = blank("directive", article, meeting, place, None)
    task.text, task.strength = "Rà soát thuốc.", "order"
    keep(task, article, meeting, place)
    kept = Directive.objects.get()
    assert (kept.quote, TEXT[kept.start : kept.end]) == ("rà soát thuốc", "rà soát thuốc")
    assert (kept.state, kept.extracted, kept.meeting) == (State.CONFIRMED, {}, meeting)


def test_who_is_told_comes_behind_those_who_are_known() -> None:
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article])
    task = make_directive(meeting, article=article, quote="rà soát thuốc", assignees=["Sở Tài chính"])
    place = places_of(TEXT, "Sở Y tế")[0]
    told = blank("assignment", article, meeting, place, task)
    told.words, told.organization, told.part = "Sở Y tế", make_organization("Sở Y tế"), "lead"
    keep(told, article, meeting, place)
    assert [row.words for row in task.assignments.order_by("order")] == ["Sở Tài chính", "Sở Y tế"]


def test_an_office_is_attested_by_its_words_on_the_day_of_the_meeting() -> None:
    article = make_article(TEXT)
    meeting = make_meeting(date=datetime.date(2024, 3, 27), articles=[article])
    place = places_of(TEXT, "Chánh Văn phòng Lê Hồng Vinh")[0]
    role = blank("role", article, meeting, place, None)
    role.official, role.title, role.canonical_title = (
        make_official("Lê Hồng Vinh"),
        "Chánh Văn phòng",
        "Chánh Văn phòng",
    )
    keep(role, article, meeting, place)
    attestation = Role.objects.get().attestations.get()
    assert (attestation.quote, attestation.by_person) == ("Chánh Văn phòng Lê Hồng Vinh", True)
    assert Role.objects.get().last_attested == datetime.date(2024, 3, 27)
    mention = Mention.objects.get()
    assert (TEXT[mention.start : mention.end], mention.by_person) == ("Lê Hồng Vinh", True)


def test_a_name_that_is_known_at_its_place_is_not_told_twice() -> None:
    article = make_article(TEXT)
    meeting, official = make_meeting(articles=[article]), make_official("Lê Hồng Vinh")
    place = places_of(TEXT, "Chánh Văn phòng Lê Hồng Vinh")[0]
    for act in ("attends", "speaks"):
        appearance = blank("appearance", article, meeting, place, None)
        appearance.official, appearance.act = official, act
        keep(appearance, article, meeting, place)
    assert Appearance.objects.count() == 2
    assert Mention.objects.count() == 1


def test_a_new_official_is_not_one_of_his_namesakes() -> None:
    province = make_province("Nghệ An")
    make_official("Lê Hồng Vinh", province=province)
    made = new_official("Lê Hồng Vinh", make_meeting(province=province))
    assert (made.province, made.homonym, made.state) == (province, 1, State.CONFIRMED)
    assert Official.objects.count() == 2
