"""A title that a person marked stays marked, moves with the text, and gives the role its days."""

import datetime

import pytest

from meetings.models import Attestation
from people.corrections import State
from people.models import Province, Role
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Bà Lê Thị Mai, Giám đốc Sở Y tế phát biểu."""
LOST = TEXT.replace("Giám đốc Sở Y tế", "ngành y tế")
DAY = datetime.date(2024, 3, 27)


def told(text: str = TEXT) -> Telling:
    return Telling(text).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")


def more(text: str = TEXT) -> Telling:
    return told(text).official("Lê Thị Mai", "Giám đốc Sở Y tế")


def added(title: str = "Giám đốc Sở Y tế", **values: object) -> Role:
    mai = factories.make_official("Lê Thị Mai", by_person=True, province=factories.make_province())
    return factories.make_role(mai, title, by_person=True, state=State.CONFIRMED, **values)


@pytest.mark.parametrize("again", [told(), more(), Telling(TEXT, is_meeting=False)])
def test_a_marked_title_outlives_every_reading(again: Telling) -> None:
    article, _ = told().loads()
    place = factories.make_attestation(added(), article, "Bà Lê Thị Mai, Giám đốc Sở Y tế", by_person=True)
    for _n in range(2):
        again.loads(article)
        kept = Attestation.objects.get(role__official__name="Lê Thị Mai")
        assert (kept.pk, kept.quote, kept.start, kept.end) == (place.pk, place.quote, place.start, place.end)
        assert kept.by_person


@pytest.mark.parametrize("again", [told, more])
def test_a_role_that_a_person_added_has_its_days_from_the_places(again: type[Telling]) -> None:
    article, _ = told().loads()
    role = added()
    factories.make_attestation(role, article, "Giám đốc Sở Y tế", by_person=True)
    again(TEXT).loads(article)
    role.refresh_from_db()
    assert (role.first_attested, role.last_attested, role.extracted) == (DAY, DAY, {})
    later = Telling(TEXT, date="2024-05-02").official("Lê Thị Mai", "Giám đốc Sở Y tế")
    later.loads()
    role.refresh_from_db()
    assert (role.first_attested, role.last_attested) == (DAY, datetime.date(2024, 5, 2))


def test_a_marked_title_moves_with_the_text_and_is_found_again() -> None:
    article, _ = told().loads()
    place = factories.make_attestation(added(), article, "Giám đốc Sở Y tế", by_person=True)
    for text, words in ((f"Tin.\n{TEXT}", place.quote), (LOST, None), (TEXT, place.quote)):
        told(text).loads(article)
        place.refresh_from_db()
        assert (text[place.start : place.end] if place.start is not None else None) == words
        assert place.quote == "Giám đốc Sở Y tế"
    assert Role.objects.get(pk=place.role_id).last_attested == DAY


@pytest.mark.parametrize("placed", [True, False])
@pytest.mark.parametrize("title", ["Giám đốc Sở Y tế", "giám đốc sở y tế", "Giám đốc Sở Y tế tỉnh"])
def test_what_is_read_of_a_role_that_a_person_added_is_that_role(title: str, placed: bool) -> None:
    article, _ = told().loads()
    province: Province | None = factories.make_province() if placed else None
    role = added(title, province=province)
    place = factories.make_attestation(role, article, "Lê Thị Mai, Giám đốc Sở Y tế", by_person=True)
    for _n in range(2):
        _, tally = more().loads(article)
        assert (tally.created, tally.kept) == (0, 1)
    kept = Role.objects.get(official=role.official)
    assert (kept.pk, kept.title, kept.province, kept.state) == (role.pk, title, province, State.CONFIRMED)
    assert Attestation.objects.get(role=role) == place


def test_two_titles_on_the_words_that_a_person_marked_are_two_roles() -> None:
    text = TEXT.replace("Giám đốc", "Tỉnh ủy viên, Giám đốc")
    article, _ = told(text).loads()
    role = added()
    factories.make_attestation(role, article, "Lê Thị Mai, Tỉnh ủy viên, Giám đốc Sở Y tế", by_person=True)
    both = told(text).official("Lê Thị Mai", "Tỉnh ủy viên, Giám", "Giám đốc Sở Y tế")
    for _n in range(2):
        both.loads(article)
    assert sorted(Role.objects.filter(official=role.official).values_list("title", flat=True)) == [
        "Giám đốc Sở Y tế",
        "Tỉnh ủy viên, Giám",
    ]


def test_a_role_that_a_person_took_back_stays_so_when_it_is_read() -> None:
    article, _ = told().loads()
    role = added()
    role.state = State.REJECTED
    role.save()
    more().loads(article)
    assert Role.objects.get(official=role.official).state == State.REJECTED


def test_days_go_when_no_text_attests_a_persons_role_any_more_and_the_role_stays() -> None:
    article, _ = told().loads()
    role = added()
    more().loads(article)
    role.refresh_from_db()
    assert role.last_attested == DAY
    told().loads(article)
    assert Role.objects.values_list("last_attested", "state").get(pk=role.pk) == (None, State.CONFIRMED)
