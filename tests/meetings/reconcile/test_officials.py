"""Who is one person and who is not: name and province decide, and what a person decided stays."""

import datetime
from typing import Any

import pytest

from meetings.models import Article, Meeting, Mention
from people.corrections import State
from people.models import Alias, Official, Role
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

CHAIR, DEPUTY = "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"


def loaded(name: str = "Lê Văn Tám", title: str = CHAIR, curated: str | None = None, **meeting: Any) -> Article:
    """An article in which `name` holds `title`; `curated` is a province that only a curator knows."""
    text = f"UBND tỉnh họp. Ông {name}, {title} chủ trì."
    meeting.setdefault("province", None if curated else "Nghệ An")
    values: dict[str, Any] = {"province": factories.make_province(curated)} if curated else {}
    return Telling(text, **meeting).official(name, title).appearance(name, "chairs", "chủ trì").loads(**values)[0]


def people() -> list[tuple[str, str, int]]:
    rows = Official.objects.order_by("name_key", "homonym", "pk")
    return [(row.name, str(row.province) if row.province else "-", row.homonym) for row in rows]


def test_one_name_in_one_province_is_one_person_with_two_roles() -> None:
    loaded(title=DEPUTY, curated="Nghệ An", date="2024-11-14")
    loaded(title=CHAIR, curated="Nghệ An", date="2025-11-04")
    assert people() == [("Lê Văn Tám", "Nghệ An", 0)]
    assert set(Role.objects.values_list("canonical_title", flat=True)) == {CHAIR, DEPUTY}


@pytest.mark.parametrize("spelling", ["LÊ VĂN TÁM", "Lê  Văn Tám"])
def test_case_and_spaces_make_no_second_person(spelling: str) -> None:
    loaded()
    loaded(spelling)
    assert len(people()) == 1


@pytest.mark.parametrize(("one", "other"), [("Nguyễn Thuý Hoà", "Nguyễn Thúy Hòa")])
def test_the_place_of_the_tone_mark_makes_no_second_person(one: str, other: str) -> None:
    loaded(one)
    loaded(other)
    assert len(people()) == 1


def test_another_tone_is_another_person() -> None:
    loaded("Nguyễn Thị Hà")
    loaded("Nguyễn Thị Hạ")
    assert len(people()) == 2


def test_one_name_in_two_provinces_is_two_people() -> None:
    loaded(province="Nghệ An")
    loaded(province="Sơn La")
    assert people() == [("Lê Văn Tám", "Nghệ An", 0), ("Lê Văn Tám", "Sơn La", 0)]


def test_who_serves_before_and_after_a_merger_is_one() -> None:
    loaded(province="Tuyên Quang", date="2024-05-16")
    loaded(province="Tuyên Quang", date="2025-11-04")
    loaded("Lò Văn Chín", province="Hà Giang", date="2024-05-16")
    loaded("Lò Văn Chín", province="Tuyên Quang", date="2025-11-04")
    assert people() == [("Lê Văn Tám", "Tuyên Quang", 0), ("Lò Văn Chín", "Tuyên Quang", 0)]


def test_two_who_served_in_different_provinces_before_a_merger_are_homonyms() -> None:
    loaded(province="Hà Giang", date="2024-05-16")
    loaded(province="Tuyên Quang", date="2024-05-17")
    loaded(province="Hà Giang", date="2023-05-16")
    assert people() == [("Lê Văn Tám", "Tuyên Quang", 0), ("Lê Văn Tám", "Tuyên Quang", 1)]
    assert Mention.objects.filter(official__homonym=0).values("article").distinct().count() == 2


def test_of_two_homonyms_the_role_tells_which() -> None:
    province = factories.make_province()
    one, other = factories.make_official("Lê Văn Tám", province=province), None
    other = factories.make_official("Lê Văn Tám", province=province, homonym=1)
    factories.make_role(one, CHAIR)
    factories.make_role(other, DEPUTY)
    article = loaded(title=DEPUTY)
    assert Mention.objects.filter(article=article).values_list("official", flat=True)[0] == other.pk


