"""Agencies before and after the mergers of 2025: an old name leads to its successor, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import permutations

import pytest

from meetings.extraction.successions import Basis, Life
from meetings.reconcile import successions, ties
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.provinces import Place
from meetings.reconcile.ties import link, link_all
from people.models import Organization, Province
from people.register import ProvinceRegister
from people.search import search
from tests import factories

pytestmark = pytest.mark.django_db
BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)


def told(name: str, province: str = "Nghệ An", day: datetime.date = BEFORE) -> Organization:
    """The organization that a text of that day and province means by `name`."""
    register = ProvinceRegister()
    found = Organizations(Place(register, register.find(province, day), day), []).of(name)
    assert found is not None
    found.refresh_from_db()
    return found


@pytest.mark.parametrize("successor_first", [True, False])
def test_an_old_name_finds_its_successor_and_back(successor_first: bool) -> None:
    names = ["Sở Tài chính", "Sở KH&ĐT"]
    for name in names if successor_first else names[::-1]:
        told(name)
    planning, finance = told("Sở Kế hoạch và Đầu tư"), told("Sở Tài chính")
    assert planning.successor == finance
    assert list(finance.predecessors.all()) == [planning]
    assert planning.valid_to == datetime.date(2025, 2, 28)
    assert planning.succession_basis.startswith("Nghị định 45/2025/NĐ-CP")
    assert (finance.valid_to, finance.successor, finance.succession_basis) == (None, None, planning.succession_basis)


def test_a_successor_is_found_by_the_old_name_that_no_text_has_printed() -> None:
    environment = told("Sở Nông nghiệp và Môi trường", day=AFTER)
    assert environment.valid_from == datetime.date(2025, 3, 1)
    assert list(search(Organization.objects.all(), "so tai nguyen va moi truong")) == [environment]


def test_names_along_a_chain() -> None:
    assert told("Thuế tỉnh", day=AFTER).former_names == "Chi cục Thuế khu vực|Cục Thuế tỉnh"


@pytest.mark.parametrize("old_first", [True, False])
def test_what_no_text_names_is_passed_over(old_first: bool) -> None:
    names = [("Cục Thuế tỉnh", BEFORE), ("Thuế tỉnh", AFTER)]
    for name, day in names if old_first else names[::-1]:
        told(name, day=day)
    assert told("Cục Thuế tỉnh").successor == told("Thuế tỉnh", day=AFTER)


def test_who_took_over_parts() -> None:
    labour, health, home = told("Sở LĐ-TB&XH"), told("Sở Y tế"), told("Sở Nội vụ")
    labour.refresh_from_db()
    assert labour.successor == home
    (handover,) = labour.handovers.all()
    assert (handover.heir, handover.duties) == (health, "bảo trợ xã hội, trẻ em")
    assert list(health.takeovers.all()) == [handover]


def test_what_ended_with_its_province_became_that_of_the_province_it_joined() -> None:
    old = told("Sở Tài chính", "Phú Yên")
    new = told("Sở Tài chính", "Đắk Lắk", AFTER)
    old.refresh_from_db()
    assert old.successor == new
    assert (old.valid_to, old.succession_basis) == (datetime.date(2025, 6, 30), "Nghị quyết 202/2025/QH15")
    planning = told("Sở Kế hoạch và Đầu tư", "Phú Yên")
    assert planning.successor == old


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_nearest_successor_is_found_in_whatever_order_texts_name_them(order: tuple[int, ...]) -> None:
    names = [
        ("Sở Kế hoạch và Đầu tư", "Phú Yên", BEFORE),
        ("Sở Tài chính", "Phú Yên", BEFORE),
        ("Sở Tài chính", "Đắk Lắk", AFTER),
    ]
    for place in order:
        told(*names[place])
    planning, finance, joined = (told(*name) for name in names)
    assert (planning.successor, finance.successor, joined.successor) == (finance, joined, None)


def test_a_farther_successor_that_a_person_gave_stays() -> None:
    planning, joined = told("Sở Kế hoạch và Đầu tư", "Phú Yên"), told("Sở Tài chính", "Đắk Lắk", AFTER)
    planning.refresh_from_db()
    planning.save()  # as it is: a person has looked at it
    told("Sở Tài chính", "Phú Yên")
    planning.refresh_from_db()
    assert planning.successor == joined


@pytest.mark.parametrize("name", ["UBND thị xã Sông Cầu", "Báo Phú Yên"])
def test_what_is_no_body_of_the_province_did_not_end_with_it(name: str) -> None:
    found = told(name, "Phú Yên")
    assert (found.valid_to, found.succession_basis) == (None, "")


def test_a_city_has_its_bodies_under_its_own_names() -> None:
    former, new = told("Cục Thuế thành phố", "Cần Thơ"), told("Thuế thành phố", "Cần Thơ", AFTER)
    assert (former.name, new.name) == ("Cục Thuế thành phố", "Thuế thành phố")
    assert new.former_names == "Chi cục Thuế khu vực|Cục Thuế thành phố"


def test_a_successor_that_a_person_gave_stays() -> None:
    province = Province.objects.get(slug="nghe-an", valid_to=None)
    planning = factories.make_organization("Sở Kế hoạch và Đầu tư", province=province)
    planning.successor = factories.make_organization("Văn phòng UBND tỉnh", province=province)
    planning.save()
    link([factories.make_organization("Sở Tài chính", province=province)])
    planning.refresh_from_db()
    assert str(planning.successor) == "Văn phòng UBND tỉnh"


def test_what_was_there_before_the_table_knew_is_tied_later() -> None:
    province = Province.objects.get(slug="nghe-an", valid_to=None)
    planning = factories.make_organization("Sở Kế hoạch và Đầu tư", province=province)
    finance = factories.make_organization("Sở Tài chính", province=province)
    link_all()
    planning.refresh_from_db()
    assert (planning.successor, planning.valid_to) == (finance, datetime.date(2025, 2, 28))


def test_what_cannot_be_tied_is_not_described_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Organization) -> None:
        raise RuntimeError

    province = Province.objects.get(slug="nghe-an", valid_to=None)
    planning = factories.make_organization("Sở Kế hoạch và Đầu tư", province=province)
    monkeypatch.setattr(ties, "link", fails)
    with pytest.raises(RuntimeError):
        link_all()
    planning.refresh_from_db()
    assert (planning.valid_to, planning.succession_basis) == (None, "")


def test_two_provinces_are_not_tied() -> None:
    planning = told("Sở Kế hoạch và Đầu tư", "Sơn La")
    told("Sở Tài chính", "Nghệ An")
    planning.refresh_from_db()
    assert planning.successor is None


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Life]]:
    """What the table says, open to a test; what was remembered of the true one is forgotten."""
    told: dict[str, Life] = {}
    monkeypatch.setattr(successions, "lives", lambda: told)
    for module in (successions, ties):
        monkeypatch.setattr(module, "life_of", lambda name: told.get(name, Life()))
    successions._as_in_table.cache_clear()
    yield told
    successions._as_in_table.cache_clear()


def life(day: datetime.date, *, checked: bool) -> Life:
    return Life(valid_to=day, successor="Sở Y tế", basis=Basis("Nghị định 1", checked=checked), checked=checked)


@pytest.mark.parametrize(("by_person", "followed"), [(False, True), (True, False)])
def test_what_is_from_memory_follows_the_table_until_somebody_saves_it(
    known: dict[str, Life], by_person: bool, followed: bool
) -> None:
    known["Sở Ngoại vụ"] = life(BEFORE, checked=False)
    foreign = told("Sở Ngoại vụ")
    assert (foreign.unverified, foreign.valid_to) == (True, BEFORE)
    if by_person:
        foreign.abbreviations = "SNgV"
        foreign.save()
    known["Sở Ngoại vụ"] = life(AFTER, checked=True)
    link_all()
    foreign.refresh_from_db()
    assert (foreign.unverified, foreign.valid_to) == ((False, AFTER) if followed else (True, BEFORE))


def test_what_is_verified_stays(known: dict[str, Life]) -> None:
    known["Sở Ngoại vụ"] = life(BEFORE, checked=True)
    foreign = told("Sở Ngoại vụ")
    known["Sở Ngoại vụ"] = life(AFTER, checked=False)
    link_all()
    foreign.refresh_from_db()
    assert (foreign.unverified, foreign.valid_to) == (False, BEFORE)


def test_a_successor_that_a_person_took_away_does_not_come_back() -> None:
    planning, finance = told("Sở Kế hoạch và Đầu tư"), told("Sở Tài chính")
    planning.refresh_from_db()
    assert planning.successor == finance
    planning.successor = None
    planning.save()
    for organization in (planning, finance):
        link([organization])
    planning.refresh_from_db()
    assert planning.successor is None


def test_a_handover_that_a_person_deleted_does_not_come_back() -> None:
    labour, health = told("Sở LĐ-TB&XH"), told("Sở Y tế")
    labour.handovers.get().delete()
    for organization in (labour, health):
        link([organization])
    assert not labour.handovers.exists()
