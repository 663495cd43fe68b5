"""The register of provinces: both eras, found by name and day."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from people.register import ProvinceRegister

pytestmark = pytest.mark.django_db

BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)


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