def test_where_nothing_tells_two_homonyms_apart_neither_is_guessed() -> None:
    province = factories.make_province()
    known = [factories.make_official("Lê Văn Tám", province=province, homonym=n) for n in (0, 1)]
    article = loaded()
    official = Official.objects.exclude(pk__in=[o.pk for o in known]).get()
    assert (official.homonym, official.confidence) == (2, 50)
    assert Mention.objects.get(article=article).official == official


def test_without_a_province_the_name_alone_never_makes_two_people_one() -> None:
    first, second = loaded(province=None), loaded(province=None)
    assert people() == [("Lê Văn Tám", "-", 0), ("Lê Văn Tám", "-", 1)]
    for article in (first, second):
        Telling(article.text, province=None).official("Lê Văn Tám", CHAIR).loads(article)
    assert len(people()) == 2


def test_who_was_unplaced_is_placed_when_the_province_becomes_known() -> None:
    article = loaded(province=None)
    before = Official.objects.get()
    article.province = factories.make_province("Sơn La")
    Telling(article.text, province=None).official("Lê Văn Tám", CHAIR).loads(article)
    assert people() == [("Lê Văn Tám", "Sơn La", 0)]
    assert Official.objects.get() == before
    role = Role.objects.get()
    assert (str(role.province), str(role.organization)) == ("Sơn La", "UBND tỉnh")


def test_who_was_unplaced_joins_the_one_who_is_known_there() -> None:
    known = Mention.objects.get(article=loaded(province="Sơn La")).official
    article = loaded(province=None)
    article.province = factories.make_province("Sơn La")
    Telling(article.text, province=None).official("Lê Văn Tám", CHAIR).loads(article)
    assert list(Official.objects.published()) == [known]
    assert Official.objects.get(province=None).state == State.WITHDRAWN


def test_a_province_that_a_curator_takes_back_moves_people_to_the_right_one() -> None:
    article = loaded(curated="Nghệ An")
    article.province = factories.make_province("Sơn La")
    Telling(article.text, province=None).official("Lê Văn Tám", CHAIR).loads(article)
    assert [str(o.province) for o in Official.objects.published()] == ["Sơn La"]


@pytest.mark.parametrize("province", ["Nghệ An", None])
def test_ministers_serve_the_nation_and_are_one_wherever_they_go(province: str | None) -> None:
    loaded("Trần Văn Bảy", "Bộ trưởng Bộ Y tế", province="Nghệ An")
    loaded("Trần Văn Bảy", "Bộ trưởng Bộ Y tế", province="Sơn La")
    loaded("Trần Văn Bảy", "Bộ trưởng Bộ Y tế", province=province)
    assert people() == [("Trần Văn Bảy", "-", 0)]
    assert Role.objects.get().province is None


def test_a_namesake_of_a_minister_is_another_person() -> None:
    loaded("Trần Văn Bảy", "Bộ trưởng Bộ Y tế")
    loaded("Trần Văn Bảy", CHAIR, province=None)
    loaded("Trần Văn Bảy", CHAIR)
    assert sorted(people()) == [("Trần Văn Bảy", "-", 0), ("Trần Văn Bảy", "-", 1), ("Trần Văn Bảy", "Nghệ An", 0)]


def test_a_seat_in_the_national_assembly_makes_nobody_serve_the_nation() -> None:
    loaded(title="Đại biểu Quốc hội")
    assert people() == [("Lê Văn Tám", "Nghệ An", 0)]


def test_a_guest_belongs_to_the_province_that_his_title_names() -> None:
    loaded(title="Chủ tịch UBND tỉnh Hà Tĩnh")
    assert people() == [("Lê Văn Tám", "Hà Tĩnh", 0)]
    assert str(Role.objects.get().province) == "Hà Tĩnh"


