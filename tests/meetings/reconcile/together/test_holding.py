"""What one batch may make keeps another waiting, and nothing else does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection, transaction

from meetings.loading.articles import newcomer_of, read_text
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.reconcile.provinces import place_of
from meetings.reconcile.together import BusyError
from meetings.reconcile.together.holding import hold
from meetings.reconcile.together.tellings import Telling
from meetings.reconcile.wordings import Wordings
from people.models import Official, Organization
from people.register import ProvinceRegister
from tests.factories import make_official, make_role
from tests.side_by_side import work_beside

pytestmark = pytest.mark.django_db(transaction=True)

PROVINCIAL = """Ngày 12/6/2024, UBND tỉnh {province} họp phiên thường kỳ tháng 6.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh {province} chủ trì phiên họp.

Chủ tịch UBND tỉnh yêu cầu {agency} trình phương án trước ngày 30/6/2024.
"""


@pytest.fixture(autouse=True)
def _on_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite every transaction that writes is alone")


def telling(folder: Path, province: str, agency: str = "Sở Tài chính", beside: str = "") -> Telling:
    path = folder / f"{province}.txt"
    path.write_text(PROVINCIAL.format(province=province, agency=agency) + beside, encoding="utf-8")
    newcomer = newcomer_of(read_text(Source(path, path.name, Known(0))))
    assert newcomer.meeting is not None
    return Telling(newcomer, newcomer.meeting, place_of(newcomer.article, newcomer.meeting, ProvinceRegister()), None)


@contextmanager
def held_elsewhere(one: Telling) -> Iterator[None]:
    with work_beside(lambda: hold([one], Wordings(), ProvinceRegister(), waiting=True)):
        yield


@transaction.atomic
def is_busy(other: Telling) -> bool:
    try:
        hold([other], Wordings(), ProvinceRegister(), waiting=False)
    except BusyError:
        transaction.set_rollback(True)
        return True
    return False


def test_texts_of_one_province_wait_for_each_other_and_for_no_others(tmp_path: Path) -> None:
    one, other = telling(tmp_path, "Nghệ An"), telling(tmp_path, "Hà Tĩnh")
    with held_elsewhere(one):
        assert is_busy(one)
        assert not is_busy(other)
    assert not is_busy(one)


def test_provinces_that_became_one_wait_for_each_other(tmp_path: Path) -> None:
    one, other = telling(tmp_path, "Bắc Giang"), telling(tmp_path, "Bắc Ninh")
    with held_elsewhere(one):
        assert is_busy(other)


def test_a_new_agency_of_the_nation_is_made_by_one_at_a_time_and_a_known_one_by_nobody(tmp_path: Path) -> None:
    one, other = (
        telling(tmp_path, "Nghệ An", "Thanh tra Chính phủ"),
        telling(tmp_path, "Hà Tĩnh", "Thanh tra Chính phủ"),
    )
    with held_elsewhere(one):
        assert is_busy(other)
    Organization.objects.create(name="Thanh tra Chính phủ", kind=Organization.Kind.NATIONAL)
    with held_elsewhere(one):
        assert not is_busy(other)


def test_somebody_of_another_province_is_made_by_one_at_a_time(tmp_path: Path) -> None:
    one = telling(tmp_path, "Nghệ An")
    for name in one.names:
        Official.objects.create(name=name, province=one.place.today)
    guest = telling(tmp_path, "Hà Tĩnh", beside="\nÔng Vi Văn Hòe, Chủ tịch UBND tỉnh Nghệ An dự họp.\n")
    with held_elsewhere(one):
        assert is_busy(guest)
    Official.objects.create(name="Vi Văn Hòe", province=one.place.today)
    with held_elsewhere(one):
        assert not is_busy(guest)


def test_texts_whose_province_nobody_knows_wait_for_none(tmp_path: Path) -> None:
    one = telling(tmp_path, "")
    assert one.place.province is None
    with held_elsewhere(one):
        assert not is_busy(one)


def test_somebody_of_the_nation_is_made_by_one_at_a_time_whoever_bears_the_name(tmp_path: Path) -> None:
    guest = "\nÔng Vi Văn Hòe, Thủ tướng Chính phủ dự họp.\n"
    one, other = (telling(tmp_path, province, beside=guest) for province in ("Nghệ An", "Hà Tĩnh"))
    namesake = make_official("Vi Văn Hòe")
    with held_elsewhere(one):
        assert is_busy(other)
    make_role(namesake, canonical_title="Thủ tướng Chính phủ")
    with held_elsewhere(one):
        assert not is_busy(other)


def test_what_a_body_of_the_nation_tells_is_told_by_one_at_a_time(tmp_path: Path) -> None:
    one, other = (telling(tmp_path, province) for province in ("Nghệ An", "Hà Tĩnh"))
    Organization.objects.create(name="Thanh tra Chính phủ", kind=Organization.Kind.NATIONAL)
    with held_elsewhere(replace(one, fact=replace(one.fact, body="Thanh tra Chính phủ"))):
        assert not is_busy(other)
        assert is_busy(replace(other, fact=replace(other.fact, body="Thanh tra Chính phủ")))
