"""The register of provinces: both eras, loaded after every migration, found by name and day."""

import datetime

import pytest
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from people.models import Province
from people.register import ProvinceRegister, load_provinces

pytestmark = pytest.mark.django_db

BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)


def test_both_maps_are_there_after_migrating() -> None:
    assert Province.objects.on(BEFORE).count() == 63
    assert Province.objects.on(AFTER).count() == Province.objects.today().count() == 34
    assert Province.objects.on(datetime.date(2025, 3, 1)).filter(slug="hue").exists()


def test_every_former_province_leads_to_one_of_today() -> None:
    assert not Province.objects.filter(valid_to__isnull=False, successor__isnull=True).exists()
    assert not Province.objects.filter(successor__valid_to__isnull=False).exists()
    assert not Province.objects.filter(valid_to__isnull=True, successor__isnull=False).exists()


def test_loading_again_changes_nothing() -> None:
    assert load_provinces() == 0


def test_loading_mends_what_the_table_knows_and_keeps_what_only_the_database_has() -> None:
    Province.objects.filter(slug="phu-yen").update(region="?", successor=None)
    Province.objects.filter(slug="ca-mau", valid_to__isnull=True).update(aliases="Mũi")
    Province.objects.create(name="Đảo Xa", slug="dao-xa", kind="province")
    assert load_provinces() == 2
    phu_yen = Province.objects.get(slug="phu-yen")
    assert phu_yen.region
    assert phu_yen.today.name == "Đắk Lắk"
    assert Province.objects.filter(slug="dao-xa").exists()


@pytest.mark.django_db(transaction=True)
def test_a_flush_brings_the_provinces_back() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert Province.objects.today().count() == 34


@pytest.mark.parametrize(
    ("name", "day", "slug", "former"),
    [
        ("Nghệ An", None, "nghe-an", False),
        ("Nghệ An", BEFORE, "nghe-an", True),
        ("tỉnh Phú Yên", BEFORE, "phu-yen", True),
        ("Phú Yên", None, "phu-yen", True),  # it is on no map of today, but that is its name
        ("Phú Yên", AFTER, "dak-lak", False),
        ("Huế", BEFORE, "thua-thien-hue", True),
        ("Thừa Thiên Huế", AFTER, "hue", False),
        ("TP.HCM", AFTER, "ho-chi-minh", False),
        ("THÀNH PHỐ CẦN THƠ", BEFORE, "can-tho", True),
        ("Hoà Bình", BEFORE, "hoa-binh", True),
        ("Bà Rịa-Vũng Tàu", BEFORE, "ba-ria-vung-tau", True),
    ],
)
def test_a_province_is_found_by_name_in_the_era_of_the_day(
    name: str, day: datetime.date | None, slug: str, former: bool
) -> None:
    found = ProvinceRegister().find(name, day)
    assert found is not None
    assert (found.slug, found.is_former) == (slug, former)


@pytest.mark.parametrize("name", ["", "tỉnh", "Quảng", "Paris", "Nghệ"])
def test_what_is_no_province_is_none(name: str) -> None:
    assert ProvinceRegister().find(name) is None


@pytest.mark.parametrize(
    ("name", "home"),
    [("Nghệ An", "nghe-an"), ("Bắc Ninh", "bac-ninh"), ("Phú Yên", "phu-yen"), ("Hà Giang", "ha-giang")],
)
def test_offices_are_kept_under_the_name_that_lives_on(name: str, home: str) -> None:
    register = ProvinceRegister()
    former = register.find(name, BEFORE)
    assert former is not None
    assert register.home(former).slug == home
    assert register.home(former).is_former == (home in ("phu-yen", "ha-giang"))


def test_the_register_asks_the_database_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        register = ProvinceRegister()
        for name in ("Nghệ An", "Phú Yên", "Huế"):
            province = register.find(name, BEFORE)
            assert province is not None
            register.today(province)