def test_an_alias_leads_to_the_person() -> None:
    article = loaded()
    official = Official.objects.get()
    official.name = "Lê Văn Tâm"
    official.save()
    assert Alias.objects.get().name == "Lê Văn Tám"
    loaded(date="2024-06-01")
    Telling(article.text).official("Lê Văn Tám", CHAIR).loads(article)
    assert people() == [("Lê Văn Tâm", "Nghệ An", 0)]


def test_people_whom_a_person_merged_stay_one() -> None:
    """As a merge does it: what referred to one refers to the other, and the name stays as an alias."""
    north, south = loaded(province="Sơn La"), loaded(province="Nghệ An")
    keep, drop = Mention.objects.get(article=north).official, Mention.objects.get(article=south).official
    for rows in (drop.mentions, drop.appearances, drop.assignments, drop.roles):
        rows.update(official=keep)
    drop.delete()
    for article, province in ((north, "Sơn La"), (south, "Nghệ An")):
        told = Telling(article.text, province=province).official("Lê Văn Tám", CHAIR)
        told.appearance("Lê Văn Tám", "chairs", "chủ trì").loads(article)
    assert list(Official.objects.all()) == [keep]
    assert keep.roles.count() == 2
    assert keep.appearances.count() == 2


def test_people_whom_a_person_split_stay_two() -> None:
    first, second = loaded(), loaded(title=DEPUTY, date="2024-06-01")
    official = Official.objects.get()
    other = factories.make_official("Lê Văn Tám", province=official.province, homonym=1, by_person=True)
    Mention.objects.filter(article=second).update(official=other)
    Role.objects.filter(canonical_title=DEPUTY).update(official=other)
    second.appearances.update(official=other)
    for article, title in ((first, CHAIR), (second, DEPUTY)):
        told = Telling(article.text, date="2024-03-27" if title == CHAIR else "2024-06-01")
        told.official("Lê Văn Tám", title).appearance("Lê Văn Tám", "chairs", "chủ trì").loads(article)
    assert [Mention.objects.get(article=a).official for a in (first, second)] == [official, other]
    assert [a.official for a in (*first.appearances.all(), *second.appearances.all())] == [official, other]
    assert [role.official for role in Role.objects.order_by("pk")] == [official, other]


def test_one_mention_that_a_person_turned_to_a_namesake_stays_with_him() -> None:
    text = "Ông Lê Văn Tám, Chủ tịch UBND tỉnh chủ trì. Nông dân Lê Văn Tám dự. Ông Lê Văn Tám kết luận."
    article, _ = Telling(text).official("Lê Văn Tám", CHAIR).loads()
    other = factories.make_official("Lê Văn Tám", province=factories.make_province(), homonym=1, by_person=True)
    turned = Mention.objects.order_by("start")[1]
    turned.official = other
    turned.save()
    for again in (text, "Tin mới. " + text):
        Telling(again).official("Lê Văn Tám", CHAIR).loads(article)
        whose = [m.official.homonym for m in Mention.objects.order_by("start")]
        assert whose == [0, 1, 0]


def test_who_is_named_no_more_leaves_view_and_comes_back() -> None:
    article = loaded()
    official = Official.objects.get()
    Telling(article.text).loads(article)
    official.refresh_from_db()
    assert official.state == State.WITHDRAWN
    loaded(date="2024-06-01")
    official.refresh_from_db()
    assert (official.state, Official.objects.count()) == (State.READ, 1)


def test_who_was_rejected_is_not_made_anew() -> None:
    article = loaded()
    Official.objects.update(state=State.REJECTED)
    Telling(article.text).official("Lê Văn Tám", CHAIR).loads(article)
    loaded(date="2024-06-01")
    assert Official.objects.get().state == State.REJECTED


