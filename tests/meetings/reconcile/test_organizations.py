"""Which words mean a single agency, and of which province."""

import datetime

import pytest

from meetings.reconcile.agency_names import named
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.provinces import Place
from people.models import Organization, Province
from people.register import ProvinceRegister
from tests import factories

pytestmark = pytest.mark.django_db


def place(name: str | None = "Nghệ An", day: datetime.date | None = datetime.date(2024, 5, 16)) -> Place:
    register = ProvinceRegister()
    return Place(register, register.find(name, day) if name else None, day)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Sở Tài chính", "Sở Tài chính", "department"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "department"),
        ("UBND tỉnh", "UBND tỉnh", "committee"),
        ("Uỷ ban nhân dân tỉnh Nghệ An", "UBND tỉnh", "committee"),
        ("HĐND tỉnh", "HĐND tỉnh", "council"),
        ("Ban Tổ chức Tỉnh uỷ", "Ban Tổ chức Tỉnh ủy", "party"),
        ("Công an tỉnh", "Công an tỉnh", "force"),
        ("Đoàn ĐBQH tỉnh", "Đoàn ĐBQH tỉnh", "delegation"),
        ("Thanh tra tỉnh", "Thanh tra tỉnh", "justice"),
        ("UBND huyện Tương Dương", "UBND huyện Tương Dương", "local"),
        ("UBND thành phố Vinh", "UBND thành phố Vinh", "local"),
        # An office stands for its agency.
        ("Giám đốc Sở Y tế", "Sở Y tế", "department"),
        ("Chủ tịch UBND huyện Tương Dương", "UBND huyện Tương Dương", "local"),
    ],
)
def test_single_agencies_of_the_province(words: str, name: str, kind: str) -> None:
    found = named(words, place())
    assert found is not None
    assert (found.name, found.kind, str(found.province)) == (name, kind, "Nghệ An")


@pytest.mark.parametrize(
    "words",
    [
        "các sở, ngành",
        "các cấp, các ngành",
        "UBND các xã, phường",
        "UBND các huyện Tương Dương, Kỳ Sơn",
        "các chủ đầu tư",
        "người đứng đầu cơ quan, đơn vị",
        "Ban Chỉ đạo",
        "Đoàn giám sát",
        "Huyện ủy",
        "UBND xã",
        "",
    ],
)
def test_groups_and_bare_kinds_stay_words(words: str) -> None:
    assert named(words, place()) is None


@pytest.mark.parametrize("words", ["Bộ Xây dựng", "Chính phủ", "Ban Chấp hành Trung ương Đảng", "Bộ trưởng Bộ Y tế"])
@pytest.mark.parametrize("province", ["Nghệ An", None])
def test_national_bodies_have_no_province(words: str, province: str | None) -> None:
    found = named(words, place(province))
    assert found is not None
    assert (found.kind, found.province) == ("national", None)


def test_an_agency_of_an_unknown_province_stays_words() -> None:
    assert named("Sở Tài chính", place(None)) is None


def test_a_province_that_is_named_beside_the_agency_is_its_own() -> None:
    found = named("UBND tỉnh Hà Tĩnh", place())
    assert found is not None
    assert str(found.province) == "Hà Tĩnh"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("UBND thành phố", "UBND thành phố"),
        ("UBND TP. Cần Thơ", "UBND thành phố"),
        ("Công an thành phố", "Công an thành phố"),
    ],
)
def test_a_city_has_bodies_of_a_city(words: str, name: str) -> None:
    found = named(words, place("Cần Thơ"))
    assert found is not None
    assert (found.name, str(found.province)) == (name, "Cần Thơ")


def test_a_town_that_bears_the_name_of_its_province_is_no_province() -> None:
    found = named("UBND thành phố Hà Tĩnh", place("Hà Tĩnh"))
    assert found is not None
    assert (found.name, found.kind) == ("UBND thành phố Hà Tĩnh", "local")


def test_one_agency_before_and_after_the_mergers_where_the_province_kept_its_name() -> None:
    before, after = place(), place(day=datetime.date(2025, 11, 4))
    first = Organizations(before, []).of("Sở Tài chính")
    assert Organizations(after, ["Sở Tài chính"]).of("Sở Tài chính") == first
    assert Organizations(place("Phú Yên"), []).of("Sở Tài chính") != first


def test_two_provinces_have_two_agencies_of_a_name() -> None:
    for province in ("Nghệ An", "Sơn La"):
        Organizations(place(province), ["Sở Y tế"]).of("Sở Y tế")
    assert Organization.objects.filter(name="Sở Y tế").count() == 2


def test_an_alias_leads_to_the_agency() -> None:
    kept = factories.make_organization("Sở Nông nghiệp", province=Province.objects.get(slug="nghe-an", valid_to=None))
    factories.make_alias("Sở Nông nghiệp và Phát triển nông thôn", organization=kept)
    assert Organizations(place(), ["Sở NN&PTNT"]).of("Sở NN&PTNT") == kept
    assert Organizations(place(), []).of("Sở NN-PTNT") == kept


@pytest.mark.parametrize("corrected", ["Sơn La", None])
@pytest.mark.parametrize("renamed", [False, True])
def test_a_province_that_a_person_corrects_makes_no_second_agency(corrected: str | None, renamed: bool) -> None:
    organization = Organizations(place(), []).of("Sở Tài chính")
    assert organization is not None
    organization.province = factories.make_province(corrected) if corrected else None
    organization.name = "Sở Tài chính khu vực" if renamed else organization.name
    organization.save()
    assert Organizations(place(), ["Sở Tài chính"]).of("Sở Tài chính") == organization
    other = Organizations(place("Hà Tĩnh"), ["Sở Tài chính"]).of("Sở Tài chính")
    assert other != organization


def test_who_bears_name_and_province_comes_before_who_was_once_read_so() -> None:
    moved = Organizations(place(), []).of("Sở Tài chính")
    assert moved is not None
    moved.province = factories.make_province("Sơn La")
    moved.save()
    right = factories.make_organization("Sở Tài chính", province=factories.make_province("Nghệ An"))
    assert Organizations(place(), ["Sở Tài chính"]).of("Sở Tài chính") == right
    assert Organizations(place("Sơn La"), ["Sở Tài chính"]).of("Sở Tài chính") == moved


def test_agencies_know_their_time_and_what_became_of_them() -> None:
    organizations = Organizations(place(), [])
    planning, finance = organizations.of("Sở Kế hoạch và Đầu tư"), organizations.of("Sở Tài chính")
    assert planning is not None
    planning.refresh_from_db()
    assert (planning.valid_to, planning.successor) == (datetime.date(2025, 2, 28), finance)
    assert "SKHĐT" in planning.abbreviations