class TestRoles:
    def test_attestations_say_from_when_to_when_an_office_is_known(self) -> None:
        loaded(date="2024-03-27")
        loaded(date="2025-02-03")
        role = Role.objects.get()
        assert (role.first_attested, role.last_attested) == (datetime.date(2024, 3, 27), datetime.date(2025, 2, 3))
        assert (role.status, role.rank, str(role.organization)) == ("current", 25, "UBND tỉnh")

    def test_a_role_is_one_across_a_merger_that_left_the_province_its_name(self) -> None:
        loaded(date="2024-03-27")
        loaded(date="2025-11-04")
        assert Role.objects.count() == 1

    @pytest.mark.parametrize(
        ("date", "day"), [(None, (2025, 11, 4)), ("2025", (2025, 11, 4)), ("2025-11-03", (2025, 11, 3))]
    )
    def test_the_report_dates_what_the_meeting_does_not(self, date: str | None, day: tuple[int, int, int]) -> None:
        told = Telling("Ông Lê Văn Tám, Chủ tịch UBND tỉnh chủ trì.", date=date).official("Lê Văn Tám", CHAIR)
        told.loads(reported_on=datetime.date(2025, 11, 4))
        assert Role.objects.get().first_attested == datetime.date(*day)

    def test_no_day_is_invented(self) -> None:
        loaded(date="2025")
        role = Role.objects.get()
        assert (role.first_attested, role.last_attested) == (None, None)

    def test_the_latest_text_says_whether_an_office_has_ended(self) -> None:
        text = "Ông Lê Văn Tám, Chủ tịch UBND tỉnh chủ trì."
        for date, status in (("2025-02-03", "ended"), ("2024-03-27", "current")):
            Telling(text, date=date).official("Lê Văn Tám", CHAIR, status=status).loads()
        assert Role.objects.get().status == "ended"

    def test_a_day_that_a_person_corrects_moves_the_attestation(self) -> None:
        article = loaded()
        meeting = Meeting.objects.get()
        meeting.date = datetime.date(2024, 4, 1)
        meeting.save()
        Telling(article.text).official("Lê Văn Tám", CHAIR).loads(article)
        assert Role.objects.get().first_attested == datetime.date(2024, 4, 1)

    def test_a_title_read_better_later_is_the_same_role(self) -> None:
        text = "Ông Lê Văn Tám, Phó Chủ tịch Thường trực UBND tỉnh chủ trì."
        article, _ = Telling(text).official("Lê Văn Tám", "Phó Chủ tịch Thường trực UBND tỉnh").loads()
        role = Role.objects.get()
        told = Telling(text).official("Lê Văn Tám", "Phó Chủ tịch Thường trực UBND tỉnh")
        fact = told.extraction.roles[0]
        object.__setattr__(fact, "canonical", "Phó Chủ tịch thứ nhất UBND tỉnh")
        told.loads(article)
        assert Role.objects.get().pk == role.pk
        assert Role.objects.get().canonical_title == "Phó Chủ tịch thứ nhất UBND tỉnh"

    def test_a_role_that_no_text_attests_any_more_is_withdrawn(self) -> None:
        article = loaded()
        Telling(article.text).official("Lê Văn Tám").loads(article)
        assert Role.objects.get().state == State.WITHDRAWN
        assert Official.objects.get().state == State.READ

    def test_a_role_that_another_text_attests_stays(self) -> None:
        article = loaded()
        loaded(date="2024-06-01")
        Telling(article.text).official("Lê Văn Tám").loads(article)
        role = Role.objects.get()
        assert (role.state, role.first_attested) == (State.READ, datetime.date(2024, 6, 1))


def test_a_province_that_a_person_took_away_is_not_given_again() -> None:
    text = "UBND tỉnh họp. Ông Trần Bảo Lâm chủ trì."

    def reading(province: str | None) -> Telling:
        return Telling(text, province=province).official("Trần Bảo Lâm")

    article, _ = reading(None).loads()
    official = Official.objects.get()
    assert official.province is None
    official.province = factories.make_province("Phú Thọ")
    official.save()
    official.province = None
    official.save()
    reading("Nghệ An").loads(article)
    assert Official.objects.get().province is None
